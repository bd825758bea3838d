package io.boto4j.model.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.model.ModelException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the compiler accepts as a decision diagram. */
final class EndpointDiagramTest {
  private static final int R = EndpointRules.RESULT_REFERENCE;

  private static final Map<String, Object> IS_SET =
      Map.of("fn", "isSet", "argv", List.of(Map.of("ref", "Region")));
  private static final Map<String, Object> PARTITION =
      Map.of("fn", "aws.partition", "argv", List.of(Map.of("ref", "Region")), "assign", "p");
  private static final Map<String, Object> ENDPOINT =
      Map.of(
          "type", "endpoint",
          "conditions", List.of(),
          "endpoint", Map.of("url", "https://{Region}.{p#dnsSuffix}"));
  private static final Map<String, Object> ERROR = Map.of("type", "error", "error", "none");

  @Test
  void compile_diagram_isOneRule() {
    EndpointRules rules = EndpointRuleCompiler.compile(diagram());

    assertThat(rules.isDiagram()).isTrue();
    assertThat(rules.slotCount()).isEqualTo(2);
    assertThat(rules.parameterName(0)).isEqualTo("Region");
    assertThat(rules.isUsed(0)).isTrue();
    assertThat(rules.u8(rules.start())).isEqualTo(1);
    assertThat(EndpointRules.of(rules.bytes()).isDiagram()).isTrue();
  }

