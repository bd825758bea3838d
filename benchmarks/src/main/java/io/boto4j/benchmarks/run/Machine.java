package io.boto4j.benchmarks.run;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The machine on which the figures were measured. */
public final class Machine {
  private Machine() {}

  /**
   * Describes this machine.
   *
   * @return a description such as {@code 2 cores, 24 GB, Linux 6.8.0 amd64}
   * @throws IOException if the size of the memory cannot be read
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
   * Describes its load, on which every time depends.
   *
   * @return a description such as {@code load 0.42}: the average of the last minute, this program
   *     included
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
