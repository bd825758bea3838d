package io.boto4j.benchmarks.run;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What the numbers were measured on. */
public final class Machine {
  private Machine() {}

  /**
   * Describes this machine.
   *
   * @return as {@code 2 cores, 24 GB, Linux 6.8.0 amd64}
   * @throws IOException if it cannot be found out
   */
  public static String description() throws IOException {
    return Runtime.getRuntime().availableProcessors()
        + " cores, "
        + memory()
        + System.getProperty("os.name")
        + " "
        + System.getProperty("os.version")
        + " "
        + System.getProperty("os.arch");
  }

  /**
   * How busy it is, which every time depends on.
   *
   * @return as {@code load 0.42}: of the last minute, and of this program too
   */
  public static String load() {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    return String.format(Locale.ROOT, "load %.2f", load);
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
