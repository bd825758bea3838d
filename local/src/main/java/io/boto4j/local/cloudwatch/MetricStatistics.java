package io.boto4j.local.cloudwatch;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.OperationTable;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** GetMetricStatistics. */
final class MetricStatistics {
  private static final int MOST_POINTS = 1440;

  private final Metrics metrics;

  MetricStatistics(Metrics metrics) {
    this.metrics = metrics;
  }

  void register(OperationTable table) {
    table.read("GetMetricStatistics", this::get);
  }

  /** Returns a time without what CloudWatch ignores of it. */
  static Instant start(Instant time, int period) {
    return time.truncatedTo(period < 60 ? ChronoUnit.SECONDS : ChronoUnit.MINUTES);
  }

  private Map<String, ?> get(EngineCall call) {
    Structure input = call.input();
    List<String> plain = input.texts("Statistics");
    List<String> extended = input.texts("ExtendedStatistics");
    if (plain.isEmpty() && extended.isEmpty()) {
      throw CloudWatchErrors.combination("Must specify either Statistics or ExtendedStatistics");
    }
    extended.forEach(Statistic::parse);
    Instant from = seconds(input.instant("StartTime"));
    Instant to = seconds(input.instant("EndTime"));
    if (!from.isBefore(to)) {
      throw CloudWatchErrors.invalid(
          "The parameter StartTime must be less than the parameter EndTime.");
    }
    int period = Objects.requireNonNullElse(input.integer("Period"), 60);
    checkPeriod(period, "Period");
    if (Duration.between(from, to).toSeconds() / period > MOST_POINTS) {
      throw CloudWatchErrors.combination(
          "You have requested up to "
              + Duration.between(from, to).toSeconds() / period
              + " datapoints, which exceeds the limit of 1,440. You may reduce the datapoints"
              + " requested by increasing Period, or decreasing the time range.");
    }
    List<Object> points = new ArrayList<>();
    metrics
        .buckets(input, start(from, period), to, period, input.text("Unit"))
        .forEach((time, bucket) -> points.add(point(time, bucket, plain, extended)));
    return Params.of("Label", input.text("MetricName"), "Datapoints", points);
  }

  private static Instant seconds(@Nullable Instant time) {
    return Objects.requireNonNullElse(time, Instant.EPOCH).truncatedTo(ChronoUnit.SECONDS);
  }

  static void checkPeriod(int period, String name) {
    boolean valid = period > 0 && (period % 60 == 0 || List.of(1, 5, 10, 20, 30).contains(period));
    if (!valid) {
      throw CloudWatchErrors.invalid(
          "The parameter " + name + " must be greater than 0 and a multiple of 60.");
    }
  }

  private static Map<String, Object> point(
      Instant time, Bucket bucket, List<String> plain, List<String> extended) {
    Map<String, Object> point = new LinkedHashMap<>();
    point.put("Timestamp", time);
    for (String name : Bucket.plain()) {
      Double value = plain.contains(name) ? bucket.statistic(name) : null;
      if (value != null) {
        point.put(name, value);
      }
    }
    Map<String, Object> others = new LinkedHashMap<>();
    for (String name : extended) {
      Double value = bucket.statistic(name);
      if (value != null) {
        others.put(name, value);
      }
    }
    if (!others.isEmpty()) {
      point.put("ExtendedStatistics", others);
    }
    point.put("Unit", bucket.unit());
    return point;
  }
}
