package io.boto4j.examples.generated;

import io.boto4j.Json;
import io.boto4j.Session;
import io.boto4j.Structures;
import io.boto4j.error.ServiceException;
import io.boto4j.examples.generated.iam.AttachRolePolicyRequest;
import io.boto4j.examples.generated.iam.CreatePolicyRequest;
import io.boto4j.examples.generated.iam.CreateRoleRequest;
import io.boto4j.examples.generated.iam.GetRolePolicyRequest;
import io.boto4j.examples.generated.iam.Iam;
import io.boto4j.examples.generated.iam.ListAttachedRolePoliciesRequest;
import io.boto4j.examples.generated.iam.ListRolePoliciesRequest;
import io.boto4j.examples.generated.iam.ListRolesRequest;
import io.boto4j.examples.generated.iam.PutRolePolicyRequest;
import io.boto4j.examples.generated.iam.Role;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Lists roles with who may assume them and what their policies allow. */
class IamRoles {
  public static void main(String[] args) {
    var iam = Iam.of(Session.create().client("iam"));
    var trust = Json.write(Map.of("Version", "2012-10-17", "Statement", List.of(Map.of(
        "Effect", "Allow", "Principal", Map.of("Service", "lambda.amazonaws.com"), "Action", "sts:AssumeRole"))));
    for (var name : List.of("builder", "deployer")) {
      iam.createRole(CreateRoleRequest.of(name, trust).path("/app/"));
    }
    var reader = iam.createPolicy(CreatePolicyRequest.of("reader", Json.write(
        Map.of("Version", "2012-10-17", "Statement", List.of(
            Map.of("Effect", "Allow", "Action", "s3:Get*", "Resource", "*")))))).policy();
    iam.attachRolePolicy(AttachRolePolicyRequest.of("builder", reader.arn()));
    iam.putRolePolicy(PutRolePolicyRequest.of("builder", "no-deletes", Json.write(
        Map.of("Version", "2012-10-17", "Statement",
            Map.of("Effect", "Deny", "Action", "s3:Delete*", "Resource", "*")))));

    try {
      var roles = iam.listRolesItems(ListRolesRequest.of().pathPrefix("/app/")).stream()
          .sorted(Comparator.comparing(Role::roleName)).toList();
      for (var role : roles) {
        var name = role.roleName();
        var principals = "AssumeRolePolicyDocument.Statement[0].Principal.Service";
        System.out.println(name + " for " + Structures.of(role.members()).search(principals));
        for (var policy : iam.listAttachedRolePoliciesItems(ListAttachedRolePoliciesRequest.of(name))) {
          System.out.println("  attached " + policy.policyName());
        }
        for (var policy : iam.listRolePoliciesItems(ListRolePoliciesRequest.of(name))) {
          var stored = iam.getRolePolicy(GetRolePolicyRequest.of(name, policy));
          var statement = Structures.of(stored.members()).structure("PolicyDocument", "Statement");
          System.out.println("  inline " + policy + ": " + statement.text("Effect") + " " + statement.text("Action"));
        }
      }
    } catch (ServiceException e) {
      e.rethrowUnless("AccessDenied");
      System.out.println("No permission: " + e.message());
    }
  }
}
