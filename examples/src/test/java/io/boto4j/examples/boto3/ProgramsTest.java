package io.boto4j.examples.boto3;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs each program in Java against an empty AWS and, where python3 has boto3, also in Python, and
 * compares what they print.
 */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(180)
final class ProgramsTest {
  private final Engine engine = new Engine();
  private final boolean compares = Program.pythonHasBoto3();

  @AfterAll
  void stop() {
    engine.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("programs")
  void program_inJava_printsWhatItPrintsInPython(
      Program program, @TempDir Path python, @TempDir Path java) throws Exception {
    engine.reset();
    String printed = program.printedByJava(engine.endpoint(), java);
    assertThat(printed).isNotBlank().doesNotContain("Exception in thread");
    if (compares) {
      engine.reset();
      assertThat(printed).isEqualTo(program.printedByPython(engine.endpoint(), python));
    }
  }

  @Test
  void programs_ofTheTable_are25() throws IOException {
    assertThat(Program.all()).hasSize(25);
  }

  static List<Program> programs() throws IOException {
    return Program.all();
  }
}
