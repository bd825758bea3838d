package io.boto4j.examples.boto3;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * compares what they print. A program with types of its own prints what the plain one prints.
 */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(180)
final class ProgramsTest {
  private final Engine engine = new Engine();
  private final boolean compares = Program.pythonHasBoto3();

  /** What the plain programs printed, by their names. */
  private final Map<String, String> plain = new HashMap<>();

  @AfterAll
  void stop() {
    engine.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("programs")
  void program_inJava_printsWhatItPrintsInPython(
      Program program, @TempDir Path python, @TempDir Path java) throws Exception {
    String printed = printedBy(program, java);
    assertThat(printed).isNotBlank().doesNotContain("Exception in thread");
    if (compares) {
      engine.reset();
      assertThat(withoutPort(printed))
          .isEqualTo(withoutPort(program.printedByPython(engine.endpoint(), python)));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("typedPrograms")
  void program_withTypes_printsWhatThePlainOnePrints(
      Program program, @TempDir Path typed, @TempDir Path folder) throws Exception {
    engine.reset();
    String printed = program.printedByJava(engine.endpoint(), typed);
    assertThat(withoutPort(printed)).isEqualTo(withoutPort(printedBy(program.plain(), folder)));
  }

  @Test
  void programs_ofTheTable_are25() throws IOException {
    assertThat(Program.all()).hasSize(25);
  }

  @Test
  void programs_withTypes_areThoseOfTheTable() throws IOException {
    List<String> names = Program.all().stream().map(Program::name).toList();
    for (String set : Program.TYPED) {
      assertThat(Program.all(set)).extracting(Program::name).isEqualTo(names);
    }
  }

  /** boto4j-local takes another port while a PostgreSQL of this machine has the one asked for. */
  private static String withoutPort(String printed) {
    return printed.replaceAll("ledger at \\d+", "ledger at a port");
  }

  /** Runs a plain program once. */
  private String printedBy(Program program, Path folder) throws Exception {
    String printed = plain.get(program.name());
    if (printed == null) {
      engine.reset();
      printed = program.printedByJava(engine.endpoint(), folder);
      plain.put(program.name(), printed);
    }
    return printed;
  }

  static List<Program> typedPrograms() throws IOException {
    return Program.typed();
  }

  static List<Program> programs() throws IOException {
    return Program.all();
  }
}
