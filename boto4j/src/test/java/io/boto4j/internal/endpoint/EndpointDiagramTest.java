package io.boto4j.internal.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.error.EndpointResolutionException;
import io.boto4j.model.ModelException;
import io.boto4j.model.rules.EndpointRules;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The evaluation of decision diagrams. */
final class EndpointDiagramTest {
  private static final int R = EndpointRules.RESULT_REFERENCE;

  /** The conditions are A, B and F; the third assigns a variable. */
  private static EndpointRules diagram(int root, int... nodes) {
    return RuleSource.compile(
        """
        {"version": "1.1",
         "parameters": {"A": {"type": "string"}, "B": {"type": "string"}, "F": {"type": "boolean"}},
         "conditions": [
           {"fn": "isSet", "argv": [{"ref": "A"}]},
           {"fn": "isSet", "argv": [{"ref": "B"}]},
           {"fn": "coalesce", "argv": [{"ref": "F"}, false], "assign": "flag"}],
         "results": [
           {"type": "endpoint", "conditions": [], "endpoint": {"url": "https://{A}.example.com",
             "headers": {"x-b": ["{A}"]}, "properties": {"authSchemes": [{"name": "sigv4"}]}}},
           {"type": "error", "conditions": [], "error": "no A, flag {flag}"},
           {"type": "endpoint", "conditions": [], "endpoint": {"url": {"ref": "A"}}}],
         "root": %d, %s}
        """
            .formatted(root, RuleSource.nodes(nodes)));
  }

  private static final int[] NODES = {-1, 1, -1, 0, R + 1, 3, 2, 4, R + 2, 1, 1, R};

  @Test
  void evaluate_conditions_leadToAResult() {
    EndpointRules rules = diagram(2, NODES);

    RuleResult result = RuleSource.evaluate(rules, Map.of("A", "a"));

    assertThat(result.url()).isEqualTo("https://a.example.com");
    assertThat(result.headers()).isEqualTo(Map.of("x-b", List.of("a")));
    assertThat(result.properties().get("authSchemes")).hasToString("[{name=sigv4}]");
  }

  /** A variable is assigned even if its value is false, and the condition does not hold. */
  @Test
  void evaluate_assignedFalse_isAValue() {
    assertError(diagram(2, NODES), Map.of("F", false), "no A, flag false");
  }

  @ParameterizedTest
  @CsvSource({"b", ","})
  void evaluate_endWithoutResult_reportsTheParameters(String b) {
    EndpointRules rules = diagram(2, NODES);
    Map<String, Object> values = b == null ? Map.of("F", true) : Map.of("B", b, "F", true);

    assertThatThrownBy(() -> RuleSource.evaluate(rules, values))
        .isInstanceOf(EndpointResolutionException.class)
        .hasMessageStartingWith("No endpoint found for parameters:\n")
        .hasMessageEndingWith("F: true");
  }

  @Test
  void evaluate_root_canBeAResult() {
    assertThat(RuleSource.evaluate(diagram(R + 1), Map.of("A", "a")).url())
        .isEqualTo("https://a.example.com");
    assertError(diagram(1), Map.of(), "No endpoint found for parameters:");
    assertError(diagram(-1), Map.of(), "No endpoint found for parameters:");
  }

  /** A negated reference swaps the branches of its node, and not those of the nodes after it. */
  @Test
  void evaluate_negatedReference_swapsTheBranchesOfItsNode() {
    int[] nodes = {-1, 1, -1, 0, -3, -3, 1, 4, R + 1, 2, R + 2, 1};

    assertThat(RuleSource.evaluate(diagram(2, nodes), Map.of("A", "a", "B", "b")).url())
        .isEqualTo("https://a.example.com");
    assertError(diagram(2, nodes), Map.of("A", "a", "F", true), "no A, flag true");
    assertError(diagram(2, nodes), Map.of("A", "a"), "No endpoint found for parameters:\nA: a");
  }

