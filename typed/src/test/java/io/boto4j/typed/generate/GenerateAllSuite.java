package io.boto4j.typed.generate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation of every service. Its name keeps it out of a build; the profile {@code
 * generate-all} runs it.
 */
final class GenerateAllSuite {
  private static EveryOperation.Size all = new EveryOperation.Size(0, 0, 0);

  @ParameterizedTest
  @MethodSource("io.boto4j.typed.generate.EveryOperation#services")
  void everyOperation_generated_compilesWithoutWarnings(String service) {
    EveryOperation.Size size = EveryOperation.compiled(service);
    assertThat(size.classes()).isPositive();
    all = all.plus(size);
  }

  @AfterAll
  @SuppressWarnings("SystemOut") // the result of the suite
  static void print() {
    System.out.println("Generated from all services: " + all);
  }
}
