package io.boto4j.internal.endpoint;

import io.boto4j.model.ModelLoader;
import io.boto4j.model.codec.JsonReader;
import io.boto4j.model.rules.EndpointRuleCompiler;
import io.boto4j.model.rules.EndpointRules;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** Small endpoint rules for tests, compiled from JSON and evaluated with a few parameters. */
final class RuleSource {
  static final Partitions PARTITIONS = new Partitions(ModelLoader.builtIn());

  private RuleSource() {}

  @SuppressWarnings("unchecked") // JSON objects are keyed by text
  static EndpointRules compile(String json) {
    return EndpointRuleCompiler.compile(
        (Map<String, Object>) new JsonReader(json.getBytes(StandardCharsets.UTF_8)).readValue());
  }

  /**
   * Returns rules with the parameters A, B and C, which are strings, and F, a boolean: their error
   * is a template, after conditions.
   */
  static EndpointRules error(String conditions, String error) {
    return compile(
        """
        {"version": "1.1",
         "parameters": {"A": {"type": "string"}, "B": {"type": "string"}, "C": {"type": "string"},
           "F": {"type": "boolean"}, "L": {"type": "stringArray"}},
         "rules": [{"type": "error", "conditions": [%s], "error": %s}]}
        """
            .formatted(conditions, error));
  }

  /** Returns the parameters in the order of the rules. */
  static Object[] parameters(EndpointRules rules, Map<String, ?> values) {
    Object[] parameters = new Object[rules.parameterCount()];
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] = values.get(rules.parameterName(i));
    }
    return parameters;
  }

  static RuleResult evaluate(EndpointRules rules, Map<String, ?> values) {
    return RuleEvaluator.evaluate(rules, PARTITIONS, parameters(rules, values), null);
  }

  /** Returns the nodes of a decision diagram, three numbers each, as models contain them. */
  static String nodes(int... numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length);
    for (int number : numbers) {
      bytes.putInt(number);
    }
    return "\"nodeCount\": "
        + numbers.length / 3
        + ", \"nodes\": \""
        + Base64.getEncoder().encodeToString(bytes.array())
        + "\"";
  }
}
