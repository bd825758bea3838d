package io.boto4j.examples.docs;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Compiles snippets with the JDK's compiler and the check of calls, without writing class files.
 */
final class SnippetCompiler {
  private SnippetCompiler() {}

  /** Returns the errors in the snippets, each with page and line; empty if all compile. */
  static List<String> errors(List<Snippet> snippets) throws IOException {
    Map<JavaFileObject, Snippet> files = new LinkedHashMap<>();
    for (Snippet each : snippets) {
      String name = "Snippet" + files.size();
      files.put(new Source(name, each.source(name)), each);
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    String classPath = System.getProperty("java.class.path");
    List<String> options =
        List.of(
            "-proc:none",
            "-Xmaxerrs",
            "0",
            "-cp",
            classPath,
            "-processorpath",
            classPath,
            "-Xplugin:boto4j-check");
    JavacTask task =
        (JavacTask) compiler.getTask(null, null, problems, options, null, files.keySet());
    task.analyze();
    List<String> errors = new ArrayList<>();
    for (Diagnostic<? extends JavaFileObject> each : problems.getDiagnostics()) {
      if (each.getKind() == Diagnostic.Kind.ERROR) {
        Snippet snippet = files.get(each.getSource());
        String place = snippet == null ? "" : snippet.place(each.getLineNumber()) + ": ";
        errors.add(place + each.getMessage(Locale.ROOT));
      }
    }
    return errors;
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String className, String text) {
      super(URI.create("string:///" + className + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }

    /** A snippet that is a whole file has a class of another name. */
    @Override
    public boolean isNameCompatible(String simpleName, Kind kind) {
      return kind == Kind.SOURCE;
    }
  }
}
