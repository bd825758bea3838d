package io.boto4j.examples.boto3;

import io.boto4j.Json;
import io.boto4j.Params;
import io.boto4j.Session;
import io.boto4j.error.ServiceException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Lists roles with who may assume them and what their policies allow. */
class IamRoles {
  public static void main(String[] args) {
    var iam = Session.create().client("iam");
    var trust = Json.write(Map.of("Version", "2012-10-17", "Statement", List.of(Map.of(
        "Effect", "Allow", "Principal", Map.of("Service", "lambda.amazonaws.com"), "Action", "sts:AssumeRole"))));
    for (var name : List.of("builder", "deployer")) {
      iam.call("CreateRole", Params.of("RoleName", name, "Path", "/app/", "AssumeRolePolicyDocument", trust));
    }
    var reader = iam.call("CreatePolicy", Params.of("PolicyName", "reader", "PolicyDocument", Json.write(
        Map.of("Version", "2012-10-17", "Statement", List.of(
            Map.of("Effect", "Allow", "Action", "s3:Get*", "Resource", "*")))))).text("Policy", "Arn");
    iam.call("AttachRolePolicy", Params.of("RoleName", "builder", "PolicyArn", reader));
    iam.call("PutRolePolicy", Params.of("RoleName", "builder", "PolicyName", "no-deletes", "PolicyDocument", Json.write(
        Map.of("Version", "2012-10-17", "Statement",
            Map.of("Effect", "Deny", "Action", "s3:Delete*", "Resource", "*")))));

    try {
      var roles = iam.items("ListRoles", Params.of("PathPrefix", "/app/")).stream()
          .sorted(Comparator.comparing(role -> role.text("RoleName"))).toList();
      for (var role : roles) {
        var name = role.text("RoleName");
        System.out.println(name + " for "
            + role.search("AssumeRolePolicyDocument.Statement[0].Principal.Service", String.class));
        for (var policy : iam.items("ListAttachedRolePolicies", Params.of("RoleName", name))) {
          System.out.println("  attached " + policy.text("PolicyName"));
        }
        for (var policy : iam.items("ListRolePolicies", Params.of("RoleName", name), String.class)) {
          var statement = iam.call("GetRolePolicy", Params.of("RoleName", name, "PolicyName", policy))
              .structure("PolicyDocument", "Statement");
          System.out.println("  inline " + policy + ": " + statement.text("Effect") + " " + statement.text("Action"));
        }
      }
    } catch (ServiceException e) {
      e.rethrowUnless("AccessDenied");
      System.out.println("No permission: " + e.message());
    }
  }
}
