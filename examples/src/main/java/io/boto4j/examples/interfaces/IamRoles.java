package io.boto4j.examples.interfaces;

import io.boto4j.Json;
import io.boto4j.Session;
import io.boto4j.error.ServiceException;
import io.boto4j.typed.Default;
import io.boto4j.typed.Operation;
import io.boto4j.typed.Param;
import io.boto4j.typed.Result;
import io.boto4j.typed.Service;
import io.boto4j.typed.Typed;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Lists roles with who may assume them and what their policies allow. */
class IamRoles {
  record Role(String name, String service) {}

  record Statement(String effect, String action) {}

  @Service("iam")
  interface Iam {
    @Operation("CreateRole") @Default(param = "Path", value = "/app/")
    void createRole(@Param("RoleName") String name, @Param("AssumeRolePolicyDocument") String trust);

    @Operation("CreatePolicy") @Result("Policy.Arn")
    String createPolicy(@Param("PolicyName") String name, @Param("PolicyDocument") String document);

    @Operation("AttachRolePolicy") void attach(@Param("RoleName") String role, @Param("PolicyArn") String policy);

    @Operation("PutRolePolicy") void put(
        @Param("RoleName") String role, @Param("PolicyName") String policy, @Param("PolicyDocument") String document);

    @Operation("ListRoles")
    @Result("Roles[].{name: RoleName, service: AssumeRolePolicyDocument.Statement[0].Principal.Service}")
    Stream<Role> roles(@Param("PathPrefix") String prefix);

    @Operation("ListAttachedRolePolicies") @Result("AttachedPolicies[].PolicyName")
    Iterable<String> attached(@Param("RoleName") String role);

    @Operation("ListRolePolicies") List<String> inline(@Param("RoleName") String role);

    @Operation("GetRolePolicy") @Result("PolicyDocument.Statement")
    Statement inline(@Param("RoleName") String role, @Param("PolicyName") String policy);
  }

  public static void main(String[] args) {
    var iam = Typed.of(Session.create(), Iam.class);
    var trust = Json.write(Map.of("Version", "2012-10-17", "Statement", List.of(Map.of(
        "Effect", "Allow", "Principal", Map.of("Service", "lambda.amazonaws.com"), "Action", "sts:AssumeRole"))));
    for (var name : List.of("builder", "deployer")) {
      iam.createRole(name, trust);
    }
    var reader = iam.createPolicy("reader", Json.write(
        Map.of("Version", "2012-10-17", "Statement", List.of(
            Map.of("Effect", "Allow", "Action", "s3:Get*", "Resource", "*")))));
    iam.attach("builder", reader);
    iam.put("builder", "no-deletes", Json.write(
        Map.of("Version", "2012-10-17", "Statement",
            Map.of("Effect", "Deny", "Action", "s3:Delete*", "Resource", "*"))));

    try {
      for (var role : iam.roles("/app/").sorted(Comparator.comparing(Role::name)).toList()) {
        System.out.println(role.name() + " for " + role.service());
        for (var policy : iam.attached(role.name())) {
          System.out.println("  attached " + policy);
        }
        for (var policy : iam.inline(role.name())) {
          var statement = iam.inline(role.name(), policy);
          System.out.println("  inline " + policy + ": " + statement.effect() + " " + statement.action());
        }
      }
    } catch (ServiceException e) {
      e.rethrowUnless("AccessDenied");
      System.out.println("No permission: " + e.message());
    }
  }
}
