package io.boto4j.benchmarks.structure;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Reads source files with the JDK's compiler, which only parses them: no class path is needed. */
final class SourceReader {
  private SourceReader() {}

  /**
   * Reads files.
   *
   * @throws IOException if a file cannot be read, or is not Java
   */
  static List<SourceFile> read(List<Path> files) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new IOException("This Java has no compiler: a JDK is needed");
    }
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    List<SourceFile> read = new ArrayList<>();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(problems, null, UTF_8)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  problems,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(files));
      Trees trees = Trees.instance(task);
      for (CompilationUnitTree unit : task.parse()) {
        Path path = Path.of(unit.getSourceFile().toUri());
        read.add(
            new SourceScanner(unit, trees.getSourcePositions()).scan(path, Files.readString(path)));
      }
    }
    for (Diagnostic<?> each : problems.getDiagnostics()) {
      if (each.getKind() == Diagnostic.Kind.ERROR) {
        throw new IOException(each.toString());
      }
    }
    return read;
  }
}
