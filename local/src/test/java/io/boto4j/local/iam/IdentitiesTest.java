package io.boto4j.local.iam;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.engine.Engine;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.Principals;
import io.boto4j.local.engine.Principals.Principal;
import io.boto4j.local.sts.StsFactory;
import io.boto4j.local.world.LocalClock;
import io.boto4j.local.world.Stores;
import io.boto4j.local.world.Worlds;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class IdentitiesTest {
  private static final String ACCOUNT = "000000000042";
  private static final String REGION = "eu-west-1";
  private static final EngineCall.Caller ROOT =
      new EngineCall.Caller("", "arn:aws:iam::" + ACCOUNT + ":root", ACCOUNT);

  private final Worlds worlds =
      new Worlds(new LocalClock(), Stores.open(null), List.of(new IamFactory(), new StsFactory()));
  private final Identities identities = new Identities(worlds);

  @AfterEach
  void close() {
    worlds.close();
  }

  private Structure call(EngineCall.Caller caller, String service, String name, Params input) {
    Engine engine = Objects.requireNonNull(worlds.engine(ACCOUNT, REGION, service));
    return Structures.of(engine.call(new EngineCall(name, input(input), caller, "r")));
  }

  private static Structure input(Params input) {
    return Structures.of(input);
  }

  private Principal newUser(@Nullable String policy) {
    call(ROOT, "iam", "CreateUser", Params.of("UserName", "alice"));
    if (policy != null) {
      call(
          ROOT,
          "iam",
          "PutUserPolicy",
          Params.of("UserName", "alice", "PolicyName", "p", "PolicyDocument", policy));
    }
    Structure key = call(ROOT, "iam", "CreateAccessKey", Params.of("UserName", "alice"));
    String id = String.valueOf(key.text("AccessKey", "AccessKeyId"));
    assertThat(Principals.accountOf(id)).isEqualTo(ACCOUNT);
    return Objects.requireNonNull(identities.find(id, REGION));
  }

  private static EngineCall.Caller caller(Principal principal) {
    return new EngineCall.Caller(principal.accessKeyId(), principal.arn(), principal.account());
  }

  private @Nullable String refusal(
      EngineCall.Caller caller, String service, String operation, Params input) {
    return identities.refusal(caller, service, operation, input(input), REGION, Map.of());
  }

  private static final String ONE_TABLE =
      "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
          + "\"Action\":[\"dynamodb:GetItem\",\"sts:AssumeRole\"],"
          + "\"Resource\":[\"arn:aws:dynamodb:*:*:table/users\",\"arn:aws:iam::*:role/*\"]}]}";

  @Test
  void refusal_userWithoutPolicy_getsTheSentenceOfAws() {
    Principal alice = newUser(null);
    assertThat(refusal(caller(alice), "dynamodb", "PutItem", Params.of("TableName", "auth-users")))
        .isEqualTo(
            "User: arn:aws:iam::000000000042:user/alice is not authorized to perform:"
                + " dynamodb:PutItem on resource:"
                + " arn:aws:dynamodb:eu-west-1:000000000042:table/auth-users because no"
                + " identity-based policy allows the dynamodb:PutItem action");
    assertThat(refusal(caller(alice), "sts", "GetCallerIdentity", Params.of())).isNull();
    assertThat(refusal(ROOT, "dynamodb", "PutItem", Params.of("TableName", "t"))).isNull();
  }

  @Test
  void refusal_leastPrivilege_looksAtActionAndResource() {
    EngineCall.Caller alice = caller(newUser(ONE_TABLE));
    assertThat(refusal(alice, "dynamodb", "GetItem", Params.of("TableName", "users"))).isNull();
    assertThat(refusal(alice, "dynamodb", "GetItem", Params.of("TableName", "other")))
        .contains("table/other");
    assertThat(
            refusal(
                alice,
                "dynamodb",
                "BatchGetItem",
                Params.of("RequestItems", Map.of("users", Map.of()))))
        .contains("dynamodb:BatchGetItem");
  }

  @Test
  void refusal_assumedRole_hasThePoliciesOfTheRoleAndTheSession() {
    EngineCall.Caller alice = caller(newUser(ONE_TABLE));
    String trust =
        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":"
            + "{\"AWS\":\"arn:aws:iam::000000000042:user/alice\"},\"Action\":\"sts:AssumeRole\"}]}";
    String role =
        call(
                ROOT,
                "iam",
                "CreateRole",
                Params.of("RoleName", "r", "AssumeRolePolicyDocument", trust))
            .text("Role", "Arn");
    call(
        ROOT,
        "iam",
        "AttachRolePolicy",
        Params.of("RoleName", "r", "PolicyArn", "arn:aws:iam::aws:policy/AmazonS3FullAccess"));
    Params assume =
        Params.of(
            "RoleArn",
            role,
            "RoleSessionName",
            "s",
            "Policy",
            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\","
                + "\"Action\":\"s3:Get*\",\"Resource\":\"*\"}}");
    assertThat(refusal(alice, "sts", "AssumeRole", assume)).isNull();
    Structure answer = call(alice, "sts", "AssumeRole", assume);
    Principal session =
        Objects.requireNonNull(
            identities.find(String.valueOf(answer.text("Credentials", "AccessKeyId")), REGION));
    assertThat(session.arn()).isEqualTo("arn:aws:sts::000000000042:assumed-role/r/s");
    Params object = Params.of("Bucket", "b", "Key", "k");
    assertThat(refusal(caller(session), "s3", "GetObject", object)).isNull();
    assertThat(refusal(caller(session), "s3", "PutObject", object))
        .endsWith("because no session policy allows the s3:PutObject action");
    assertThat(refusal(caller(session), "dynamodb", "ListTables", Params.of()))
        .contains("no identity-based policy");
  }

  @Test
  void used_key_isReported() {
    Principal alice = newUser(null);
    identities.used(alice.accessKeyId(), "s3", REGION);
    assertThat(
            call(ROOT, "iam", "GetAccessKeyLastUsed", Params.of("AccessKeyId", alice.accessKeyId()))
                .text("AccessKeyLastUsed", "ServiceName"))
        .isEqualTo("s3");
  }
}
