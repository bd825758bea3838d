package io.boto4j.examples.boto3;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs each program in Java and in Python against an empty AWS, and compares what they print. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(180)
final class ProgramsTest {
  private Engine engine;

  @BeforeAll
  void start(@TempDir Path log) throws Exception {
    engine = Engine.start(log);
  }

  @AfterAll
  void stop() {
    if (engine != null) {
      engine.close();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("programs")
  void program_inJava_printsWhatItPrintsInPython(
      Program program, @TempDir Path python, @TempDir Path java) throws Exception {
    engine.reset();
    String expected = program.printedByPython(engine.endpoint(), python);
    engine.reset();

    String printed = program.printedByJava(engine.endpoint(), java);
    assertThat(printed).isNotBlank().doesNotContain("Traceback");
    assertThat(printed).isEqualTo(expected);
  }

  static List<Program> programs() throws IOException {
    return Program.all();
  }
}
