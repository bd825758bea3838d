package io.boto4j;

import io.boto4j.model.ModelLoader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;

/** A JVM of its own that runs a program of the tests, on the class path. */
final class ChildJvm {
  private ChildJvm() {}

  /** The lines that the program printed, including those on standard error. */
  static List<String> run(Class<?> program, List<String> options, String... arguments)
      throws IOException, InterruptedException {
    return run(Path.of("target", "test-classes"), program, options, arguments);
  }

  /** Runs a program whose classes are in a given folder, without the other classes of the tests. */
  static List<String> run(Path classes, Class<?> program, List<String> options, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", classPath(classes), program.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.clear();
    Process process = builder.start();
    try {
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor();
      return printed.lines().toList();
    } finally {
      process.destroyForcibly();
    }
  }

  /**
   * Tests may run on the module path, where a module knows its location. The libraries of the tests
   * are left out then: in a small heap, the directories of their jars would take up most of it.
   */
  private static String classPath(Path classes) {
    StringBuilder path = new StringBuilder(classes.toAbsolutePath().toString());
    for (Class<?> each : new Class<?>[] {Session.class, ModelLoader.class}) {
      path.append(File.pathSeparator)
          .append(each.getProtectionDomain().getCodeSource().getLocation().getPath());
    }
    return path
        + File.pathSeparator
        + ModuleLayer.boot()
            .configuration()
            .findModule("io.boto4j.models")
            .flatMap(module -> module.reference().location())
            .map(URI::getPath)
            .orElseGet(() -> libraries(classes));
  }

  /** The class path of this process, without the classes of the tests if others replace them. */
  private static String libraries(Path classes) {
    StringBuilder path = new StringBuilder();
    StringTokenizer all =
        new StringTokenizer(System.getProperty("java.class.path"), File.pathSeparator);
    while (all.hasMoreTokens()) {
      String each = all.nextToken();
      if (classes.endsWith("test-classes") || !Path.of(each).endsWith("test-classes")) {
        path.append(path.isEmpty() ? "" : File.pathSeparator).append(each);
      }
    }
    return path.toString();
  }
}
