package io.boto4j.examples.boto3;

import io.boto4j.Json;
import io.boto4j.Params;
import io.boto4j.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Creates a policy, extends it in a new version, and attaches it to a user. */
class IamPolicies {
  public static void main(String[] args) {
    var iam = Session.create().client("iam");
    var document = Params.of(
        "Version", "2012-10-17",
        "Statement", List.of(
            Map.of("Effect", "Allow", "Action", List.of("logs:CreateLogGroup"), "Resource", "*"),
            Map.of("Effect", "Allow", "Action", List.of("dynamodb:GetItem", "dynamodb:PutItem"),
                "Resource", "arn:aws:dynamodb:us-east-1:123456789012:table/users")));
    var policy = iam.call("CreatePolicy",
        Params.of("PolicyName", "app", "PolicyDocument", Json.write(document))).structure("Policy");
    var arn = policy.text("Arn");
    System.out.println(arn + " " + policy.text("DefaultVersionId"));

    var first = iam.call("GetPolicyVersion", Params.of("PolicyArn", arn, "VersionId", "v1"))
        .structure("PolicyVersion", "Document");
    for (var statement : first.structures("Statement")) {
      System.out.println(statement.text("Effect") + " " + String.join(", ", statement.texts("Action")));
    }
    var statements = new ArrayList<Object>(first.structures("Statement"));
    statements.add(Map.of("Effect", "Deny", "Action", "s3:*", "Resource", "*"));
    var changed = Params.copyOf(first).with("Statement", statements);
    var second = iam.call("CreatePolicyVersion",
        Params.of("PolicyArn", arn, "PolicyDocument", Json.write(changed), "SetAsDefault", true));
    var stored = iam.call("GetPolicyVersion", Params.of("PolicyArn", arn, "VersionId", "v2"));
    System.out.println(second.text("PolicyVersion", "VersionId") + " has "
        + stored.search("length(PolicyVersion.Document.Statement)") + " statements");

    iam.call("CreateUser", Params.of("UserName", "ada", "Tags", List.of(Map.of("Key", "team", "Value", "data"))));
    iam.call("AttachUserPolicy", Params.of("UserName", "ada", "PolicyArn", arn));
    for (var user : iam.items("ListUsers")) {
      System.out.println(user.text("Arn") + ", last seen " + user.getOrDefault("PasswordLastUsed", "never"));
    }
    for (var attached : iam.items("ListAttachedUserPolicies", Params.of("UserName", "ada"))) {
      System.out.println("has " + attached.text("PolicyName"));
    }
    var key = iam.call("CreateAccessKey", Params.of("UserName", "ada")).structure("AccessKey");
    System.out.println(key.text("Status") + " key of " + key.text("AccessKeyId").length() + " characters");
  }
}
