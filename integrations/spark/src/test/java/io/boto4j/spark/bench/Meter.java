package io.boto4j.spark.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;

/** Measures steps: items per second, processor time, and the peak of the heap. */
final class Meter {
  private static final double MILLION = 1e6;

  private final Server server;
  private final long items;

  Meter(Server server, long items) {
    this.server = server;
    this.items = items;
  }

  /** Measures a step, prints its figures, and returns its items per second. */
  double measure(String step, Callable<?> action) throws Exception {
    System.gc();
    ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    Duration serverBefore = server.cpu();
    long cpuBefore = cpu();
    long start = System.nanoTime();
    action.call();
    double seconds = (System.nanoTime() - start) / 1e9;
    double own = (cpu() - cpuBefore) / 1e9;
    double service = server.cpu().minus(serverBefore).toMillis() / 1e3;
    System.out.printf(
        Locale.ROOT,
        "%-34s %9.1f s %10.0f items/s %8.1f s CPU here %8.1f s CPU of the service %6d MB heap%n",
        step,
        seconds,
        items / seconds,
        own,
        service,
        peakHeap());
    return items / seconds;
  }

  private static long cpu() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /** The sum of the peaks of the pools, which is an upper bound of the peak of the heap. */
  private static long peakHeap() {
    long bytes = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      if (pool.getType() == MemoryType.HEAP) {
        bytes += pool.getPeakUsage().getUsed();
      }
    }
    return Math.round(bytes / MILLION);
  }
}
