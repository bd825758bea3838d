package io.boto4j.local.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.Client;
import io.boto4j.Params;
import io.boto4j.Response;
import io.boto4j.Structure;
import io.boto4j.error.ServiceException;
import io.boto4j.local.EngineDoor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class IamEngineTest {
  private static final String POLICY =
      "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\","
          + "\"Action\":\"s3:ListBucket\",\"Resource\":\"arn:aws:s3:::example\"}}";
  private static final String TRUST =
      "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
          + "\"Principal\":{\"Service\":\"lambda.amazonaws.com\"},\"Action\":\"sts:AssumeRole\"}]}";

  private final EngineDoor door = new EngineDoor(new IamFactory());
  private final Client iam = door.client("iam");

  @AfterEach
  void close() {
    door.close();
  }

  private void refused(String code, String message, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            ServiceException.class,
            e -> {
              assertThat(e.is(code) || e.is(code + "Exception")).as(e.toString()).isTrue();
              assertThat(e.getMessage()).contains(message);
            });
  }

  @Test
  void createUser_twice_isRefusedAlsoInAnotherCase() {
    Response answer = iam.call("CreateUser", Map.of("UserName", "Alice"));
    assertThat(answer.text("User", "Arn")).isEqualTo("arn:aws:iam::123456789012:user/Alice");
    assertThat(answer.text("User", "UserId")).startsWith("AIDA").hasSize(21);
    refused(
        "EntityAlreadyExists",
        "User alice already exists",
        () -> iam.call("CreateUser", Map.of("UserName", "alice")));
  }

  @Test
  void deleteUser_withKeys_conflicts() {
    iam.call("CreateUser", Map.of("UserName", "u"));
    Response key = iam.call("CreateAccessKey", Map.of("UserName", "u"));
    refused(
        "DeleteConflict",
        "Cannot delete entity, must delete access keys first.",
        () -> iam.call("DeleteUser", Map.of("UserName", "u")));
    iam.call(
        "DeleteAccessKey",
        Params.of("UserName", "u", "AccessKeyId", key.text("AccessKey", "AccessKeyId")));
    iam.call("DeleteUser", Map.of("UserName", "u"));
  }

  @Test
  void policyVersions_haveOneDefaultAndAtMostFive() {
    String arn =
        iam.call("CreatePolicy", Map.of("PolicyName", "p", "PolicyDocument", POLICY))
            .text("Policy", "Arn");
    for (int i = 0; i < 4; i++) {
      iam.call("CreatePolicyVersion", Params.of("PolicyArn", arn, "PolicyDocument", POLICY));
    }
    refused(
        "LimitExceeded",
        "A managed policy can have up to 5 versions.",
        () ->
            iam.call("CreatePolicyVersion", Params.of("PolicyArn", arn, "PolicyDocument", POLICY)));
    refused(
        "DeleteConflict",
        "Cannot delete the default version of a policy.",
        () -> iam.call("DeletePolicyVersion", Params.of("PolicyArn", arn, "VersionId", "v1")));
    iam.call("SetDefaultPolicyVersion", Params.of("PolicyArn", arn, "VersionId", "v3"));
    assertThat(
            iam.call("GetPolicy", Params.of("PolicyArn", arn)).text("Policy", "DefaultVersionId"))
        .isEqualTo("v3");
  }

  @Test
  void createPolicy_malformed_isRefusedWithIamsWords() {
    refused(
        "MalformedPolicyDocument",
        "Syntax errors in policy.",
        () -> iam.call("CreatePolicy", Map.of("PolicyName", "p", "PolicyDocument", "not json")));
    refused(
        "MalformedPolicyDocument",
        "Policy statement must contain resources.",
        () ->
            iam.call(
                "CreatePolicy",
                Map.of(
                    "PolicyName",
                    "p",
                    "PolicyDocument",
                    "{\"Version\":\"2012-10-17\",\"Statement\":"
                        + "{\"Effect\":\"Allow\",\"Action\":\"s3:*\"}}")));
  }

  @Test
  void attachRolePolicy_managedByAws_isListed() {
    iam.call("CreateRole", Map.of("RoleName", "r", "AssumeRolePolicyDocument", TRUST));
    String arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole";
    iam.call("AttachRolePolicy", Map.of("RoleName", "r", "PolicyArn", arn));
    assertThat(
            iam.call("ListAttachedRolePolicies", Map.of("RoleName", "r"))
                .structures("AttachedPolicies"))
        .extracting(each -> each.text("PolicyArn"))
        .containsExactly(arn);
    refused(
        "NoSuchEntity",
        "Policy arn:aws:iam::aws:policy/None does not exist or is not attachable.",
        () ->
            iam.call(
                "AttachRolePolicy",
                Map.of("RoleName", "r", "PolicyArn", "arn:aws:iam::aws:policy/None")));
  }

  @Test
  void listUsers_inPages_survivesDeletionsBetween() {
    for (int i = 0; i < 5; i++) {
      iam.call("CreateUser", Map.of("UserName", "u" + i));
    }
    Response first = iam.call("ListUsers", Map.of("MaxItems", 2));
    assertThat(first.bool("IsTruncated")).isTrue();
    iam.call("DeleteUser", Map.of("UserName", "u0"));
    iam.call("DeleteUser", Map.of("UserName", "u1"));
    Response second =
        iam.call("ListUsers", Params.of("MaxItems", 10, "Marker", first.text("Marker")));
    assertThat(second.structures("Users"))
        .extracting(user -> user.text("UserName"))
        .containsExactly("u2", "u3", "u4");
  }

  @Test
  void simulatePrincipalPolicy_groupPolicy_countsForTheUser() {
    iam.call("CreateUser", Map.of("UserName", "u"));
    iam.call("CreateGroup", Map.of("GroupName", "g"));
    iam.call("AddUserToGroup", Map.of("UserName", "u", "GroupName", "g"));
    iam.call(
        "PutGroupPolicy", Map.of("GroupName", "g", "PolicyName", "p", "PolicyDocument", POLICY));
    List<Structure> results =
        iam.call(
                "SimulatePrincipalPolicy",
                Map.of(
                    "PolicySourceArn", "arn:aws:iam::123456789012:user/u",
                    "ActionNames", List.of("s3:ListBucket", "s3:GetObject"),
                    "ResourceArns", List.of("arn:aws:s3:::example")))
            .structures("EvaluationResults");
    assertThat(results)
        .extracting(result -> result.text("EvalDecision"))
        .containsExactly("allowed", "implicitDeny");
    assertThat(results.get(0).structures("MatchedStatements").get(0).text("SourcePolicyId"))
        .isEqualTo("group_g_p");
  }

  @Test
  void getCredentialReport_hasALineForEachUser() {
    iam.call("CreateUser", Map.of("UserName", "u"));
    iam.call("CreateLoginProfile", Map.of("UserName", "u", "Password", "pass-word"));
    assertThat(iam.call("GenerateCredentialReport").text("State")).isEqualTo("STARTED");
    assertThat(iam.call("GenerateCredentialReport").text("State")).isEqualTo("COMPLETE");
    byte[] content = iam.call("GetCredentialReport").bytes("Content");
    assertThat(content).isNotNull();
    String report = new String(content == null ? new byte[0] : content, StandardCharsets.UTF_8);
    assertThat(report.lines())
        .anyMatch(line -> line.startsWith("u,arn:aws:iam::123456789012:user/u,"))
        .anyMatch(line -> line.startsWith("<root_account>,"));
  }
}