  @Test
  void compile_ruleSet_isNoDiagram() {
    Map<String, Object> ruleSet = Map.of("version", "1.1", "rules", List.of(ERROR));

    assertThat(EndpointRuleCompiler.compile(ruleSet).isDiagram()).isFalse();
    assertThat(EndpointRuleCompiler.compile(Map.of()).isDiagram()).isFalse();
    assertThat(EndpointRuleCompiler.compile(Map.of("rules", List.of(ERROR, ERROR))).isDiagram())
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({"1", "-1", "100000000", "100000002"})
  void compile_withoutNodes_canHaveAResultAsItsRoot(int root) {
    Map<String, Object> diagram = diagram();
    diagram.putAll(Map.of("root", root, "nodeCount", 0, "nodes", ""));

    assertThat(EndpointRuleCompiler.compile(diagram).isDiagram()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 2, 100000001, 'A decision diagram with 2 conditions has none with index -1, at nodes[2]'",
    "2, 2, 100000001, 'A decision diagram with 2 conditions has none with index 2, at nodes[2]'",
    "1, 0, 100000001, 'A decision diagram with 4 nodes and 2 results has none with reference 0, at"
        + " nodes[2]'",
    "1, 100000001, 5, 'A decision diagram with 4 nodes and 2 results has none with reference 5, at"
        + " nodes[2]'",
    "1, 100000001, -5, 'A decision diagram with 4 nodes and 2 results has none with reference -5,"
        + " at nodes[2]'",
    "1, 100000001, 100000003, 'A decision diagram with 4 nodes and 2 results has none with"
        + " reference 100000003, at nodes[2]'",
    "1, 100000001, -100000001, 'A decision diagram with 4 nodes and 2 results has none with"
        + " reference -100000001, at nodes[2]'",
    "1, -2147483648, 1, 'A decision diagram with 4 nodes and 2 results has none with reference"
        + " -2147483648, at nodes[2]'",
    "1, 3, 1, 'A decision diagram has a path that leads from a node back to itself, at nodes[2]'",
    "1, 1, -3, 'A decision diagram has a path that leads from a node back to itself, at nodes[2]'",
    "1, 2, 1, 'A decision diagram has a path that leads from a node back to itself, at nodes[2]'",
    "1, 4, 4, 'A decision diagram has a path that leads from a node back to itself, at nodes[3]'",
  })
  void compile_badNode_isRefused(int condition, int high, int low, String message) {
    Map<String, Object> diagram = diagram();
    nodes(diagram, -1, 1, -1, 0, 3, R + 2, condition, high, low, 1, 2, 1);

    assertThatThrownBy(() -> EndpointRuleCompiler.compile(diagram))
        .isInstanceOf(ModelException.class)
        .hasMessage(message);
  }

  /** A node that no path reaches may still be read by mistake. */
  @Test
  void compile_cycleThatIsNotReached_isRefused() {
    Map<String, Object> diagram = diagram();
    nodes(diagram, -1, 1, -1, 0, R + 1, R + 2, 1, 4, 1, 1, 3, 1);

    assertThatThrownBy(() -> EndpointRuleCompiler.compile(diagram))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("back to itself");
  }

  @ParameterizedTest
  @CsvSource({
    "root, 0, 'A decision diagram with 3 nodes and 2 results has none with reference 0, at root'",
    "root, 9, 'A decision diagram with 3 nodes and 2 results has none with reference 9, at root'",
    "root, -2, 'The root of a decision diagram must not be negated: -2, at root'",
    "nodeCount, 4, 'A decision diagram with 4 nodes must have 16 characters for each, but has 48,"
        + " at nodes'",
    "nodeCount, 65537, 'A decision diagram must have at most 65536 nodes, not 65537, at nodeCount'",
    "nodeCount, -3, 'A decision diagram must have at most 65536 nodes, not -3, at nodeCount'",
  })
  void compile_badNumber_isRefused(String name, int number, String message) {
    assertRefused(name, number, message);
  }

  @Test
  void compile_badValue_isRefused() {
    assertRefused("root", "two", "A decision diagram needs a whole number, not two, at root");
    assertRefused(
        "nodeCount", null, "A decision diagram needs a whole number, not null, at nodeCount");
    assertRefused("nodes", List.of(), "The nodes of a decision diagram must be a string, at nodes");
    assertRefused(
        "nodes", "!".repeat(48), "The nodes of a decision diagram are not in Base64, at nodes");
    assertRefused(
        "nodes", "A".repeat(44) + "AA==", "The nodes of a decision diagram end early, at nodes");
    assertRefused(
        "conditions", Map.of(), "Endpoint rules have an object instead of a list, at conditions");
    assertRefused("results", "x", "Endpoint rules have x instead of a list, at results");
    assertRefused("version", "2.0", "Unknown version of endpoint rules: 2.0");
  }

  @Test
  void compile_badCondition_isRefused() {
    assertRefused(
        "conditions",
        List.of(IS_SET, Map.of("fn", "isOdd", "argv", List.of())),
        "Unknown function of endpoint rules: isOdd, at conditions[1]");
    assertRefused(
        "conditions",
        List.of(PARTITION, Map.of("fn", "isSet", "argv", List.of(Map.of("ref", "q")))),
        "Unknown variable of endpoint rules: q, at conditions[1].argv[0]");
    Map<String, Object> assigning = new TreeMap<>(PARTITION);
    assigning.put("assign", "Region");
    assertRefused(
        "conditions",
        List.of(PARTITION, assigning),
        "The parameter Region of endpoint rules cannot be assigned, at conditions[1]");
  }

  @Test
  void compile_badResult_isRefused() {
    Map<String, Object> conditional = new TreeMap<>(ENDPOINT);
    conditional.put("conditions", List.of(IS_SET));
    String message =
        "A result of a decision diagram must be an endpoint or an error, without conditions, at"
            + " results[1]";

    assertRefused("results", List.of(ERROR, conditional), message);
    assertRefused(
        "results", List.of(ERROR, Map.of("type", "tree", "rules", List.of(ERROR))), message);
  }

  /** A path may be as long as the diagram: the check must not depend on the size of the stack. */
  @Test
  void compile_longChain_isAccepted() {
    int count = 50_000;
    int[] chain = new int[3 * count];
    for (int node = 1; node < count; node++) {
      chain[3 * node + 1] = node + 1 < count ? -(node + 2) : R + 1;
      chain[3 * node + 2] = R + 2;
    }
    Map<String, Object> diagram = diagram();
    nodes(diagram, chain);

    assertThat(EndpointRuleCompiler.compile(diagram).isDiagram()).isTrue();
  }

  private static void assertRefused(String name, Object value, String message) {
    Map<String, Object> diagram = diagram();
    diagram.put(name, value);

    assertThatThrownBy(() -> EndpointRuleCompiler.compile(diagram))
        .isInstanceOf(ModelException.class)
        .hasMessage(message);
  }

  private static Map<String, Object> diagram() {
    Map<String, Object> diagram = new LinkedHashMap<>();
    diagram.put("version", "1.1");
    diagram.put("parameters", Map.of("Region", Map.of("type", "string")));
    diagram.put("conditions", List.of(IS_SET, PARTITION));
    diagram.put("results", List.of(ENDPOINT, ERROR));
    diagram.put("root", 2);
    nodes(diagram, -1, 1, -1, 0, 3, R + 2, 1, R + 1, R + 2);
    return diagram;
  }

  private static void nodes(Map<String, Object> diagram, int... numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length);
    for (int number : numbers) {
      bytes.putInt(number);
    }
    diagram.put("nodeCount", numbers.length / 3);
    diagram.put("nodes", Base64.getEncoder().encodeToString(bytes.array()));
  }
}
