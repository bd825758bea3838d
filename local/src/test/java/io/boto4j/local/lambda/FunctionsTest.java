package io.boto4j.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.Client;
import io.boto4j.Params;
import io.boto4j.Response;
import io.boto4j.Structure;
import io.boto4j.error.ServiceException;
import io.boto4j.local.EngineDoor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class FunctionsTest {
  private static final String ROLE = "arn:aws:iam::123456789012:role/r";
  private static final String ARN = "arn:aws:lambda:eu-west-1:123456789012:function:f";

  private final EngineDoor door =
      new EngineDoor(new LambdaFactory(Map.of(), () -> "http://127.0.0.1:1"));
  private final Client lambda = door.client("lambda");

  @AfterEach
  void close() {
    door.close();
  }

  private static void refused(String code, String message, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            ServiceException.class, e -> assertThat(e.is(code)).as(e.toString()).isTrue())
        .hasMessageContaining(message);
  }

  private static Params function(String name) {
    return Params.of(
        "FunctionName",
        name,
        "Runtime",
        "python3.13",
        "Role",
        ROLE,
        "Handler",
        "m.f",
        "Code",
        Map.of("ZipFile", Zips.of("m.py", "def f(e, c): return e")));
  }

  @Test
  void createFunction_isPendingFirstAndThenActive() {
    Response created = lambda.call("CreateFunction", function("f"));
    assertThat(created.text("State")).isEqualTo("Pending");
    assertThat(created.text("FunctionArn")).isEqualTo(ARN);
    assertThat(created.text("Version")).isEqualTo("$LATEST");
    Response found = lambda.call("GetFunction", Map.of("FunctionName", ARN));
    assertThat(found.text("Configuration", "State")).isEqualTo("Active");
    assertThat(found.text("Configuration", "CodeSha256")).isEqualTo(created.text("CodeSha256"));
    refused(
        "ResourceConflictException",
        "Function already exist: f",
        () -> lambda.call("CreateFunction", function("f")));
  }

  @Test
  void unknownFunction_isNotFound() {
    refused(
        "ResourceNotFoundException",
        "Function not found: " + ARN,
        () -> lambda.call("GetFunction", Map.of("FunctionName", "f")));
  }

  @Test
  void createFunction_refusesWhatIsNoArchive() {
    refused(
        "InvalidParameterValueException",
        "Could not unzip uploaded file. Please check your file, then try to upload again.",
        () ->
            lambda.call(
                "CreateFunction",
                function("f").with("Code", Map.of("ZipFile", new byte[] {1, 2, 3}))));
  }

  @Test
  void publishVersion_makesAVersionOnlyAfterAChange() {
    lambda.call("CreateFunction", function("f").with("Publish", true));
    assertThat(lambda.call("PublishVersion", Map.of("FunctionName", "f")).text("Version"))
        .isEqualTo("1");
    lambda.call(
        "UpdateFunctionConfiguration", Map.of("FunctionName", "f", "Description", "changed"));
    Response second = lambda.call("PublishVersion", Map.of("FunctionName", "f"));
    assertThat(second.text("FunctionArn")).isEqualTo(ARN + ":2");
    List<Structure> versions =
        lambda.call("ListVersionsByFunction", Map.of("FunctionName", "f")).structures("Versions");
    assertThat(versions)
        .extracting(version -> version.text("Version"))
        .containsExactly("$LATEST", "1", "2");
    assertThat(versions.get(1).text("Description")).isEmpty();
    assertThat(versions.get(2).text("Description")).isEqualTo("changed");
  }

  @Test
  void alias_pointsToAVersion_andKeepsItFromDeletion() {
    lambda.call("CreateFunction", function("f").with("Publish", true));
    lambda.call("CreateAlias", Map.of("FunctionName", "f", "Name", "live", "FunctionVersion", "1"));
    assertThat(
            lambda
                .call("GetFunction", Map.of("FunctionName", "f:live"))
                .text("Configuration", "FunctionArn"))
        .isEqualTo(ARN + ":live");
    refused(
        "ResourceConflictException",
        "Alias already exists: " + ARN + ":live",
        () ->
            lambda.call(
                "CreateAlias",
                Map.of("FunctionName", "f", "Name", "live", "FunctionVersion", "1")));
    refused(
        "ResourceConflictException",
        "aliases reference it: [live]",
        () -> lambda.call("DeleteFunction", Map.of("FunctionName", "f", "Qualifier", "1")));
    refused(
        "ResourceNotFoundException",
        "Cannot find alias arn: " + ARN + ":other",
        () -> lambda.call("GetAlias", Map.of("FunctionName", "f", "Name", "other")));
  }

  @Test
  void addPermission_writesTheStatementsOfAws() {
    lambda.call("CreateFunction", function("f"));
    lambda.call(
        "AddPermission",
        Map.of(
            "FunctionName", "f",
            "StatementId", "s",
            "Action", "lambda:InvokeFunction",
            "Principal", "events.amazonaws.com",
            "SourceArn", "arn:aws:events:eu-west-1:123456789012:rule/r"));
    Response policy = lambda.call("GetPolicy", Map.of("FunctionName", "f"));
    assertThat(policy.text("Policy"))
        .isEqualTo(
            "{\"Version\":\"2012-10-17\",\"Id\":\"default\",\"Statement\":[{\"Sid\":\"s\","
                + "\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"events.amazonaws.com\"},"
                + "\"Action\":\"lambda:InvokeFunction\",\"Resource\":\""
                + ARN
                + "\",\"Condition\":{\"ArnLike\":{\"AWS:SourceArn\":"
                + "\"arn:aws:events:eu-west-1:123456789012:rule/r\"}}}]}");
    refused(
        "PreconditionFailedException",
        "does not match the latest Revision Id",
        () ->
            lambda.call(
                "RemovePermission",
                Map.of("FunctionName", "f", "StatementId", "s", "RevisionId", "other")));
    lambda.call(
        "RemovePermission",
        Params.of(
            "FunctionName", "f", "StatementId", "s", "RevisionId", policy.text("RevisionId")));
    refused(
        "ResourceNotFoundException",
        "The resource you requested does not exist.",
        () -> lambda.call("GetPolicy", Map.of("FunctionName", "f")));
  }

  @Test
  void updateFunctionConfiguration_checksTheRevision() {
    Response created = lambda.call("CreateFunction", function("f"));
    lambda.call(
        "UpdateFunctionConfiguration",
        Params.of("FunctionName", "f", "Timeout", 7, "RevisionId", created.text("RevisionId")));
    refused(
        "PreconditionFailedException",
        "does not match the latest Revision Id",
        () ->
            lambda.call(
                "UpdateFunctionConfiguration",
                Params.of(
                    "FunctionName", "f", "Timeout", 8, "RevisionId", created.text("RevisionId"))));
  }

  @Test
  void layer_isPartOfTheConfiguration() {
    Response layer =
        lambda.call(
            "PublishLayerVersion",
            Map.of(
                "LayerName", "l", "Content", Map.of("ZipFile", Zips.of("python/x.py", "Y = 1"))));
    Response created =
        lambda.call(
            "CreateFunction",
            function("f").with("Layers", List.of(String.valueOf(layer.text("LayerVersionArn")))));
    assertThat(created.structures("Layers"))
        .extracting(each -> each.text("Arn"))
        .containsExactly("arn:aws:lambda:eu-west-1:123456789012:layer:l:1");
  }

  @Test
  void reservedConcurrency_leavesAHundredForOthers() {
    lambda.call("CreateFunction", function("f"));
    refused(
        "InvalidParameterValueException",
        "below its minimum value of [100]",
        () ->
            lambda.call(
                "PutFunctionConcurrency",
                Map.of("FunctionName", "f", "ReservedConcurrentExecutions", 901)));
  }
}
