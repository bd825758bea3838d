package io.boto4j.typed.generate;

import io.boto4j.Client;
import io.boto4j.model.ServiceModel;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;

/**
 * Sources that are compiled in memory, with all warnings, those of Javadoc among them, as errors.
 */
final class Compilation {
  private static final List<String> STRICT =
      List.of("-Xlint:all", "-Werror", "-Xdoclint:all/protected", "--release", "17");

  private final DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
  private final Map<String, ByteArrayOutputStream> classes = new HashMap<>();
  private final Map<String, ByteArrayOutputStream> written = new HashMap<>();

  private Compilation() {}

  /** Compiles sources by the names of their types. */
  static Compilation of(String packageName, Map<String, String> sources) {
    return run(packageName, sources, null, STRICT);
  }

  /** Compiles sources with an annotation processor. */
  static Compilation of(
      String packageName, Map<String, String> sources, Processor processor, String... options) {
    List<String> all = new ArrayList<>(List.of(options));
    all.add("-Xlint:all");
    return run(packageName, sources, processor, all);
  }

  private static Compilation run(
      String packageName, Map<String, String> sources, Processor processor, List<String> options) {
    Compilation compilation = new Compilation();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of("-classpath", classPath()));
    if (processor == null) {
      all.add("-proc:none");
    }
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              null,
              compilation.memory(files),
              compilation.found,
              all,
              null,
              files(packageName, sources));
      if (processor != null) {
        task.setProcessors(List.of(processor));
      }
      task.call();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return compilation;
  }

  private static List<JavaFileObject> files(String packageName, Map<String, String> sources) {
    List<JavaFileObject> files = new ArrayList<>();
    for (Map.Entry<String, String> source : sources.entrySet()) {
      URI uri =
          URI.create(
              "string:///" + packageName.replace('.', '/') + "/" + source.getKey() + ".java");
      files.add(
          new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreErrors) {
              return source.getValue();
            }
          });
    }
    return files;
  }

  private JavaFileManager memory(StandardJavaFileManager files) {
    return new ForwardingJavaFileManager<JavaFileManager>(files) {
      @Override
      public JavaFileObject getJavaFileForOutput(
          Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        (kind == JavaFileObject.Kind.CLASS ? classes : written).put(name, bytes);
        URI uri = URI.create("memory:///" + name.replace('.', '/') + kind.extension);
        return new SimpleJavaFileObject(uri, kind) {
          @Override
          public OutputStream openOutputStream() {
            return bytes;
          }

          @Override
          public CharSequence getCharContent(boolean ignoreErrors) {
            return bytes.toString(StandardCharsets.UTF_8);
          }
        };
      }
    };
  }

  /** The jars or folders of boto4j, wherever the tests found them. */
  private static String classPath() {
    return location(Client.class)
        + File.pathSeparator
        + location(ServiceModel.class)
        + File.pathSeparator
        + location(Generator.class)
        + File.pathSeparator
        + location(NullMarked.class);
  }

  private static Path location(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The messages as {@code FILE:LINE:COLUMN: MESSAGE}. */
  List<String> messages() {
    List<String> messages = new ArrayList<>();
    for (Diagnostic<? extends JavaFileObject> each : found.getDiagnostics()) {
      String name = each.getSource() == null ? "" : each.getSource().getName();
      messages.add(
          name.substring(name.lastIndexOf('/') + 1)
              + ":"
              + each.getLineNumber()
              + ":"
              + each.getColumnNumber()
              + ": "
              + each.getMessage(Locale.ROOT));
    }
    return messages;
  }

  /** The number of classes. */
  int size() {
    return classes.size();
  }

  /** The size of all classes. */
  long bytes() {
    long sum = 0;
    for (ByteArrayOutputStream each : classes.values()) {
      sum += each.size();
    }
    return sum;
  }

  /** The names of the sources that a processor wrote. */
  List<String> written() {
    return List.copyOf(written.keySet());
  }

  /** Loads a class. */
  Class<?> load(String name) {
    ClassLoader loader =
        new ClassLoader(Compilation.class.getClassLoader()) {
          @Override
          protected Class<?> findClass(String each) throws ClassNotFoundException {
            ByteArrayOutputStream bytes = classes.get(each);
            if (bytes == null) {
              throw new ClassNotFoundException(each);
            }
            return defineClass(each, bytes.toByteArray(), 0, bytes.size());
          }
        };
    try {
      return Class.forName(name, true, loader);
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException(name, e);
    }
  }
}
