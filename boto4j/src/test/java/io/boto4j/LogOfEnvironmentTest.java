package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The messages of {@code BOTO4J_LOG} in processes of their own, with and without a logging library.
 */
final class LogOfEnvironmentTest {
  private static final String PRINTED = "\\d{4}-\\d\\d-\\d\\dT[\\d:.]{12}Z io\\.boto4j\\.dynamodb ";

  @TempDir private Path folder;

  @BeforeEach
  void copyProgram() throws Exception {
    Path target = Files.createDirectories(folder.resolve("io/boto4j"));
    for (String name : List.of("", "$Library", "$Printing")) {
      String file = "LoggingProgram" + name + ".class";
      try (InputStream in = LoggingProgram.class.getResourceAsStream(file)) {
        Files.copy(in, target.resolve(file));
      }
    }
  }

  private List<String> run(List<String> options, String... value) throws Exception {
    return ChildJvm.run(folder, LoggingProgram.class, options, value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "TRUE", "debug"})
  void debug_jdkAlone_isPrinted(String value) throws Exception {
    List<String> printed = run(List.of(), value);

    assertThat(printed).last().isEqualTo("called");
    assertThat(printed.get(0)).matches(PRINTED + "\\[DEBUG\\] dynamodb\\.ListTables: called");
    assertThat(printed)
        .hasSize(5)
        .anyMatch(
            each -> each.endsWith("attempt 1: POST to https://dynamodb.eu-west-1.amazonaws.com"))
        .noneMatch(each -> each.contains("Limit") || each.contains("CANARY"));
  }

  @Test
  void trace_jdkAlone_isPrintedWithParameters() throws Exception {
    assertThat(run(List.of(), "trace"))
        .anyMatch(each -> each.endsWith("[TRACE] dynamodb.ListTables: called with {Limit=7}"))
        .anyMatch(each -> each.contains("[DEBUG]"));
  }

  @Test
  void debug_withoutTheModuleOfLogging_isPrinted() throws Exception {
    assertThat(run(List.of("--limit-modules", "java.base"), "true"))
        .hasSize(5)
        .anyMatch(each -> each.contains("[DEBUG]"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"false", "1", "yes", "debgu"})
  void otherValues_areOff(String value) throws Exception {
    assertThat(run(List.of(), value)).containsExactly("called");
  }

  @Test
  void unset_loadsNothingOfLogging() throws Exception {
    List<String> printed = run(List.of("-Xlog:class+load:stdout"));

    assertThat(printed).contains("called");
    assertThat(printed)
        .noneMatch(each -> each.contains("io.boto4j.CallLog"))
        .noneMatch(each -> each.contains("PrintedLogger"))
        .noneMatch(each -> each.contains("LogOfEnvironment"))
        .noneMatch(each -> each.contains(" java.util.logging."));
  }

  @Test
  void configuredJavaUtilLogging_isUsedAndLeftAlone() throws Exception {
    Path file = folder.resolve("logging.properties");
    Files.writeString(
        file,
        """
        handlers=java.util.logging.ConsoleHandler
        java.util.logging.ConsoleHandler.level=ALL
        java.util.logging.SimpleFormatter.format=JUL %4$s %3$s %5$s%n
        io.boto4j.level=FINE
        """);

    assertThat(run(List.of("-Djava.util.logging.config.file=" + file), "true"))
        .hasSize(5)
        .first()
        .isEqualTo("JUL FINE io.boto4j.dynamodb dynamodb.ListTables: called");
  }

  @Test
  void library_decidesAlone() throws Exception {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(
        services.resolve("java.lang.System$LoggerFinder"), "io.boto4j.LoggingProgram$Library");

    assertThat(run(List.of(), "true")).containsExactly("called");
    assertThat(run(List.of(), "trace")).containsExactly("called");
  }
}
