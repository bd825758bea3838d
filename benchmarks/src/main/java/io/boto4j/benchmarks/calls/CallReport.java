package io.boto4j.benchmarks.calls;

import io.boto4j.benchmarks.run.Medians;
import io.boto4j.benchmarks.run.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * One table per operation: the medians of the rounds, and their ratios to the best client of AWS
 * SDK 2.x; if there is a baseline, also boto4j's ratios to it.
 */
final class CallReport {
  private final List<Result> results;

  CallReport(List<Result> results) {
    this.results = results;
  }

  String tables(boolean markdown) {
    StringBuilder out = new StringBuilder();
    for (String operation : distinct(Result::operation)) {
      Table table = new Table(rows(operation));
      out.append('\n').append(markdown ? "**" + operation + "**\n" : operation).append('\n');
      out.append(markdown ? table.markdown() : table.text());
    }
    return out.toString();
  }

  String csv() {
    StringBuilder out =
        new StringBuilder("contestant,operation,threads,round,calls,nanos,cpu_nanos,bytes\n");
    for (Result each : results) {
      out.append(each.csv()).append('\n');
    }
    return out.toString();
  }

  private List<List<String>> rows(String operation) {
    Collection<Integer> threads = distinct(Result::threads);
    List<String> head = new ArrayList<>(List.of(""));
    for (int count : threads) {
      head.add("calls/s, " + count);
    }
    head.addAll(List.of("µs CPU per call", "bytes per call", "calls/s ÷ SDK", "CPU ÷ SDK"));
    head.add("bytes ÷ SDK");
    boolean hasBaseline = distinct(Result::contestant).stream().anyMatch(CallReport::isBaseline);
    if (hasBaseline) {
      head.addAll(List.of("calls/s ÷ baseline", "CPU ÷ baseline", "bytes ÷ baseline"));
    }
    List<List<String>> rows = new ArrayList<>(List.of(head));
    for (String contestant : distinct(Result::contestant)) {
      List<String> row = new ArrayList<>(List.of(contestant));
      for (int count : threads) {
        row.add(number("%.0f", median(contestant, operation, count, Result::callsPerSecond)));
      }
      // With sixteen threads, or the nearest number measured, the machine is saturated.
      int full = threads.contains(16) ? 16 : threads.iterator().next();
      double bytes = median(contestant, operation, full, Result::bytesPerCall);
      row.add(number("%.0f", median(contestant, operation, full, Result::cpuMicros)));
      row.add(bytes < 0 ? "–" : number("%.0f", bytes));
      row.add(ratio(contestant, operation, full, Result::callsPerSecond, true));
      row.add(ratio(contestant, operation, full, Result::cpuMicros, false));
      row.add(bytes < 0 ? "–" : ratio(contestant, operation, full, Result::bytesPerCall, false));
      if (hasBaseline) {
        row.add(toBaseline(contestant, operation, full, Result::callsPerSecond));
        row.add(toBaseline(contestant, operation, full, Result::cpuMicros));
        row.add(toBaseline(contestant, operation, full, Result::bytesPerCall));
      }
      rows.add(row);
    }
    return rows;
  }

  /** Returns the ratio to the client of AWS SDK 2.x that is best in this figure. */
  private String ratio(
      String contestant,
      String operation,
      int threads,
      ToDoubleFunction<Result> of,
      boolean mostIsBest) {
    double best = -1;
    for (String each : distinct(Result::contestant)) {
      double value = median(each, operation, threads, of);
      boolean better = best < 0 || (mostIsBest ? value > best : value < best);
      if (each.startsWith(Calls.AWS_SDK) && value > 0 && better) {
        best = value;
      }
    }
    return best < 0 ? "–" : number("%.2f", median(contestant, operation, threads, of) / best);
  }

  /**
   * Returns boto4j's ratio to the baseline on the same JDK and the same kind of threads: the median
   * of the rounds' ratios, as runs close in time meet the same noise.
   */
  private String toBaseline(
      String contestant, String operation, int threads, ToDoubleFunction<Result> of) {
    if (!contestant.startsWith(Calls.BOTO4J)) {
      return "–";
    }
    String baseline =
        isBaseline(contestant)
            ? contestant
            : Calls.BASELINE + contestant.substring(Calls.BOTO4J.length());
    List<Double> values = values(contestant, operation, threads, of);
    List<Double> bases = values(baseline, operation, threads, of);
    if (bases.size() != values.size()) {
      return "–";
    }
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      ratios.add(values.get(i) / bases.get(i));
    }
    return number("%.2f", Medians.of(ratios));
  }

  private static boolean isBaseline(String contestant) {
    return contestant.startsWith(Calls.BASELINE);
  }

  private double median(
      String contestant, String operation, int threads, ToDoubleFunction<Result> of) {
    List<Double> values = values(contestant, operation, threads, of);
    return values.isEmpty() ? -1 : Medians.of(values);
  }

  /** Returns one value per round, in their order. */
  private List<Double> values(
      String contestant, String operation, int threads, ToDoubleFunction<Result> of) {
    List<Double> values = new ArrayList<>();
    for (Result each : results) {
      if (each.contestant().equals(contestant)
          && each.operation().equals(operation)
          && each.threads() == threads) {
        values.add(of.applyAsDouble(each));
      }
    }
    return values;
  }

  private <T> Collection<T> distinct(Function<Result, T> of) {
    LinkedHashSet<T> values = new LinkedHashSet<>();
    for (Result each : results) {
      values.add(of.apply(each));
    }
    return values;
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