  /** Only a diagram that is wrong reads a variable that its path has not set. */
  @Test
  void evaluate_variableOfAnotherPath_isUnset() {
    assertError(
        diagram(2, -1, 1, -1, 0, 3, R + 2, 2, R + 1, R + 1),
        Map.of("F", true),
        "The endpoint rules compare or join values that are not strings: not set");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"not a url", "https://", "ftp://example.com", "https://a b", "https://-x.com", ""})
  void resolve_resultIsNoUrl_isRefused(String url) {
    EndpointRules rules = diagram(R + 3);
    EndpointOptions options =
        new EndpointOptions(
            null, false, false, false, "preferred", EndpointOptions.S3.DEFAULT, true, Map.of());
    EndpointResolver resolver =
        new EndpointResolver(
            rules, RuleSource.PARTITIONS, new BuiltIns("eu-west-1", options), null);

    assertThatThrownBy(() -> resolver.resolve(RuleSource.parameters(rules, Map.of("A", url))))
        .isInstanceOf(EndpointResolutionException.class)
        .hasMessageStartingWith("Invalid endpoint: ");
  }

  @Test
  void trace_path_isRecorded() {
    EndpointRules rules = diagram(2, NODES);
    RuleTrace trace = new RuleTrace(rules);

    assertThatThrownBy(
            () ->
                RuleEvaluator.evaluate(
                    rules, RuleSource.PARTITIONS, new Object[] {null, "b", false}, trace))
        .hasMessage("no A, flag false");

    assertThat(trace.conditions())
        .containsExactly(
            new RuleTrace.Condition("1", "isSet(A: not set)", false),
            new RuleTrace.Condition("3", "coalesce(F: false, false)", false));
    assertThat(trace.rule()).isEqualTo("result 2");
  }

  @Test
  void trace_withoutResult_hasNoRule() {
    EndpointRules rules = diagram(2, NODES);
    RuleTrace trace = new RuleTrace(rules);

    assertThatThrownBy(
            () ->
                RuleEvaluator.evaluate(
                    rules, RuleSource.PARTITIONS, new Object[] {null, null, true}, trace))
        .isInstanceOf(EndpointResolutionException.class);
    assertThat(trace.conditions()).hasSize(3);
    assertThat(trace.rule()).isNull();
  }

  @Test
  void specialize_diagram_isLeftAlone() {
    EndpointRules rules = diagram(2, NODES);

    assertThat(RuleSpecializer.of(rules, RuleSource.PARTITIONS, new Object[3], new boolean[3]))
        .isNull();
  }

  /** The longest path that a diagram can have; evaluating it needs no stack. */
  @Test
  void evaluate_longPath_ends() {
    int count = 60_000;
    int[] chain = new int[3 * count];
    for (int node = 1; node < count; node++) {
      chain[3 * node] = 1;
      chain[3 * node + 1] = R + 2;
      chain[3 * node + 2] = node + 1 < count ? node + 2 : R + 1;
    }

    assertThat(RuleSource.evaluate(diagram(2, chain), Map.of("A", "a")).url())
        .isEqualTo("https://a.example.com");
  }

  /** No damage to the compiled form can make the evaluation endless or exhaust the stack. */
  @Test
  void evaluate_damagedBytes_ends() {
    assertThatDamageEnds(diagram(2, NODES).bytes());
  }

  @Test
  void evaluate_damagedTree_ends() {
    EndpointRules tree =
        RuleSource.compile(
            """
            {"version": "1.1", "parameters": {"A": {"type": "string", "default": "a-b"}},
             "rules": [
               {"type": "tree", "conditions": [
                 {"fn": "split", "argv": [{"ref": "A"}, "-", 0], "assign": "parts"}],
                "rules": [
                  {"type": "tree", "conditions": [{"fn": "not", "argv": [true]}], "rules": [
                    {"type": "error", "conditions": [], "error": "never"}]},
                  {"type": "endpoint", "conditions": [
                    {"fn": "coalesce", "argv": [{"ref": "B"}, {"fn": "ite", "argv": [
                      {"fn": "isSet", "argv": [{"ref": "A"}]}, "{parts#[-1]}", "{A}"]}],
                      "assign": "label"}],
                   "endpoint": {"url": "https://{label}.example.com",
                     "headers": {"x-a": ["{A}"]}, "properties": {"list": [["{A}"]]}}}]}]}
            """);

    assertThat(RuleSource.evaluate(tree, Map.of()).url()).isEqualTo("https://b.example.com");
    assertThatDamageEnds(tree.bytes());
  }

  private static void assertThatDamageEnds(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      for (int value : new int[] {0, 1, 2, 3, 5, 7, 17, 28, 29, 0x7f, 0x80, 0xff}) {
        byte[] damaged = Arrays.copyOf(bytes, bytes.length);
        damaged[i] = (byte) value;
        evaluateDamaged(damaged);
      }
    }
  }

  private static void evaluateDamaged(byte[] bytes) {
    try {
      EndpointRules rules = EndpointRules.of(bytes);
      Object[] parameters = new Object[rules.parameterCount()];
      RuleEvaluator.evaluate(rules, RuleSource.PARTITIONS, parameters, null);
    } catch (EndpointResolutionException | ModelException | IndexOutOfBoundsException e) {
      assertThat(e).isNotNull();
    }
  }

  /** A result that is again the diagram, which no compiler writes. */
  @Test
  void evaluate_diagramInItself_isRefused() {
    EndpointRules rules = diagram(R + 1);
    int result = rules.start();
    byte[] bytes = rules.bytes();
    while (bytes[result] != EndpointRules.ENDPOINT || bytes[result + 1] != EndpointRules.TEMPLATE) {
      result++;
    }
    ByteBuffer damaged = ByteBuffer.wrap(Arrays.copyOf(bytes, bytes.length + 20));
    damaged.position(result);
    damaged.put((byte) EndpointRules.DIAGRAM);
    // No conditions, one result, no nodes, the result as the root; its offset leads back to here.
    damaged.putInt(0).putInt(1).putInt(0).putInt(R + 1).putInt(-21);
    EndpointRules nested = EndpointRules.of(damaged.array());

    assertThatThrownBy(
            () -> RuleEvaluator.evaluate(nested, RuleSource.PARTITIONS, new Object[3], null))
        .isInstanceOf(ModelException.class)
        .hasMessage("The endpoint rules are damaged: they are nested too deeply");
  }

  private static void assertError(EndpointRules rules, Map<String, ?> values, String message) {
    assertThatThrownBy(() -> RuleSource.evaluate(rules, values))
        .isInstanceOf(EndpointResolutionException.class)
        .hasMessage(message);
  }
}
