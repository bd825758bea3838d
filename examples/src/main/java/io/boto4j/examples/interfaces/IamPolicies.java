package io.boto4j.examples.interfaces;

import io.boto4j.Json;
import io.boto4j.Name;
import io.boto4j.Session;
import io.boto4j.typed.Default;
import io.boto4j.typed.Operation;
import io.boto4j.typed.Param;
import io.boto4j.typed.Result;
import io.boto4j.typed.Service;
import io.boto4j.typed.Typed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Creates a policy, extends it in a new version, and attaches it to a user. */
class IamPolicies {
  record Statement(@Name("Effect") String effect, @Name("Action") List<String> action,
      @Name("Resource") String resource) {}

  record Document(@Name("Version") String version, @Name("Statement") List<Statement> statements) {}

  record Policy(String arn, String defaultVersionId) {}

  record User(String arn, Optional<Instant> passwordLastUsed) {}

  record Tag(String key, String value) {}

  record AccessKey(String accessKeyId, String status) {}

  @Service("iam")
  interface Iam {
    @Operation("CreatePolicy") @Result("Policy")
    Policy createPolicy(@Param("PolicyName") String name, @Param("PolicyDocument") String document);

    @Operation("GetPolicyVersion") @Result("PolicyVersion.Document")
    Document document(@Param("PolicyArn") String policy, @Param("VersionId") String version);

    @Operation("CreatePolicyVersion") @Default(param = "SetAsDefault", value = "true")
    @Result("PolicyVersion.VersionId")
    String change(@Param("PolicyArn") String policy, @Param("PolicyDocument") String document);

    @Operation("CreateUser") void createUser(@Param("UserName") String name, @Param("Tags") Tag... tags);

    @Operation("AttachUserPolicy") void attach(@Param("UserName") String user, @Param("PolicyArn") String policy);

    @Operation("ListUsers") Iterable<User> users();

    @Operation("ListAttachedUserPolicies") @Result("AttachedPolicies[].PolicyName")
    Stream<String> policiesOf(@Param("UserName") String user);

    @Operation("CreateAccessKey") @Result("AccessKey") AccessKey createKey(@Param("UserName") String user);
  }

  public static void main(String[] args) {
    var iam = Typed.of(Session.create(), Iam.class);
    var document = new Document("2012-10-17", List.of(
        new Statement("Allow", List.of("logs:CreateLogGroup"), "*"),
        new Statement("Allow", List.of("dynamodb:GetItem", "dynamodb:PutItem"),
            "arn:aws:dynamodb:us-east-1:123456789012:table/users")));
    var policy = iam.createPolicy("app", Json.write(document));
    System.out.println(policy.arn() + " " + policy.defaultVersionId());

    var first = iam.document(policy.arn(), "v1");
    for (var statement : first.statements()) {
      System.out.println(statement.effect() + " " + String.join(", ", statement.action()));
    }
    var statements = new ArrayList<>(first.statements());
    statements.add(new Statement("Deny", List.of("s3:*"), "*"));
    var second = iam.change(policy.arn(), Json.write(new Document(first.version(), statements)));
    System.out.println(second + " has " + iam.document(policy.arn(), "v2").statements().size() + " statements");

    iam.createUser("ada", new Tag("team", "data"));
    iam.attach("ada", policy.arn());
    for (var user : iam.users()) {
      var seen = user.passwordLastUsed().map(Instant::toString).orElse("never");
      System.out.println(user.arn() + ", last seen " + seen);
    }
    iam.policiesOf("ada").forEach(name -> System.out.println("has " + name));
    var key = iam.createKey("ada");
    System.out.println(key.status() + " key of " + key.accessKeyId().length() + " characters");
  }
}
