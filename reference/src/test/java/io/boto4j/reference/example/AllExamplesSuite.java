package io.boto4j.reference.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.model.ModelLoader;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The Java examples of all operations. Its name keeps it out of a build; the profile {@code
 * all-examples} runs it.
 */
final class AllExamplesSuite {
  private static int operations;
  private static int examples;

  static List<String> services() {
    return ModelLoader.builtIn().services();
  }

  @ParameterizedTest
  @MethodSource("services")
  void examples_ofService_passTheCheck(String service) {
    CheckedJava.Result result = CheckedJava.of(service);
    operations += result.operations();
    examples += result.examples();
    assertThat(result.printed()).isEmpty();
  }

  @AfterAll
  @SuppressWarnings("SystemOut") // the result of the suite
  static void print() {
    System.out.println("Compiled " + examples + " examples of " + operations + " operations");
  }
}
