package io.boto4j.benchmarks.coldstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the numbers were measured on. */
final class Machine {
  private Machine() {}

  /** As {@code 2 cores, 24 GB, Linux 6.8.0 amd64}. */
  static String description() throws IOException {
    return Runtime.getRuntime().availableProcessors()
        + " cores, "
        + memory()
        + System.getProperty("os.name")
        + " "
        + System.getProperty("os.version")
        + " "
        + System.getProperty("os.arch");
  }

  private static String memory() throws IOException {
    Path file = Path.of("/proc/meminfo");
    if (!Files.exists(file)) {
      return "";
    }
    long kib = Long.parseLong(Files.readAllLines(file).get(0).replaceAll("\\D", ""));
    return Math.round(kib / 1048576.0) + " GB, ";
  }
}
