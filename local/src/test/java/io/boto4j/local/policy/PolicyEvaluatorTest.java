package io.boto4j.local.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.local.policy.Decision.Outcome;
import io.boto4j.local.policy.Decision.Source;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class PolicyEvaluatorTest {
  private static final String ACCOUNT = "123456789012";
  private static final String USER = "arn:aws:iam::123456789012:user/alice";
  private static final String KEY = "arn:aws:s3:::bucket/home/alice/a.txt";

  private @Nullable PolicyDocument boundary;
  private @Nullable List<PolicyDocument> session;
  private @Nullable PolicyDocument resource;
  private String resourceAccount = ACCOUNT;
  private Map<String, List<String>> context = Map.of();

  private static PolicyDocument policy(String statement) {
    return PolicyDocument.parse(
        "p", "IAM Policy", "{\"Version\":\"2012-10-17\",\"Statement\":[" + statement + "]}");
  }

  private static String allow(String action, String resource) {
    return "{\"Effect\":\"Allow\",\"Action\":\"" + action + "\",\"Resource\":\"" + resource + "\"}";
  }

  private static String allowIf(String condition) {
    return "{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\",\"Condition\":"
        + condition
        + "}";
  }

  private Decision decide(String... statements) {
    return PolicyEvaluator.evaluate(
        new PolicyRequest(
            PolicyPrincipal.aws(USER, ACCOUNT, null),
            "s3:GetObject",
            KEY,
            resourceAccount,
            context,
            List.of(policy(String.join(",", statements))),
            boundary,
            session,
            resource,
            false));
  }

  @Test
  void evaluate_noStatement_deniesImplicitly() {
    Decision decision = decide();
    assertThat(decision.outcome()).isEqualTo(Outcome.IMPLICIT_DENY);
    assertThat(decision.message(USER, "dynamodb:PutItem", "arn:aws:dynamodb:x:1:table/t"))
        .isEqualTo(
            "User: arn:aws:iam::123456789012:user/alice is not authorized to perform:"
                + " dynamodb:PutItem on resource: arn:aws:dynamodb:x:1:table/t because no"
                + " identity-based policy allows the dynamodb:PutItem action");
  }

  @Test
  void evaluate_wildcards_matchAsIamHasIt() {
    assertThat(decide(allow("s3:Get*", "arn:aws:s3:::bucket/*")).isAllowed()).isTrue();
    assertThat(decide(allow("S3:getobject", "*")).isAllowed()).isTrue();
    assertThat(decide(allow("s3:GetObject", "arn:aws:s3:::bucket/home/?lice/a.txt")).isAllowed())
        .isTrue();
    assertThat(decide(allow("s3:GetObject", "arn:aws:s3:::BUCKET/*")).isAllowed()).isFalse();
    assertThat(decide(allow("s3:Put*", "*")).isAllowed()).isFalse();
  }

  @Test
  void evaluate_explicitDeny_wins() {
    Decision decision =
        decide(
            allow("*", "*"),
            "{\"Sid\":\"No\",\"Effect\":\"Deny\",\"Action\":\"s3:*\",\"Resource\":\"*\"}");
    assertThat(decision.outcome()).isEqualTo(Outcome.EXPLICIT_DENY);
    assertThat(decision.matches()).extracting(Decision.Match::sid).containsExactly("No");
    assertThat(decision.message(USER, "s3:GetObject", KEY))
        .endsWith(" with an explicit deny in an identity-based policy");
  }

  @Test
  void evaluate_notActionAndNotResource_matchTheRest() {
    assertThat(
            decide("{\"Effect\":\"Allow\",\"NotAction\":\"iam:*\",\"Resource\":\"*\"}").isAllowed())
        .isTrue();
    assertThat(
            decide("{\"Effect\":\"Allow\",\"NotAction\":\"s3:Get*\",\"Resource\":\"*\"}")
                .isAllowed())
        .isFalse();
    assertThat(
            decide(
                    "{\"Effect\":\"Allow\",\"Action\":\"*\",\"NotResource\":\"arn:aws:s3:::other/*\"}")
                .isAllowed())
        .isTrue();
  }

  @Test
  void evaluate_variables_areReplacedLiterally() {
    String statement = allow("s3:*", "arn:aws:s3:::bucket/home/${aws:username}/*");
    context = Map.of("aws:username", List.of("alice"));
    assertThat(decide(statement).isAllowed()).isTrue();
    context = Map.of("aws:username", List.of("*"));
    assertThat(decide(statement).isAllowed()).isFalse();
    context = Map.of();
    assertThat(decide(statement).isAllowed()).isFalse();
    assertThat(
            decide(allow("s3:*", "arn:aws:s3:::bucket/home/${aws:username, 'alice'}/*"))
                .isAllowed())
        .isTrue();
  }

  @Test
  void evaluate_conditions_compareByOperator() {
    context =
        Map.of(
            "aws:SourceIp", List.of("10.1.2.3"),
            "aws:CurrentTime", List.of("2026-01-02T03:04:05Z"),
            "s3:max-keys", List.of("10"),
            "aws:SecureTransport", List.of("true"),
            "aws:TagKeys", List.of("a", "b"));
    assertThat(holds("{\"IpAddress\":{\"aws:SourceIp\":\"10.1.0.0/16\"}}")).isTrue();
    assertThat(holds("{\"NotIpAddress\":{\"aws:SourceIp\":[\"10.1.0.0/16\",\"1.1.1.1\"]}}"))
        .isFalse();
    assertThat(holds("{\"DateGreaterThan\":{\"aws:CurrentTime\":\"2026-01-01T00:00:00Z\"}}"))
        .isTrue();
    assertThat(holds("{\"NumericLessThanEquals\":{\"s3:max-keys\":\"10\"}}")).isTrue();
    assertThat(holds("{\"NumericLessThan\":{\"s3:max-keys\":\"10\"}}")).isFalse();
    assertThat(holds("{\"Bool\":{\"aws:securetransport\":\"true\"}}")).isTrue();
    assertThat(holds("{\"ForAllValues:StringEquals\":{\"aws:TagKeys\":[\"a\",\"b\",\"c\"]}}"))
        .isTrue();
    assertThat(holds("{\"ForAllValues:StringEquals\":{\"aws:TagKeys\":[\"a\"]}}")).isFalse();
    assertThat(holds("{\"ForAnyValue:StringLike\":{\"aws:TagKeys\":\"B*\"}}")).isFalse();
    assertThat(holds("{\"ForAnyValue:StringLike\":{\"aws:TagKeys\":\"b*\"}}")).isTrue();
  }

  @Test
  void evaluate_absentKeys_followTheOperator() {
    assertThat(holds("{\"StringEquals\":{\"x:y\":\"1\"}}")).isFalse();
    assertThat(holds("{\"StringEqualsIfExists\":{\"x:y\":\"1\"}}")).isTrue();
    assertThat(holds("{\"StringNotEquals\":{\"x:y\":\"1\"}}")).isTrue();
    assertThat(holds("{\"Null\":{\"x:y\":\"true\"}}")).isTrue();
    assertThat(holds("{\"Null\":{\"x:y\":\"false\"}}")).isFalse();
    assertThat(holds("{\"ForAllValues:StringEquals\":{\"x:y\":\"1\"}}")).isTrue();
    assertThat(holds("{\"ForAnyValue:StringEquals\":{\"x:y\":\"1\"}}")).isFalse();
  }

  private boolean holds(String condition) {
    return decide(allowIf(condition)).isAllowed();
  }

  @Test
  void evaluate_boundaryAndSession_mustAllowToo() {
    boundary = policy(allow("dynamodb:*", "*"));
    assertThat(decide(allow("*", "*")).source()).isEqualTo(Source.BOUNDARY);
    boundary = null;
    session = List.of(policy(allow("s3:Put*", "*")));
    Decision decision = decide(allow("*", "*"));
    assertThat(decision.source()).isEqualTo(Source.SESSION);
    assertThat(decision.message(USER, "s3:GetObject", KEY))
        .endsWith("because no session policy allows the s3:GetObject action");
  }

  @Test
  void evaluate_resourcePolicy_allowsByItselfInTheSameAccountOnly() {
    resource =
        policy(
            "{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\""
                + USER
                + "\"},\"Action\":\"s3:*\",\"Resource\":\"*\"}");
    assertThat(decide().isAllowed()).isTrue();
    resourceAccount = "999999999999";
    assertThat(decide().source()).isEqualTo(Source.IDENTITY);
    assertThat(decide(allow("s3:*", "*")).isAllowed()).isTrue();
    resource = null;
    assertThat(decide(allow("s3:*", "*")).source()).isEqualTo(Source.RESOURCE);
  }

  @Test
  void evaluate_resourcePolicyForTheAccount_leavesItToTheUser() {
    resource =
        policy(
            "{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"arn:aws:iam::123456789012:root\"},"
                + "\"Action\":\"s3:*\",\"Resource\":\"*\"}");
    assertThat(decide().isAllowed()).isFalse();
    assertThat(decide(allow("s3:*", "*")).isAllowed()).isTrue();
  }
}
