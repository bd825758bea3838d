package io.boto4j.local.ssm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.Client;
import io.boto4j.Params;
import io.boto4j.error.ServiceException;
import io.boto4j.local.EngineDoor;
import io.boto4j.local.kms.KmsFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SsmEngineTest {
  private final EngineDoor door = new EngineDoor(new SsmFactory(), new KmsFactory());
  private final Client ssm = door.client("ssm");

  @AfterEach
  void close() {
    door.close();
  }

  private void put(String name, String value, boolean overwrite) {
    ssm.call(
        "PutParameter",
        Params.of("Name", name, "Value", value, "Type", "String", "Overwrite", overwrite));
  }

  private String value(String name) {
    return String.valueOf(
        ssm.call("GetParameter", Map.of("Name", name, "WithDecryption", true))
            .text("Parameter", "Value"));
  }

  private void refused(String code, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            ServiceException.class, e -> assertThat(e.is(code)).as(e.toString()).isTrue());
  }

  @Test
  void putParameter_versionsAndLabels() {
    put("/app/url", "one", false);
    refused("ParameterAlreadyExists", () -> put("/app/url", "two", false));
    put("/app/url", "two", true);
    ssm.call(
        "LabelParameterVersion",
        Map.of("Name", "/app/url", "ParameterVersion", 1, "Labels", List.of("stable", "1st")));
    ssm.call("LabelParameterVersion", Map.of("Name", "/app/url", "Labels", List.of("new", "2nd")));
    assertThat(value("/app/url")).isEqualTo("two");
    assertThat(value("/app/url:1")).isEqualTo("one");
    assertThat(value("/app/url:stable")).isEqualTo("one");
    refused("ParameterVersionNotFound", () -> value("/app/url:3"));
    assertThat(ssm.call("GetParameterHistory", Map.of("Name", "/app/url")).structures("Parameters"))
        .hasSize(2);
  }

  @Test
  void getParametersByPath_oneLevelOrAll() {
    put("/app/a", "1", false);
    put("/app/b/c", "2", false);
    put("/other", "3", false);
    assertThat(ssm.call("GetParametersByPath", Map.of("Path", "/app")).structures("Parameters"))
        .extracting(each -> each.text("Name"))
        .containsExactly("/app/a");
    assertThat(
            ssm.call("GetParametersByPath", Map.of("Path", "/app", "Recursive", true))
                .structures("Parameters"))
        .extracting(each -> each.text("Name"))
        .containsExactly("/app/a", "/app/b/c");
  }

  @Test
  void secureString_isEncryptedWithKms() {
    ssm.call(
        "PutParameter", Map.of("Name", "/app/secret", "Value", "s3cret", "Type", "SecureString"));
    assertThat(ssm.call("GetParameter", Map.of("Name", "/app/secret")).text("Parameter", "Value"))
        .doesNotContain("s3cret");
    assertThat(value("/app/secret")).isEqualTo("s3cret");
  }

  @Test
  void createDocument_yaml_describesItsParameters() {
    String content =
        """
        schemaVersion: "2.2"
        description: Says hello
        parameters:
          Name:
            type: String
            default: you
        mainSteps:
        - action: aws:runShellScript
          name: hello
          inputs:
            runCommand:
            - echo hello
        """;
    assertThat(
            ssm.call(
                    "CreateDocument",
                    Map.of("Name", "hello", "Content", content, "DocumentFormat", "YAML"))
                .structures("DocumentDescription", "Parameters")
                .get(0)
                .text("DefaultValue"))
        .isEqualTo("you");
  }

  @Test
  void expirationPolicy_removesTheParameterByTheClock() {
    ssm.call(
        "PutParameter",
        Params.of(
            "Name", "short",
            "Value", "v",
            "Type", "String",
            "Tier", "Advanced",
            "Policies",
                "[{\"Type\":\"Expiration\",\"Version\":\"1.0\",\"Attributes\":{\"Timestamp\":\""
                    + door.clock().instant().plus(Duration.ofHours(1))
                    + "\"}}]"));
    assertThat(value("short")).isEqualTo("v");
    door.clock().advance(Duration.ofHours(2));
    refused("ParameterNotFound", () -> value("short"));
  }
}
