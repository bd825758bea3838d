package io.boto4j.examples.boto3;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Counts of source files. Lines are those that are not blank, not a comment, and no package or
 * import declaration; null checks are comparisons with null and {@code Objects.requireNonNull…}.
 *
 * <p>{@code count.sh} runs this file, without building anything.
 *
 * @param lines the number of lines
 * @param casts the number of casts
 * @param nullChecks the number of null checks
 */
record SourceCounts(int lines, int casts, int nullChecks) {
  /** Prints the counts of the Java and Python files in each of the given folders. */
  public static void main(String[] folders) throws IOException {
    System.out.printf("%6s %6s %6s %12s  %s%n", "files", "lines", "casts", "null checks", "folder");
    for (String each : folders) {
      Path folder = Path.of(each);
      List<Path> java = files(folder, ".java");
      List<Path> python = files(folder, ".py");
      if (!java.isEmpty()) {
        print(folder, java.size(), ofJava(java));
      }
      if (!python.isEmpty()) {
        print(folder, python.size(), new SourceCounts(lines(python, false), 0, 0));
      }
    }
  }

  private static void print(Path folder, int files, SourceCounts counts) {
    System.out.printf(
        "%6d %6d %6d %12d  %s%n", files, counts.lines, counts.casts, counts.nullChecks, folder);
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(ending))
          .filter(file -> !file.endsWith("package-info.java"))
          .sorted()
          .toList();
    }
  }

  /** Returns the counts of Java files, which are parsed and not compiled. */
  static SourceCounts ofJava(List<Path> files) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Scanner scanner = new Scanner();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(files));
      for (CompilationUnitTree unit : task.parse()) {
        scanner.scan(unit, null);
      }
    }
    return new SourceCounts(lines(files, true), scanner.casts, scanner.nullChecks);
  }

  private static int lines(List<Path> files, boolean java) throws IOException {
    int count = 0;
    for (Path file : files) {
      List<String> lines = new ArrayList<>(Files.readAllLines(file));
      lines.removeIf(line -> java ? isNoCodeOfJava(line.strip()) : isNoCodeOfPython(line.strip()));
      count += lines.size();
    }
    return count;
  }

  private static boolean isNoCodeOfJava(String line) {
    return line.isEmpty()
        || line.startsWith("//")
        || line.startsWith("/*")
        || line.startsWith("*")
        || line.startsWith("package ")
        || line.startsWith("import ");
  }

  private static boolean isNoCodeOfPython(String line) {
    return line.isEmpty()
        || line.startsWith("#")
        || line.startsWith("\"\"\"")
        || line.startsWith("import ")
        || line.startsWith("from ");
  }

  private static final class Scanner extends TreeScanner<Void, Void> {
    private int casts;
    private int nullChecks;

    @Override
    public Void visitTypeCast(TypeCastTree cast, Void unused) {
      casts++;
      return super.visitTypeCast(cast, null);
    }

    @Override
    public Void visitBinary(BinaryTree binary, Void unused) {
      boolean compares =
          binary.getKind() == Tree.Kind.EQUAL_TO || binary.getKind() == Tree.Kind.NOT_EQUAL_TO;
      if (compares && (isNull(binary.getLeftOperand()) || isNull(binary.getRightOperand()))) {
        nullChecks++;
      }
      return super.visitBinary(binary, null);
    }

    private static boolean isNull(Tree operand) {
      return operand.getKind() == Tree.Kind.NULL_LITERAL;
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
      String method = call.getMethodSelect().toString();
      if (method.startsWith("Objects.requireNonNull") || method.startsWith("requireNonNull")) {
        nullChecks++;
      }
      return super.visitMethodInvocation(call, null);
    }
  }
}
