package io.boto4j.typed.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The sources in {@code right} compile without a word, and those in {@code wrong} with exactly the
 * lines that are in the file of the same name. {@code -Dboto4j.write=true} writes these files.
 */
final class SourcesTest {
  private static final Path SOURCES = Path.of("src/test/resources/io/boto4j/typed/check");
  private static final boolean WRITE = Boolean.getBoolean("boto4j.write");

  @TempDir Path classes;

  @TestFactory
  Stream<DynamicTest> right_sources_areClean() throws IOException {
    return sources("right")
        .map(
            source ->
                DynamicTest.dynamicTest(
                    name(source), () -> assertThat(compiled(source)).isEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> wrong_sources_failWithTheLinesOfTheirFiles() throws IOException {
    return sources("wrong")
        .map(source -> DynamicTest.dynamicTest(name(source), () -> compare(source)));
  }

  private void compare(Path source) throws IOException {
    Path expected = source.resolveSibling(name(source) + ".txt");
    String lines = String.join("\n", compiled(source)) + "\n";
    if (WRITE) {
      Files.writeString(expected, lines);
    }
    assertThat(lines).isEqualTo(Files.readString(expected)).contains(": [boto4j] ");
  }

  private List<String> compiled(Path source) {
    return Compilation.run(classes, List.of(source), "-Xplugin:boto4j-check");
  }

  private static String name(Path source) {
    String file = source.getFileName().toString();
    return file.substring(0, file.length() - ".java".length());
  }

  private static Stream<Path> sources(String folder) throws IOException {
    List<Path> sources = new ArrayList<>();
    try (Stream<Path> files = Files.list(SOURCES.resolve(folder))) {
      files.filter(each -> each.toString().endsWith(".java")).sorted().forEach(sources::add);
    }
    assertThat(sources).isNotEmpty();
    return sources.stream();
  }
}
