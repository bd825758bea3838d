package io.boto4j.local.ssm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.Client;
import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.error.ServiceException;
import io.boto4j.local.EngineDoor;
import io.boto4j.local.ec2.Ec2Factory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class CommandsTest {
  private final EngineDoor door = new EngineDoor(new SsmFactory(), new Ec2Factory());
  private final Client ssm = door.client("ssm");

  @AfterEach
  void close() {
    door.close();
  }

  private Structure invocation(String command, String instance, Object... more) {
    Params input = Params.of("CommandId", command, "InstanceId", instance);
    for (int i = 0; i < more.length; i += 2) {
      input = input.with((String) more[i], more[i + 1]);
    }
    return ssm.call("GetCommandInvocation", input);
  }

  private void refused(String code, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            ServiceException.class, e -> assertThat(e.is(code)).as(e.toString()).isTrue());
  }

  @Test
  void sendCommand_isRecordedAndSucceeds() {
    Structure sent =
        ssm.call(
            "SendCommand",
            Map.of(
                "DocumentName",
                "AWS-RunShellScript",
                "InstanceIds",
                List.of("i-0123456789abcdef0"),
                "Parameters",
                Map.of("commands", List.of("uptime")),
                "TimeoutSeconds",
                60));
    assertThat(sent.text("Command", "Status")).isEqualTo("Pending");
    String id = String.valueOf(sent.text("Command", "CommandId"));
    Structure listed =
        ssm.call("ListCommands", Map.of("CommandId", id)).structures("Commands").get(0);
    assertThat(listed.text("Status")).isEqualTo("Success");
    assertThat(listed.integer("CompletedCount")).isEqualTo(1);
    assertThat(listed.texts("Parameters", "commands")).containsExactly("uptime");
    Structure done = invocation(id, "i-0123456789abcdef0");
    assertThat(done.text("Status")).isEqualTo("Success");
    assertThat(done.text("PluginName")).isEqualTo("aws:runShellScript");
    assertThat(
            ssm.call("ListCommandInvocations", Map.of("CommandId", id, "Details", true))
                .structures("CommandInvocations")
                .get(0)
                .structures("CommandPlugins"))
        .extracting(plugin -> plugin.text("Name"))
        .containsExactly("aws:runShellScript");
    refused("InvocationDoesNotExist", () -> invocation(id, "i-0123456789abcdef1"));
    refused(
        "InvalidPluginName", () -> invocation(id, "i-0123456789abcdef0", "PluginName", "other"));
    refused(
        "InvalidCommandId",
        () -> invocation("00000000-0000-0000-0000-000000000000", "i-0123456789abcdef0"));
  }

  @Test
  void sendCommand_toTags_findsInstances() {
    Client ec2 = door.client("ec2");
    String image =
        String.valueOf(
            ec2.call("DescribeImages", Map.of("Owners", List.of("amazon")))
                .structures("Images")
                .get(0)
                .text("ImageId"));
    String instance =
        String.valueOf(
            ec2.call(
                    "RunInstances",
                    Map.of(
                        "ImageId",
                        image,
                        "MinCount",
                        1,
                        "MaxCount",
                        1,
                        "TagSpecifications",
                        List.of(
                            Map.of(
                                "ResourceType",
                                "instance",
                                "Tags",
                                List.of(Map.of("Key", "Role", "Value", "web"))))))
                .structures("Instances")
                .get(0)
                .text("InstanceId"));
    Structure sent =
        ssm.call(
            "SendCommand",
            Map.of(
                "DocumentName",
                "AWS-RunShellScript",
                "Targets",
                List.of(Map.of("Key", "tag:Role", "Values", List.of("web")))));
    assertThat(sent.integer("Command", "TargetCount")).isEqualTo(1);
    assertThat(ssm.call("ListCommands", Map.of("InstanceId", instance)).structures("Commands"))
        .hasSize(1);
  }

  @Test
  void sendCommand_needsADocument() {
    refused(
        "InvalidDocument",
        () ->
            ssm.call(
                "SendCommand",
                Map.of("DocumentName", "mine", "InstanceIds", List.of("i-0123456789abcdef0"))));
    ssm.call(
        "CreateDocument",
        Map.of(
            "Name",
            "mine",
            "DocumentType",
            "Command",
            "Content",
            """
            {"schemaVersion": "2.2",
             "mainSteps": [{"action": "aws:runShellScript", "name": "hello", "inputs": {}}]}
            """));
    String id =
        String.valueOf(
            ssm.call(
                    "SendCommand",
                    Map.of("DocumentName", "mine", "InstanceIds", List.of("i-0123456789abcdef0")))
                .text("Command", "CommandId"));
    assertThat(invocation(id, "i-0123456789abcdef0").text("PluginName")).isEqualTo("hello");
  }
}
