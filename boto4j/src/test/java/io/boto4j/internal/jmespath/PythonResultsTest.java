package io.boto4j.internal.jmespath;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.error.JmesPathException;
import io.boto4j.error.JmesPathException.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Generated expressions, valid and damaged, compared with the results of the Python package. */
final class PythonResultsTest {
  @Test
  void search_expressionsOfEveryKind_givesWhatPythonGives() throws IOException {
    Map<?, ?> fixture;
    try (InputStream in =
        Objects.requireNonNull(getClass().getResourceAsStream("python-results.json"))) {
      fixture = (Map<?, ?>) Cases.json(in.readAllBytes());
    }
    List<?> values = (List<?>) fixture.get("values");
    List<String> differences = new ArrayList<>();
    List<Map<String, Object>> cases = Cases.maps(fixture.get("cases"));
    for (Map<String, Object> each : cases) {
      String expression = (String) Objects.requireNonNull(each.get("expression"));
      String expected =
          each.get("error") instanceof String error
              ? "error " + error
              : Cases.text(each.get("result"), true);
      String actual = outcome(expression, values.get((Integer) each.get("given")));
      if (!actual.equals(expected)) {
        differences.add(
            expression + " of " + each.get("given") + "\n  is " + actual + "\n not " + expected);
      }
    }
    System.out.println("jmespath: " + cases.size() + " expressions compared with Python");
    assertThat(differences).isEmpty();
    assertThat(cases).hasSizeGreaterThan(2_000);
  }

  private static String outcome(String expression, Object given) {
    JmesPath compiled;
    try {
      compiled = JmesPath.compile(expression);
    } catch (JmesPathException e) {
      return "error compile";
    }
    try {
      return Cases.text(compiled.search(given), true);
    } catch (JmesPathException e) {
      return e.problem() == Problem.INVALID_TYPE ? "error invalid-type" : e.toString();
    }
  }
}
