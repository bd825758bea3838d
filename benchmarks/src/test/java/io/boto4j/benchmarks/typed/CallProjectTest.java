package io.boto4j.benchmarks.typed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program whose compilation is timed. */
final class CallProjectTest {
  @TempDir private Path folder;

  @Test
  void program_isTheSameInEachRun() throws IOException {
    List<Path> one = CallProject.write(folder.resolve("one"), 47);
    List<Path> other = CallProject.write(folder.resolve("other"), 47);

    assertThat(one).hasSize(5);
    for (int i = 0; i < one.size(); i++) {
      assertThat(one.get(i)).hasSameTextualContentAs(other.get(i));
    }
    assertThat(String.join("", texts(one)).split("\\.call\\(", -1)).hasSize(47 + 1);
  }

  @Test
  void program_isRight_andFaultsInItAreFound() throws IOException {
    List<Path> sources = CallProject.write(folder, 30);
    assertThat(compile(sources)).isEmpty();

    Path source = sources.get(0);
    String right = Files.readString(source);
    Files.writeString(source, right.replaceFirst("r\\.text\\(\"", "r.text(\"No"));
    assertThat(compile(sources)).hasSize(1).first().asString().contains("[boto4j]");
  }

  private static List<String> texts(List<Path> sources) throws IOException {
    List<String> texts = new ArrayList<>();
    for (Path source : sources) {
      texts.add(Files.readString(source));
    }
    return texts;
  }

  private List<String> compile(List<Path> sources) throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    String path = System.getProperty("java.class.path");
    List<String> options =
        List.of(
            "-proc:none",
            "-d",
            folder.toString(),
            "-cp",
            path,
            "-processorpath",
            path,
            "-Xplugin:boto4j-check");
    try (StandardJavaFileManager files = javac.getStandardFileManager(found, Locale.ROOT, null)) {
      boolean unused =
          javac
              .getTask(
                  null, files, found, options, null, files.getJavaFileObjectsFromPaths(sources))
              .call();
    }
    return found.getDiagnostics().stream().map(each -> each.getMessage(Locale.ROOT)).toList();
  }
}
