package io.boto4j.benchmarks.versus;

import io.boto4j.benchmarks.run.ClassPath;
import io.boto4j.benchmarks.run.Machine;
import io.boto4j.benchmarks.run.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * The commands {@code marshal.sh} and {@code endpoint-sign.sh}: runs JMH and prints a table with
 * ratios.
 */
public final class Versus {
  private static final List<String> SIDES = List.of("boto4j", "awsSdk");

  private Versus() {}

  /** The figures of both sides for one task: microseconds and bytes. */
  private static final class Pair {
    final double[] micros = new double[SIDES.size()];
    final double[] bytes = new double[SIDES.size()];
  }

  /**
   * Measures and prints.
   *
   * @param args the module's folder, the benchmark's class, {@code text} or {@code markdown}, then
   *     JMH's options, which take precedence over the defaults
   * @throws CommandLineOptionException if JMH does not know an option
   * @throws RunnerException if a benchmark fails
   * @throws IOException if the class path cannot be read
   */
  public static void main(String[] args)
      throws CommandLineOptionException, RunnerException, IOException {
    Path module = Path.of(args[0]);
    String[] given = List.of(args).subList(3, args.length).toArray(new String[0]);
    System.out.println("machine: " + Machine.description() + ", " + Machine.load());
    System.out.println(
        "AWS SDK for Java 2.x: " + new ClassPath(module).awsSdkVersion() + "; " + vm());
    Path raw = module.resolve("target/" + args[1].toLowerCase(Locale.ROOT) + ".csv");
    CommandLineOptions commandLine = new CommandLineOptions(given);
    OptionsBuilder options = new OptionsBuilder();
    options.parent(commandLine);
    options.include("versus\\." + args[1] + "\\.");
    options.mode(Mode.AverageTime).timeUnit(TimeUnit.MICROSECONDS);
    options.forks(commandLine.getForkCount().orElse(1));
    options.warmupIterations(commandLine.getWarmupIterations().orElse(3));
    options.measurementIterations(commandLine.getMeasurementIterations().orElse(3));
    options.warmupTime(commandLine.getWarmupTime().orElse(TimeValue.seconds(1)));
    options.measurementTime(commandLine.getMeasurementTime().orElse(TimeValue.seconds(1)));
    options.addProfiler(GCProfiler.class).shouldFailOnError(true);
    options.verbosity(VerboseMode.SILENT);
    options.resultFormat(ResultFormatType.CSV).result(raw.toString());
    Collection<RunResult> results = new Runner(options.build()).run();
    Table table = new Table(rows(results));
    System.out.println("averages; raw: " + raw + "; at the end " + Machine.load());
    System.out.println();
    System.out.println(args[2].equals("markdown") ? table.markdown() : table.text());
  }

  private static String vm() {
    return System.getProperty("java.vm.vendor") + " " + Runtime.version();
  }

  private static List<List<String>> rows(Collection<RunResult> results) {
    Map<String, Pair> pairs = new LinkedHashMap<>();
    for (RunResult each : results) {
      Result<?> time = each.getPrimaryResult();
      String method = time.getLabel();
      int side = method.toLowerCase(Locale.ROOT).endsWith("boto4j") ? 0 : 1;
      String what = method.substring(0, method.length() - SIDES.get(side).length());
      String task = each.getParams().getParam("task");
      Pair pair = pairs.computeIfAbsent(task == null ? what : task, key -> new Pair());
      pair.micros[side] = time.getScore();
      Result<?> bytes = each.getSecondaryResults().get("gc.alloc.rate.norm");
      pair.bytes[side] = bytes == null ? Double.NaN : bytes.getScore();
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "",
            "boto4j µs",
            "SDK 2.x µs",
            "boto4j KB",
            "SDK 2.x KB",
            "times as fast",
            "bytes ÷ SDK"));
    for (Map.Entry<String, Pair> each : pairs.entrySet()) {
      Pair pair = each.getValue();
      rows.add(
          List.of(
              each.getKey(),
              number(pair.micros[0]),
              number(pair.micros[1]),
              number(pair.bytes[0] / 1e3),
              number(pair.bytes[1] / 1e3),
              String.format(Locale.ROOT, "%.2f", pair.micros[1] / pair.micros[0]),
              String.format(Locale.ROOT, "%.2f", pair.bytes[0] / pair.bytes[1])));
    }
    return rows;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 100 ? "%.2f" : "%.0f", value);
  }
}
