package io.boto4j.examples.generated;

import io.boto4j.Json;
import io.boto4j.Name;
import io.boto4j.Session;
import io.boto4j.Structures;
import io.boto4j.examples.generated.iam.AttachUserPolicyRequest;
import io.boto4j.examples.generated.iam.CreateAccessKeyRequest;
import io.boto4j.examples.generated.iam.CreatePolicyRequest;
import io.boto4j.examples.generated.iam.CreatePolicyVersionRequest;
import io.boto4j.examples.generated.iam.CreateUserRequest;
import io.boto4j.examples.generated.iam.GetPolicyVersionRequest;
import io.boto4j.examples.generated.iam.Iam;
import io.boto4j.examples.generated.iam.ListAttachedUserPoliciesRequest;
import io.boto4j.examples.generated.iam.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Creates a policy, extends it in a new version, and attaches it to a user. */
class IamPolicies {
  record Statement(@Name("Effect") String effect, @Name("Action") List<String> action,
      @Name("Resource") String resource) {}

  record Document(@Name("Version") String version, @Name("Statement") List<Statement> statements) {}

  static final Iam iam = Iam.of(Session.create().client("iam"));

  static Document document(String arn, String version) {
    var stored = iam.getPolicyVersion(GetPolicyVersionRequest.of(arn, version)).policyVersion();
    return Structures.of(stored.members()).structure("Document").to(Document.class);
  }

  public static void main(String[] args) {
    var document = new Document("2012-10-17", List.of(
        new Statement("Allow", List.of("logs:CreateLogGroup"), "*"),
        new Statement("Allow", List.of("dynamodb:GetItem", "dynamodb:PutItem"),
            "arn:aws:dynamodb:us-east-1:123456789012:table/users")));
    var policy = iam.createPolicy(CreatePolicyRequest.of("app", Json.write(document))).policy();
    System.out.println(policy.arn() + " " + policy.defaultVersionId());

    var first = document(policy.arn(), "v1");
    for (var statement : first.statements()) {
      System.out.println(statement.effect() + " " + String.join(", ", statement.action()));
    }
    var statements = new ArrayList<>(first.statements());
    statements.add(new Statement("Deny", List.of("s3:*"), "*"));
    var changed = Json.write(new Document(first.version(), statements));
    var second = iam.createPolicyVersion(CreatePolicyVersionRequest.of(policy.arn(), changed).setAsDefault(true));
    System.out.println(second.policyVersion().versionId() + " has "
        + document(policy.arn(), "v2").statements().size() + " statements");

    iam.createUser(CreateUserRequest.of("ada").tags(Tag.of("team", "data")));
    iam.attachUserPolicy(AttachUserPolicyRequest.of("ada", policy.arn()));
    for (var user : iam.listUsersItems()) {
      var seen = Optional.ofNullable(user.passwordLastUsed()).map(Instant::toString).orElse("never");
      System.out.println(user.arn() + ", last seen " + seen);
    }
    for (var attached : iam.listAttachedUserPoliciesItems(ListAttachedUserPoliciesRequest.of("ada"))) {
      System.out.println("has " + attached.policyName());
    }
    var key = iam.createAccessKey(CreateAccessKeyRequest.of().userName("ada")).accessKey();
    System.out.println(key.status() + " key of " + key.accessKeyId().length() + " characters");
  }
}
