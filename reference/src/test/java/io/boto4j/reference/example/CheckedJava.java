package io.boto4j.reference.example;

import io.boto4j.model.ModelLoader;
import io.boto4j.model.ServiceModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The Java examples of a service, compiled in memory with the check of literal calls. */
final class CheckedJava {
  /**
   * The result of compiling the examples of a service.
   *
   * @param operations the number of operations
   * @param examples the number of examples
   * @param printed the errors and warnings of javac and of the check
   */
  record Result(int operations, int examples, List<String> printed) {}

  private CheckedJava() {}

  static Result of(String service) {
    ServiceModel model = ModelLoader.builtIn().find(service);
    List<JavaFileObject> sources = new ArrayList<>();
    for (String operation : model.operationNames()) {
      for (Example example : Examples.of(model, model.operation(operation))) {
        String text = example.code().get(Language.JAVA).text();
        sources.add(new Text("p" + sources.size(), text));
      }
    }
    return new Result(model.operationNames().size(), sources.size(), compiled(sources));
  }

  private static List<String> compiled(List<JavaFileObject> sources) {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> printed = new DiagnosticCollector<>();
    String classPath = System.getProperty("java.class.path");
    List<String> options =
        List.of(
            "-cp",
            classPath,
            "-processorpath",
            classPath,
            "-proc:none",
            "-Xlint:all,-processing,-classfile,-path,-options",
            "-Xmaxerrs",
            "10000",
            "-Xmaxwarns",
            "10000",
            "-Xplugin:boto4j-check");
    try (JavaFileManager files = new Discarding(javac)) {
      javac.getTask(null, files, printed, options, null, sources).call();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return printed.getDiagnostics().stream().map(CheckedJava::line).toList();
  }

  private static String line(Diagnostic<? extends JavaFileObject> each) {
    String name = each.getSource() == null ? "" : each.getSource().getName();
    return name + ":" + each.getLineNumber() + " " + each.getMessage(Locale.ROOT);
  }

  /** A source in memory, in a package of its own. */
  private static final class Text extends SimpleJavaFileObject {
    private final String text;

    Text(String folder, String text) {
      super(
          URI.create("memory:///" + folder + "/" + className(text) + ".java"),
          JavaFileObject.Kind.SOURCE);
      this.text = "package " + folder + "; " + text;
    }

    private static String className(String text) {
      int start = text.indexOf("\nclass ") + "\nclass ".length();
      return text.substring(start, text.indexOf(' ', start));
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  /** Writes no class files. */
  private static final class Discarding extends ForwardingJavaFileManager<JavaFileManager> {
    Discarding(JavaCompiler javac) {
      super(javac.getStandardFileManager(null, Locale.ROOT, null));
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
      return new SimpleJavaFileObject(URI.create("memory:///" + className), kind) {
        @Override
        public OutputStream openOutputStream() {
          return new ByteArrayOutputStream();
        }
      };
    }
  }
}
