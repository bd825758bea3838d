package io.boto4j.examples;

import io.boto4j.Client;
import io.boto4j.Params;
import io.boto4j.Session;
import io.boto4j.Structure;
import io.boto4j.credentials.Credentials;
import io.boto4j.error.ServiceException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Lists roles and policies, and meets AccessDenied as a user without permissions. */
final class PermissionsTour {
  private static final String TRUST =
      """
      {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
        "Principal": {"Service": "lambda.amazonaws.com"}}]}""";

  private static final String MAY_STOP =
      """
      {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Resource": "*",
        "Action": ["rds:StopDBInstance", "rds:DescribeDBInstances"]}]}""";

  private final Client iam;
  private final Function<Credentials, Session> sessions;
  private final Narrator narrator;

  PermissionsTour(Client iam, Function<Credentials, Session> sessions, Narrator narrator) {
    this.iam = iam;
    this.sessions = sessions;
    this.narrator = narrator;
  }

  void run() {
    create();
    list();
    refuse();
  }

  private void create() {
    narrator.step("Create a role for the function, and a policy for the role");
    narrator.timed(
        "iam.call(\"CreateRole\", {nightly-stop-role ...})",
        () ->
            iam.call(
                "CreateRole",
                Params.of("RoleName", "nightly-stop-role", "AssumeRolePolicyDocument", TRUST)));
    String arn =
        narrator
            .timed(
                "iam.call(\"CreatePolicy\", {may-stop-databases ...})",
                () ->
                    iam.call(
                        "CreatePolicy",
                        Params.of("PolicyName", "may-stop-databases", "PolicyDocument", MAY_STOP)))
            .map("Policy")
            .text("Arn");
    narrator.timed(
        "iam.call(\"AttachRolePolicy\", {nightly-stop-role ...})",
        () ->
            iam.call(
                "AttachRolePolicy", Params.of("RoleName", "nightly-stop-role", "PolicyArn", arn)));
  }

  private void list() {
    narrator.step("List roles and policies, and ask what the role may do");
    for (Structure role : iam.items("ListRoles")) {
      narrator.result("role " + role.text("RoleName") + ", " + role.text("Arn"));
    }
    for (Structure policy : iam.items("ListPolicies", Params.of("Scope", "Local"))) {
      narrator.result(
          "policy "
              + policy.text("PolicyName")
              + ", attached "
              + policy.integer("AttachmentCount")
              + " time");
    }
    String role =
        iam.call("GetRole", Params.of("RoleName", "nightly-stop-role")).map("Role").text("Arn");
    for (Structure result :
        iam.items(
            "SimulatePrincipalPolicy",
            Params.of("PolicySourceArn", role)
                .with("ActionNames", List.of("rds:StopDBInstance", "rds:DeleteDBInstance")))) {
      narrator.result(result.text("EvalActionName") + ": " + result.text("EvalDecision"));
    }
  }

  private static String required(Structure structure, String member) {
    return Objects.requireNonNull(structure.text(member), member);
  }

  private void refuse() {
    narrator.step("Read the table as a user who has no policy");
    iam.call("CreateUser", Params.of("UserName", "intern"));
    Structure key = iam.call("CreateAccessKey", Params.of("UserName", "intern")).map("AccessKey");
    Session intern =
        sessions.apply(
            Credentials.of(required(key, "AccessKeyId"), required(key, "SecretAccessKey")));
    try (Client dynamodb = intern.client("dynamodb")) {
      narrator.timed(
          "dynamodb.call(\"Scan\", {auth-users})",
          () -> dynamodb.call("Scan", Params.of("TableName", "auth-users")));
      throw new QuickstartException("A user without permissions has read the table", null);
    } catch (ServiceException e) {
      if (!e.is("AccessDeniedException")) {
        throw e;
      }
      narrator.result(e.code() + ": " + e.message());
    }
    narrator.result("intern.credentialReport() says which keys these are:");
    String report = intern.credentialReport().toString().replace("\u2026", "...");
    report.lines().forEach(narrator::result);
  }
}
