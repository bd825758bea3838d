package io.boto4j.dashboard.cloud;

import io.boto4j.Client;
import io.boto4j.Json;
import io.boto4j.Params;
import io.boto4j.error.ServiceException;
import io.boto4j.typed.Service;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Creates the role of the function: it may stop one database, and write to one table. */
final class ProvisionRole {
  private static final String LOGS =
      "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole";

  private final Client iam;
  private final Names names;

  ProvisionRole(@Service("iam") Client iam, Names names) {
    this.iam = iam;
    this.names = names;
  }

  /** Creates the role and sets its policies, and returns its ARN. */
  String run(String database, String table) {
    Params role = Params.of("RoleName", names.role());
    try {
      iam.call(
          "CreateRole",
          role.with(
              "AssumeRolePolicyDocument",
              policy(
                  List.of(
                      Map.of(
                          "Effect", "Allow",
                          "Action", "sts:AssumeRole",
                          "Principal", Map.of("Service", "lambda.amazonaws.com"))))));
    } catch (ServiceException e) {
      e.rethrowUnless("EntityAlreadyExistsException");
    }
    iam.call(
        "PutRolePolicy",
        role.with("PolicyName", "stop-the-database")
            .with(
                "PolicyDocument",
                policy(
                    List.of(
                        allow("rds:StopDBInstance", database), allow("dynamodb:PutItem", table)))));
    iam.call("AttachRolePolicy", role.with("PolicyArn", LOGS));
    return Objects.requireNonNull(iam.call("GetRole", role).text("Role", "Arn"), "Arn");
  }

  private static Map<String, ?> allow(String action, String resource) {
    return Map.of("Effect", "Allow", "Action", action, "Resource", resource);
  }

  private static String policy(List<Map<String, ?>> statements) {
    return Json.write(Map.of("Version", "2012-10-17", "Statement", statements));
  }
}
