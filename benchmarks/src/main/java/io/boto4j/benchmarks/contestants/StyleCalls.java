package io.boto4j.benchmarks.contestants;

import com.sun.management.OperatingSystemMXBean;
import io.boto4j.Session;
import io.boto4j.credentials.Credentials;
import java.lang.management.ManagementFactory;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Warm calls in one style over a socket. */
public final class StyleCalls {
  private StyleCalls() {}

  /**
   * Warms each operation up, then measures each.
   *
   * @param args style, endpoint URL, numbers of threads, milliseconds of CPU time of warming up,
   *     milliseconds of measuring
   * @throws Exception if a call fails
   */
  public static void main(String[] args) throws Exception {
    Session session =
        Session.builder()
            .region("us-east-1")
            .credentials(Credentials.of("AKIDEXAMPLE", "example-secret-key"))
            .config(c -> c.endpointUrl(args[1]).maxPoolConnections(64))
            .build();
    CallStyle style = CallStyle.of(args[0], session.client("dynamodb"), session.client("rds"));
    CallLoad load = new CallLoad("platform", Long.parseLong(args[4]));
    long warm = Long.parseLong(args[3]);
    warmUp(load, () -> check("ada@example.com", style.getItem()), warm);
    warmUp(load, () -> check(1.0, style.putItem()), warm);
    warmUp(load, () -> Objects.requireNonNull(style.describeDbInstances()), warm);
    load.measure("GetItem", () -> check("ada@example.com", style.getItem()), args[2]);
    load.measure("PutItem", () -> check(1.0, style.putItem()), args[2]);
    load.measure(
        "DescribeDBInstances, 20",
        () -> Objects.requireNonNull(style.describeDbInstances()),
        args[2]);
  }

  /** Warms up until a CPU time has passed, which other work on the machine does not shorten. */
  private static void warmUp(CallLoad load, CallLoad.Call call, long cpuMillis) throws Exception {
    long end = cpuNanos() + cpuMillis * 1_000_000;
    while (cpuNanos() < end) {
      load.warmUp(call, 500);
    }
  }

  private static long cpuNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static void check(Object expected, @Nullable Object seen) {
    if (!expected.equals(seen)) {
      throw new IllegalStateException("Expected " + expected + " and saw " + seen);
    }
  }
}
