package io.boto4j.internal.jmespath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.boto4j.error.JmesPathException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** JMESPath's own compliance suite. */
final class JmesPathSuiteTest {
  private static final Path SUITE =
      Path.of(System.getProperty("boto4j.shared.data", "../../shared/data")).resolve("jmespath");

  @TestFactory
  Stream<DynamicTest> suite() throws IOException {
    if (!Files.isDirectory(SUITE)) {
      System.out.println("jmespath: skipped, there is no folder " + SUITE);
      return Stream.empty();
    }
    List<Path> files;
    try (Stream<Path> all = Files.list(SUITE)) {
      files = all.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
    List<DynamicTest> tests = new ArrayList<>();
    int timed = 0;
    for (Path file : files) {
      for (Map<String, Object> group : Cases.maps(Cases.json(Files.readAllBytes(file)))) {
        for (Map<String, Object> test : Cases.maps(group.get("cases"))) {
          timed += test.containsKey("bench") ? 1 : 0;
          String name = "jmespath / " + file.getFileName() + " / " + test.get("expression");
          tests.add(dynamicTest(name, () -> check(test, group.get("given"))));
        }
      }
    }
    System.out.println(
        "jmespath: "
            + tests.size()
            + " cases, of which "
            + timed
            + " are to be timed and only have to run; 0 skipped");
    assertThat(tests).isNotEmpty();
    return tests.stream();
  }

  private static void check(Map<String, Object> test, Object given) {
    String expression = (String) Objects.requireNonNull(test.get("expression"));
    if (test.get("error") instanceof String error) {
      JmesPathException thrown =
          catchThrowableOfType(
              JmesPathException.class, () -> JmesPath.compile(expression).search(given));
      assertThat(thrown).isNotNull();
      assertThat(thrown.problem().name().toLowerCase(Locale.ROOT).replace('_', '-'))
          .as(thrown.getMessage())
          .isEqualTo(error);
      assertThat(thrown.expression()).isEqualTo(expression);
      assertThat(thrown.offset()).isBetween(0, expression.length());
      return;
    }
    Object result = JmesPath.compile(expression).search(given);
    if (!test.containsKey("bench")) {
      assertThat(test).containsKey("result");
      assertThat(Cases.text(result, false)).isEqualTo(Cases.text(test.get("result"), false));
    }
  }
}
