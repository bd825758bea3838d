package io.boto4j.examples.resources;

import io.boto4j.Json;
import io.boto4j.Params;
import io.boto4j.Session;
import java.util.List;
import java.util.Map;

/** Creates a group with a policy, a user in it, and a role, and asks who may do what. */
class IamAccess {
  public static void main(String[] args) {
    var iam = Session.create().resource("iam");
    var readers = Map.of("Version", "2012-10-17", "Statement", List.of(
        Map.of("Effect", "Allow", "Action", "s3:GetObject", "Resource", "*")));
    var policy = iam.run("create_policy",
        Params.of("PolicyName", "read-objects", "PolicyDocument", Json.write(readers))).resource();
    var group = iam.run("create_group", Params.of("GroupName", "readers")).resource();
    group.action("attach_policy", Params.of("PolicyArn", policy.text("arn")));
    var ada = iam.run("create_user", Params.of("UserName", "ada")).resource();
    ada.action("add_group", Params.of("GroupName", "readers"));
    System.out.println(ada.collection("groups").toList());
    System.out.println(group.collection("users").toList());

    var trust = Map.of("Version", "2012-10-17", "Statement", List.of(Map.of("Effect", "Allow",
        "Action", "sts:AssumeRole", "Principal", Map.of("Service", "lambda.amazonaws.com"))));
    var role = iam.run("create_role",
        Params.of("RoleName", "nightly", "AssumeRolePolicyDocument", Json.write(trust))).resource();
    role.action("attach_policy", Params.of("PolicyArn", policy.text("arn")));
    for (var each : role.collection("attached_policies")) {
      System.out.println(each.text("policy_name") + " attached " + each.integer("attachment_count") + " times");
      System.out.println(each.reference("default_version").orElseThrow().map("document").get("Statement") != null);
    }
    System.out.println(policy.collection("attached_groups").toList() + " " + policy.collection("attached_roles").toList());
    System.out.println(iam.resource("User", "bob").exists());

    var key = ada.run("create_access_key_pair").resource();
    System.out.println(key.text("status") + " " + ada.collection("access_keys").toList().size());
    key.action("deactivate");
    for (var each : ada.collection("access_keys")) {
      System.out.println(each.text("status"));
      each.action("delete");
    }
    ada.action("remove_group", Params.of("GroupName", "readers"));
    ada.action("delete");
    System.out.println("users: " + iam.collection("users").toList().size());
  }
}
