package io.boto4j.internal.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.boto4j.error.EndpointResolutionException;
import io.boto4j.model.codec.JsonReader;
import io.boto4j.model.rules.EndpointRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Smithy's test cases for endpoint rule sets: parameters and the expected result. */
final class RuleCases {
  static final Path DATA = Path.of(System.getProperty("boto4j.shared.data", "../../shared/data"));

  private RuleCases() {}

  /** Returns the files of a folder, sorted, or none if the folder is absent, which is printed. */
  static List<Path> files(String suite, Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      System.out.println(suite + ": skipped, there is no folder " + folder);
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  /** Returns a test that reports a case as left out, with the reason. */
  static DynamicTest leftOut(String name, String reason) {
    return dynamicTest(name, () -> abort("left out: " + reason));
  }

  static String name(Path file) {
    return String.valueOf(file.getFileName()).replace(".json", "");
  }

  static Map<?, ?> read(Path file) throws IOException {
    JsonReader reader = new JsonReader(Files.readAllBytes(file));
    Map<?, ?> content = (Map<?, ?>) reader.readValue();
    reader.end();
    return content;
  }

  static List<Map<?, ?>> cases(Path file) throws IOException {
    List<Map<?, ?>> cases = new ArrayList<>();
    ((List<?>) read(file).get("testCases")).forEach(each -> cases.add((Map<?, ?>) each));
    return cases;
  }

  /**
   * Whether a case sets a parameter that the rules do not have, since it is for a later version.
   */
  static boolean isNewer(EndpointRules rules, Map<?, ?> testCase) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < rules.parameterCount(); i++) {
      names.add(rules.parameterName(i));
    }
    return !names.containsAll(map(testCase.get("params")).keySet());
  }

  /**
   * Evaluates the rules with the parameters of a case and checks the result, then does the same
   * with some of the parameters substituted in advance.
   */
  static void check(EndpointRules rules, Partitions partitions, Map<?, ?> testCase) {
    Map<?, ?> given = map(testCase.get("params"));
    Object[] parameters = new Object[rules.parameterCount()];
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] = given.get(rules.parameterName(i));
    }
    Map<?, ?> expected = map(testCase.get("expect"));
    if (expected.get("error") instanceof String error) {
      assertThatThrownBy(() -> RuleEvaluator.evaluate(rules, partitions, parameters, null))
          .isInstanceOf(EndpointResolutionException.class)
          .hasMessage(error);
      for (boolean[] assumed : assumptions(rules)) {
        assertThat(assuming(assumed, rules, partitions, parameters)).isNull();
      }
      return;
    }
    Map<?, ?> endpoint = map(expected.get("endpoint"));
    RuleResult result = RuleEvaluator.evaluate(rules, partitions, parameters, null);
    assertThat(result.url()).isEqualTo(endpoint.get("url"));
    assertThat(new TreeMap<>(result.headers()))
        .isEqualTo(new TreeMap<>(map(endpoint.get("headers"))));
    Map<Object, Object> properties = new LinkedHashMap<>(map(endpoint.get("properties")));
    properties.remove("metricValues");
    assertThat(result.properties()).isEqualTo(properties);
    for (boolean[] assumed : assumptions(rules)) {
      assertThat(assuming(assumed, rules, partitions, parameters)).isEqualTo(result);
    }
  }

  private static RuleResult assuming(
      boolean[] assumed, EndpointRules rules, Partitions partitions, Object[] parameters) {
    AssumedRules special = RuleSpecializer.of(rules, partitions, parameters, assumed);
    return special == null ? null : special.evaluate(partitions, parameters);
  }

  /**
   * Returns selections of parameters: all, none, those that a client sets, every second one, and
   * the others.
   */
  private static List<boolean[]> assumptions(EndpointRules rules) {
    boolean[][] assumptions = new boolean[5][rules.parameterCount()];
    for (int i = 0; i < rules.parameterCount(); i++) {
      assumptions[0][i] = true;
      assumptions[2][i] = rules.builtIn(i) != null;
      assumptions[3][i] = i % 2 == 0;
      assumptions[4][i] = i % 2 == 1;
    }
    return List.of(assumptions);
  }

  private static Map<?, ?> map(Object value) {
    return value == null ? Map.of() : (Map<?, ?>) value;
  }
}
