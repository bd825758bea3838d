package io.boto4j.benchmarks.versus;

import com.sun.management.ThreadMXBean;
import io.boto4j.Client;
import io.boto4j.Structure;
import io.boto4j.benchmarks.run.Machine;
import io.boto4j.dynamodb.AttributeValues;
import io.boto4j.dynamodb.Table;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The command {@code dynamodb.sh}: the CPU time of one operation with plain values, with attribute
 * values, and with AWS's enhanced client. No network; every contestant receives the same bytes.
 *
 * <p>The contestants run in turn, many times, in one process, so that other work on the machine
 * affects all alike. A ratio is the median of the rounds' ratios.
 */
public final class HighLevel {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final List<String> TASKS =
      List.of(
          "PutItem small",
          "PutItem medium",
          "PutItem large",
          "GetItem small",
          "GetItem medium",
          "GetItem large",
          "Query 1 MB",
          "GetItem medium read",
          "Query 1 MB read");
  private static final List<String> HEADINGS =
      List.of(
          "",
          "raw µs",
          "Table µs",
          "enhanced µs",
          "Table ÷ raw",
          "enhanced ÷ Table",
          "raw KB",
          "Table KB",
          "enhanced KB");
  private static final int DEFAULT_ROUNDS = 60;
  private static final long NANOS_OF_ROUND = 20_000_000;
  private static final long NANOS_TO_WARM_UP = 3_000_000_000L;

  private HighLevel() {}

  /**
   * Measures and prints.
   *
   * @param args {@code --markdown}, the number of rounds, and the names of tasks (all)
   * @throws IOException if the machine cannot be described
   */
  public static void main(String[] args) throws IOException {
    List<String> given = new ArrayList<>(List.of(args));
    boolean markdown = given.remove("--markdown");
    int rounds = given.isEmpty() ? DEFAULT_ROUNDS : Integer.parseInt(given.remove(0));
    System.out.println("machine: " + Machine.description() + ", " + Machine.load());
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADINGS);
    for (String task : given.isEmpty() ? TASKS : given) {
      rows.add(row(task, rounds));
    }
    io.boto4j.benchmarks.run.Table table = new io.boto4j.benchmarks.run.Table(rows);
    System.out.println("medians of " + rounds + " rounds; at the end " + Machine.load());
    System.out.println();
    System.out.println(markdown ? table.markdown() : table.text());
  }

  private static List<String> row(String name, int rounds) {
    List<Supplier<Object>> contestants = contestants(name);
    int count = contestants.size();
    int[] repeats = new int[count];
    for (int i = 0; i < count; i++) {
      repeats[i] = repeats(contestants.get(i));
    }
    double[][] micros = new double[count][rounds];
    double[][] bytes = new double[count][rounds];
    // The first half warms up.
    for (int round = -rounds; round < rounds; round++) {
      for (int i = 0; i < count; i++) {
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        long start = THREADS.getCurrentThreadCpuTime();
        for (int j = 0; j < repeats[i]; j++) {
          Objects.requireNonNull(contestants.get(i).get());
        }
        long time = THREADS.getCurrentThreadCpuTime() - start;
        if (round >= 0) {
          micros[i][round] = time / 1e3 / repeats[i];
          bytes[i][round] =
              (THREADS.getCurrentThreadAllocatedBytes() - allocated) / 1e3 / repeats[i];
        }
      }
    }
    return List.of(
        name,
        number(median(micros[0])),
        number(median(micros[1])),
        number(median(micros[2])),
        number(ratio(micros[1], micros[0])),
        number(ratio(micros[2], micros[1])),
        number(median(bytes[0])),
        number(median(bytes[1])),
        number(median(bytes[2])));
  }

  /** The number of calls that take about the time of a round, after some that compile the code. */
  private static int repeats(Supplier<Object> call) {
    call(call, NANOS_TO_WARM_UP);
    long start = THREADS.getCurrentThreadCpuTime();
    long calls = call(call, 5 * NANOS_OF_ROUND);
    long each = (THREADS.getCurrentThreadCpuTime() - start) / calls;
    return (int) Math.max(1, NANOS_OF_ROUND / Math.max(1, each));
  }

  /** Calls until a CPU time has passed, which other work on the machine does not shorten. */
  private static long call(Supplier<Object> call, long nanos) {
    long end = THREADS.getCurrentThreadCpuTime() + nanos;
    long calls = 0;
    while (THREADS.getCurrentThreadCpuTime() < end) {
      Objects.requireNonNull(call.get());
      calls++;
    }
    return calls;
  }

  /** The raw call, Table, and the enhanced client. */
  private static List<Supplier<Object>> contestants(String name) {
    boolean read = name.endsWith(" read");
    Task task = Task.of(read ? name.substring(0, name.length() - " read".length()) : name, false);
    Client client = Boto4jSide.client(task);
    Table table = Table.of(client, "auth-users");
    EnhancedSide enhanced = new EnhancedSide(task);
    Supplier<Object> raw = () -> touched(client.call(task.operation, task.parameters), read);
    if (task.operation.equals("PutItem")) {
      @SuppressWarnings("unchecked") // items have strings as keys
      Map<String, Object> item =
          (Map<String, Object>) Objects.requireNonNull(task.parameters.get("Item"));
      Map<String, Object> plain = new LinkedHashMap<>(AttributeValues.deserializeItem(item));
      EnhancedSide.User user = EnhancedSide.bean(AwsSdkSide.item(item));
      return List.of(raw, () -> table.put(plain), () -> enhanced.put(user));
    }
    if (task.operation.equals("GetItem")) {
      return List.of(
          raw, () -> touched(table.get("id", "user-1").orElseThrow(), read), enhanced::get);
    }
    // A scan, because the response fits any read.
    Map<String, Object> whole = Map.of("TableName", "auth-users");
    return List.of(
        () -> touched(client.call("Scan", whole), read),
        () -> touched(all(table), read),
        enhanced::read);
  }

  /** Reads every value of a response once. */
  private static Object touched(Object value, boolean read) {
    return read ? count(value) : value;
  }

  private static int count(@Nullable Object value) {
    int count = 1;
    if (value instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> each : map.entrySet()) {
        count += count(each.getValue());
      }
    } else if (value instanceof Iterable<?> list) {
      for (Object each : list) {
        count += count(each);
      }
    }
    return count;
  }

  private static Object all(Table table) {
    List<Structure> items = new ArrayList<>();
    table.scan().forEach(items::add);
    return items;
  }

  private static double ratio(double[] above, double[] below) {
    double[] ratios = new double[above.length];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = above[i] / below[i];
    }
    return median(ratios);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 100 ? "%.2f" : "%.0f", value);
  }
}
