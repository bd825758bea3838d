package io.boto4j.benchmarks.guards;

import io.boto4j.benchmarks.run.CleanEnvironment;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A fresh JVM with only boto4j and this module on its class path. */
final class ChildJvm {
  private ChildJvm() {}

  /** Runs a program and returns its output. */
  static String run(Path folder, List<String> flags, Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.add("-cp");
    command.add(String.join(File.pathSeparator, classPath()));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    CleanEnvironment.make(builder.environment(), folder);
    Process process = builder.start();
    String printed =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (process.waitFor() != 0) {
      throw new IOException(main.getName() + " failed: " + printed);
    }
    return printed;
  }

  /** The jars of boto4j from this build, or its folders of classes if they have not been packed. */
  static List<String> boto4j() {
    List<String> found = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path path = Path.of(entry);
      Path parent = path.getParent();
      String owner =
          path.endsWith("classes") && parent != null ? String.valueOf(parent.getParent()) : "";
      String module = String.valueOf(Path.of(owner).getFileName());
      boolean jar = String.valueOf(path.getFileName()).matches("boto4j(-models?)?-[0-9].*\\.jar");
      if (jar || List.of("boto4j", "model", "models").contains(module)) {
        found.add(entry);
      }
    }
    return found;
  }

  private static List<String> classPath() {
    List<String> all = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path path = Path.of(entry);
      if (path.endsWith("benchmarks/target/classes")
          || path.endsWith("benchmarks/target/test-classes")) {
        all.add(entry);
      }
    }
    all.addAll(boto4j());
    return all;
  }
}
