package io.boto4j.examples.boto3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs each program with resources against an empty AWS and, where python3 has moto, against moto;
 * and compares what it prints with its Python.
 */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(180)
final class ResourceProgramsTest {
  private final Engine engine = new Engine();
  private final boolean compares = Program.pythonHasBoto3();
  private @Nullable MotoServer moto;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    moto = MotoServer.start(Files.createTempDirectory(folder, "moto"));
  }

  @AfterAll
  void stop() {
    engine.close();
    if (moto != null) {
      moto.close();
    }
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

  @ParameterizedTest(name = "{0}")
  @MethodSource("programs")
  void program_againstMoto_printsTheSame(Program program, @TempDir Path here, @TempDir Path there)
      throws Exception {
    assumeTrue(moto != null, "python3 has no moto");
    moto.reset();
    engine.reset();

    assertThat(program.printedByJava(moto.endpoint(), there))
        .isEqualTo(program.printedByJava(engine.endpoint(), here));
  }

  @Test
  void programs_ofResources_are7() throws IOException {
    assertThat(Program.all("resources")).hasSize(7).allMatch(each -> Files.exists(each.python()));
  }

  static List<Program> programs() throws IOException {
    return Program.all("resources");
  }
}
