package io.boto4j.typed.check;

import com.sun.source.util.JavacTask;
import io.boto4j.typed.TestClients;
import io.boto4j.typed.contract.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Sources that are compiled in memory, with the problems that the compiler's reader finds. */
final class CompiledSources extends ClassLoader {
  private final Map<String, ByteArrayOutputStream> classes = new HashMap<>();
  private final Map<String, List<Problem>> problems = new HashMap<>();

  /** Compiles sources by the name of their files, without the extension. */
  CompiledSources(Map<String, String> sources) {
    super(CompiledSources.class.getClassLoader());
    List<Text> texts = new ArrayList<>();
    sources.forEach((name, source) -> texts.add(new Text(name, source)));
    JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
    JavaFileManager files = new Memory(compiler.getStandardFileManager(null, null, null));
    JavacTask task =
        (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null, texts);
    try {
      task.parse();
      for (Element each : task.analyze()) {
        if (each instanceof TypeElement type) {
          problems
              .computeIfAbsent(
                  task.getElements().getPackageOf(type).toString(), key -> new ArrayList<>())
              .addAll(
                  MirrorContracts.check(
                      type, task.getElements(), task.getTypes(), TestClients::model));
        }
      }
      task.generate();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the problems of all interfaces of a package. */
  List<Problem> problems(String name) {
    return Objects.requireNonNull(problems.get(name), name);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    ByteArrayOutputStream bytes = classes.get(name);
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes.toByteArray(), 0, bytes.size());
  }

  private static final class Text extends SimpleJavaFileObject {
    private final String source;

    Text(String name, String source) {
      super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
      this.source = source;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return source;
    }
  }

  private final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
    Memory(JavaFileManager files) {
      super(files);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
      return new SimpleJavaFileObject(URI.create("bytes:///" + className), kind) {
        @Override
        public OutputStream openOutputStream() {
          ByteArrayOutputStream bytes = new ByteArrayOutputStream();
          classes.put(className, bytes);
          return bytes;
        }
      };
    }
  }
}
