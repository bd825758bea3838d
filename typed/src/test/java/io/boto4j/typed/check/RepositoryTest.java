package io.boto4j.typed.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The check finds nothing in the tests of the modules that are built before this one. Mistakes that
 * are meant have {@code @SuppressWarnings("boto4j")} there.
 */
final class RepositoryTest {
  @TempDir Path classes;

  @ParameterizedTest
  @ValueSource(strings = {"boto4j", "local"})
  void tests_ofAModule_areRight(String module) throws IOException {
    Path folder = Path.of("..", module);
    Path dependencies = folder.resolve("target/test-class-path.txt");
    // A build of this module and those that it needs does not include boto4j-local.
    assumeTrue(Files.exists(dependencies), "This build does not include " + module);
    String classPath =
        String.join(
            File.pathSeparator,
            folder.resolve("target/classes").toString(),
            folder.resolve("target/test-classes").toString(),
            Files.readString(dependencies));

    List<String> printed =
        Compilation.run(
            classes,
            sources(folder.resolve("src/test/java")),
            "-cp",
            classPath,
            "-nowarn",
            "-Xplugin:boto4j-check");

    assertThat(printed).filteredOn(line -> line.contains("boto4j")).isEmpty();
  }

  private static List<Path> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }
}
