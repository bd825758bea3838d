package io.boto4j.benchmarks.contestants;

import com.sun.management.OperatingSystemMXBean;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Repeated compilations in one process, as IDEs and build daemons do: in turn without the check,
 * with it, and with it in a class loader that is kept. Prints a line per compilation from the tenth
 * of its kind on: kind, wall and CPU milliseconds.
 */
public final class WarmCompiles {
  private static final List<String> KINDS = List.of("plain", "check", "kept");
  private static final int FIRST = 10;

  private WarmCompiles() {}

  /**
   * Compiles.
   *
   * @param args the number of compilations of each kind that are measured, the processor path, the
   *     option of the plugin, then the other options and sources of javac
   * @throws IOException if a compilation fails
   */
  public static void main(String[] args) throws IOException {
    int last = FIRST - 1 + Integer.parseInt(args[0]);
    List<String> sources = new ArrayList<>();
    List<String> options = new ArrayList<>();
    for (String each : List.of(args).subList(3, args.length)) {
      (each.endsWith(".java") ? sources : options).add(each);
    }
    List<String> checked = new ArrayList<>(options);
    checked.addAll(List.of("-processorpath", args[1], args[2]));
    ClassLoader kept = new NotClosed(urls(args[1]));
    for (int i = 1; i <= last; i++) {
      for (String kind : KINDS) {
        long cpu = cpu();
        long time = System.nanoTime();
        compile(
            kind.equals("plain") ? options : checked, sources, kind.equals("kept") ? kept : null);
        double wall = (System.nanoTime() - time) / 1e6;
        if (i >= FIRST) {
          System.out.println(kind + " " + wall + " " + (cpu() - cpu) / 1e6);
        }
      }
    }
  }

  private static void compile(
      List<String> options, List<String> sources, @Nullable ClassLoader plugins)
      throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, Locale.ROOT, null)) {
      JavaFileManager manager = plugins == null ? files : new Kept(files, plugins);
      var units = files.getJavaFileObjectsFromStrings(sources);
      if (!javac.getTask(null, manager, null, options, null, units).call()) {
        throw new IOException("The compilation failed");
      }
    }
  }

  private static URL[] urls(String path) throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (String each : path.split(File.pathSeparator, -1)) {
      urls.add(Path.of(each).toUri().toURL());
    }
    return urls.toArray(new URL[0]);
  }

  private static long cpu() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /** Gives plugins the same class loader in each compilation. */
  private static final class Kept extends ForwardingJavaFileManager<StandardJavaFileManager> {
    private final ClassLoader plugins;

    Kept(StandardJavaFileManager files, ClassLoader plugins) {
      super(files);
      this.plugins = plugins;
    }

    @Override
    public ClassLoader getClassLoader(Location location) {
      return location == StandardLocation.ANNOTATION_PROCESSOR_PATH
          ? plugins
          : super.getClassLoader(location);
    }
  }

  /** A class loader that javac, which closes what it can close, leaves open. */
  private static final class NotClosed extends ClassLoader {
    NotClosed(URL... urls) {
      super(new URLClassLoader(urls, WarmCompiles.class.getClassLoader()));
    }
  }
}
