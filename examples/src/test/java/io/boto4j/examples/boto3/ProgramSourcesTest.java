package io.boto4j.examples.boto3;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sources of the programs, which are there to be read. */
final class ProgramSourcesTest {
  private static final int WIDTH = 120;

  @Test
  void programs_areInBothLanguages() throws IOException {
    List<Program> programs = Program.all();
    assertThat(programs).hasSize(25).allMatch(each -> Files.exists(each.python()));
    try (Stream<Path> files = Files.list(Program.PYTHON)) {
      assertThat(files.filter(Files::isRegularFile)).hasSameSizeAs(programs);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("programs")
  void program_hasNoCastAndNoNullCheck(Program program) throws IOException {
    SourceCounts counts = SourceCounts.ofJava(List.of(program.java()));
    assertThat(counts.casts()).isZero();
    assertThat(counts.nullChecks()).isZero();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("programs")
  void program_fitsThePage(Program program) throws IOException {
    assertThat(Files.readAllLines(program.java())).allMatch(line -> line.length() <= WIDTH);
    assertThat(Files.readAllLines(program.python())).allMatch(line -> line.length() <= WIDTH);
  }

  static List<Program> programs() throws IOException {
    List<Program> programs = new ArrayList<>(Program.all());
    programs.addAll(Program.typed());
    return programs;
  }
}
