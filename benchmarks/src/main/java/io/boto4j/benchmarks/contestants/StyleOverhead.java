package io.boto4j.benchmarks.contestants;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.ThreadMXBean;
import io.boto4j.Client;
import io.boto4j.benchmarks.run.Medians;
import io.boto4j.benchmarks.run.XmlDocuments;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Calls without a network in each style, which run in turn, many times, in one process. Prints a
 * line per task and style: task, style, microseconds of CPU of the calling thread, bytes.
 */
public final class StyleOverhead {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int ROUNDS = 25;
  private static final long NANOS_OF_ROUND = 10_000_000;
  private static final long NANOS_TO_WARM_UP = 1_200_000_000;
  private static final byte[] ITEM =
      ("{\"Item\":{\"id\":{\"S\":\"user-1\"},\"email\":{\"S\":\"ada@example.com\"},"
              + "\"name\":{\"S\":\"Ada Lovelace\"},\"logins\":{\"N\":\"1815\"},"
              + "\"active\":{\"BOOL\":true},\"roles\":{\"L\":[{\"S\":\"admin\"},{\"S\":\"writer\"}]},"
              + "\"created\":{\"S\":\"2026-11-22T10:15:30Z\"}}}")
          .getBytes(UTF_8);
  private static final byte[] CAPACITY =
      "{\"ConsumedCapacity\":{\"TableName\":\"auth-users\",\"CapacityUnits\":1.0}}".getBytes(UTF_8);
  private static final String JSON = "application/x-amz-json-1.0";

  private final List<String> names;
  private final Client rds =
      CannedTransport.client("rds", "text/xml", XmlDocuments.dbInstances(20));

  private StyleOverhead(List<String> names) {
    this.names = names;
  }

  /**
   * Measures.
   *
   * @param args the styles in the order of a round
   */
  public static void main(String[] args) {
    StyleOverhead overhead = new StyleOverhead(List.of(args));
    overhead.measure("GetItem", ITEM, CallStyle::getItem);
    overhead.measure("PutItem", CAPACITY, CallStyle::putItem);
    overhead.measure("PutItem, same request", CAPACITY, CallStyle::putSameItem);
    overhead.measure("DescribeDBInstances, 20", CAPACITY, CallStyle::describeDbInstances);
  }

  private void measure(String task, byte[] response, Function<CallStyle, @Nullable Object> call) {
    Client dynamodb = CannedTransport.client("dynamodb", JSON, response);
    List<CallStyle> styles = new ArrayList<>();
    for (String name : names) {
      styles.add(CallStyle.of(name, dynamodb, rds));
    }
    Object expected = call.apply(styles.get(0));
    int count = styles.size();
    long[] repeats = new long[count];
    for (int i = 0; i < count; i++) {
      repeats[i] = repeats(styles.get(i), call, expected);
    }
    double[][] micros = new double[count][ROUNDS];
    double[][] bytes = new double[count][ROUNDS];
    // The first half warms up.
    for (int round = -ROUNDS; round < ROUNDS; round++) {
      for (int i = 0; i < count; i++) {
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        long start = THREADS.getCurrentThreadCpuTime();
        for (long j = 0; j < repeats[i]; j++) {
          check(expected, call.apply(styles.get(i)));
        }
        long time = THREADS.getCurrentThreadCpuTime() - start;
        if (round >= 0) {
          micros[i][round] = time / 1e3 / repeats[i];
          bytes[i][round] =
              (double) (THREADS.getCurrentThreadAllocatedBytes() - allocated) / repeats[i];
        }
      }
    }
    for (int i = 0; i < count; i++) {
      System.out.println(
          task + "\t" + names.get(i) + "\t" + Medians.of(micros[i]) + "\t" + Medians.of(bytes[i]));
    }
  }

  /** The number of calls that take about the time of a round, after some that compile the code. */
  private static long repeats(
      CallStyle style, Function<CallStyle, @Nullable Object> call, @Nullable Object expected) {
    repeat(style, call, expected, NANOS_TO_WARM_UP);
    long start = THREADS.getCurrentThreadCpuTime();
    long calls = repeat(style, call, expected, 5 * NANOS_OF_ROUND);
    long each = (THREADS.getCurrentThreadCpuTime() - start) / calls;
    return Math.max(1, NANOS_OF_ROUND / Math.max(1, each));
  }

  /** Calls until a CPU time has passed, which other work on the machine does not shorten. */
  private static long repeat(
      CallStyle style,
      Function<CallStyle, @Nullable Object> call,
      @Nullable Object expected,
      long nanos) {
    long end = THREADS.getCurrentThreadCpuTime() + nanos;
    long calls = 0;
    while (THREADS.getCurrentThreadCpuTime() < end) {
      check(expected, call.apply(style));
      calls++;
    }
    return calls;
  }

  private static void check(@Nullable Object expected, @Nullable Object seen) {
    if (expected == null || !expected.equals(seen)) {
      throw new IllegalStateException("Expected " + expected + " and saw " + seen);
    }
  }
}
