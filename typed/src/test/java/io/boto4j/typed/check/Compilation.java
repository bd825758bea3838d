package io.boto4j.typed.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** One run of javac with the plugin, in this process. */
final class Compilation {
  private Compilation() {}

  /**
   * Compiles sources.
   *
   * @param folder an empty folder for the classes
   * @param sources the files
   * @param options further options
   * @return what javac prints, as {@code line:column kind: message}, in its order
   */
  static List<String> run(Path folder, List<Path> sources, String... options) {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> printed = new DiagnosticCollector<>();
    List<String> all =
        new ArrayList<>(
            List.of(
                "-d",
                folder.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-processorpath",
                System.getProperty("java.class.path"),
                "-proc:none",
                "-Xlint:all,-processing,-classfile,-path,-options"));
    all.addAll(List.of(options));
    try (StandardJavaFileManager files = javac.getStandardFileManager(printed, Locale.ROOT, null)) {
      javac
          .getTask(null, files, printed, all, null, files.getJavaFileObjectsFromPaths(sources))
          .call();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return printed.getDiagnostics().stream().map(Compilation::line).toList();
  }

  private static String line(Diagnostic<?> each) {
    String kind =
        each.getKind() == Diagnostic.Kind.MANDATORY_WARNING
            ? "warning"
            : each.getKind().name().toLowerCase(Locale.ROOT);
    return each.getLineNumber()
        + ":"
        + each.getColumnNumber()
        + " "
        + kind
        + ": "
        + each.getMessage(Locale.ROOT);
  }

  /** Writes a source file and returns its path. */
  static Path source(Path folder, String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
