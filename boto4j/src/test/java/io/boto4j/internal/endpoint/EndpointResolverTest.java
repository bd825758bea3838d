package io.boto4j.internal.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.error.EndpointResolutionException;
import io.boto4j.model.ModelLoader;
import io.boto4j.model.rules.EndpointRules;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A specialized resolver returns the same endpoints as a new one. */
final class EndpointResolverTest {
  private static final int MANY = 250;

  private final ModelLoader models = ModelLoader.builtIn();
  private final EndpointRules s3 = models.find("s3").endpointRules();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "with.dots",
        "UPPER",
        "under_score",
        "a/b",
        "evil.com#",
        "user@evil",
        "x--usw2-az1--x-s3",
        "x--usw2-az1--xa-s3",
        "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstu--op-s3",
        "arn:aws:s3:us-west-2:123456789012:accesspoint:mine",
        "arn:aws:s3:us-west-2:123456789012:accesspoint:a@b",
        "arn:aws:s3-outposts:us-west-2:123456789012:outpost:op-1:accesspoint:mine",
        "arn:aws:s3::123456789012:accesspoint:mfzwi23gnjvgw.mrap",
        "arn:aws:sqs:us-west-2:123456789012:queue",
        "192.168.0.1",
      })
  void resolve_oftenBefore_isTheSame(String bucket) {
    for (EndpointOptions options : OPTIONS) {
      EndpointResolver fresh = resolver("eu-west-1", options);
      EndpointResolver used = resolver("eu-west-1", options);
      askOften(used);

      assertThat(resolve(used, "Bucket", bucket)).isEqualTo(resolve(fresh, "Bucket", bucket));
    }
  }

  @Test
  void resolve_oftenBefore_followsWhatACallSetsItself() {
    EndpointResolver resolver = resolver("eu-west-1", OPTIONS.get(0));
    askOften(resolver);

    Object[] values = values("Bucket", "late");
    values[index("ForcePathStyle")] = true;

    assertThat(resolver.resolve(values).endpoint())
        .hasToString("https://s3.eu-west-1.amazonaws.com/late");
    values[index("ForcePathStyle")] = false;
    assertThat(resolver.resolve(values).endpoint())
        .hasToString("https://late.s3.eu-west-1.amazonaws.com");
  }

  @Test
  void resolve_oftenBefore_isTracedByTheWholeRules() {
    EndpointResolver fresh = resolver("eu-west-1", OPTIONS.get(0));
    EndpointResolver used = resolver("eu-west-1", OPTIONS.get(0));
    askOften(used);
    RuleTrace expected = fresh.trace();
    RuleTrace trace = used.trace();

    fresh.resolve(values("Bucket", "plain"), expected);
    used.resolve(values("Bucket", "plain"), trace);

    assertThat(trace.conditions()).hasSizeGreaterThan(50).isEqualTo(expected.conditions());
    assertThat(trace.rule()).isEqualTo(expected.rule());
  }

  /** DynamoDB's rules rely on the engine to reject a region that would end the host. */
  @ParameterizedTest
  @ValueSource(strings = {"eu-west-1/x", "evil.com#", "a@b", "a:b", "a?b", "a\\b"})
  void specialize_knownRegionIsNoLabel_leavesTheErrorToTheWholeRules(String region) {
    EndpointRules rules = models.find("dynamodb").endpointRules();
    Partitions partitions = new Partitions(models);
    Object[] parameters = new Object[rules.parameterCount()];
    parameters[index(rules, "Region")] = region;
    boolean[] assumed = new boolean[rules.parameterCount()];
    assumed[index(rules, "Region")] = true;

    AssumedRules special = RuleSpecializer.of(rules, partitions, parameters, assumed);

    assertThat(special.evaluate(partitions, parameters)).isNull();
    assertThatThrownBy(() -> RuleEvaluator.evaluate(rules, partitions, parameters, null))
        .isInstanceOf(EndpointResolutionException.class);
  }

  @Test
  void resolve_again_isKept() {
    EndpointResolver resolver = resolver("eu-west-1", OPTIONS.get(0));
    ResolvedEndpoint first = resolver.resolve(values("Bucket", "plain"));

    assertThat(resolver.resolve(values("Bucket", new String("plain")))).isSameAs(first);
  }

  /** "Aa" and "BB" have the same hash, and so have strings composed of them. */
  @Test
  void resolve_sameHash_isNotConfused() {
    EndpointResolver resolver = resolver("eu-west-1", OPTIONS.get(4));
    askOften(resolver);

    for (String bucket : List.of("bucketAa", "bucketBB", "bucketAa")) {
      assertThat(resolver.resolve(values("Bucket", bucket)).endpoint())
          .hasToString("https://s3.eu-west-1.amazonaws.com/" + bucket);
    }
  }

  @Test
  void resolve_accountsOften_followsEach() {
    EndpointRules rules = models.find("dynamodb").endpointRules();
    EndpointResolver resolver = resolver(rules, "eu-west-1", OPTIONS.get(0));

    for (int i = 0; i < MANY; i++) {
      Object[] values = new Object[rules.parameterCount()];
      String account = String.valueOf(111_111_111_111L + i);
      values[index(rules, "AccountId")] = account;

      assertThat(resolver.resolve(values).endpoint())
          .hasToString("https://" + account + ".ddb.eu-west-1.amazonaws.com");
    }
    assertThat(resolver.resolve(new Object[rules.parameterCount()]).endpoint())
        .hasToString("https://dynamodb.eu-west-1.amazonaws.com");
  }

  private static final List<EndpointOptions> OPTIONS =
      List.of(
          options(null, false, EndpointOptions.S3.DEFAULT),
          options(null, true, EndpointOptions.S3.DEFAULT),
          options("http://127.0.0.1:9000/base", false, EndpointOptions.S3.DEFAULT),
          options("https://s3.example.com", false, s3("virtual", false)),
          options(null, false, s3("path", false)),
          options(null, false, s3("virtual", true)));

  private static EndpointOptions.S3 s3(String style, boolean accelerate) {
    return new EndpointOptions.S3(style, accelerate, null, false, true, null, true);
  }

  private static EndpointOptions options(String url, boolean variants, EndpointOptions.S3 s3) {
    return new EndpointOptions(url, variants, variants, false, "preferred", s3, true, Map.of());
  }

  private EndpointResolver resolver(String region, EndpointOptions options) {
    return resolver(s3, region, options);
  }

  private EndpointResolver resolver(EndpointRules rules, String region, EndpointOptions options) {
    return new EndpointResolver(rules, new Partitions(models), new BuiltIns(region, options), null);
  }

  private void askOften(EndpointResolver resolver) {
    for (int i = 0; i < MANY; i++) {
      resolver.resolve(values("Bucket", "statements-" + i));
    }
  }

  private String resolve(EndpointResolver resolver, String parameter, String value) {
    try {
      return resolver.resolve(values(parameter, value)).toString();
    } catch (EndpointResolutionException e) {
      return e.getMessage();
    }
  }

  private Object[] values(String parameter, Object value) {
    Object[] values = new Object[s3.parameterCount()];
    values[index(parameter)] = value;
    return values;
  }

  private int index(String parameter) {
    return index(s3, parameter);
  }

  private static int index(EndpointRules rules, String parameter) {
    for (int i = 0; i < rules.parameterCount(); i++) {
      if (rules.parameterName(i).equals(parameter)) {
        return i;
      }
    }
    throw new AssertionError("No parameter " + parameter);
  }
}
