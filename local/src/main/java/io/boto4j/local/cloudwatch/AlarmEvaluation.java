package io.boto4j.local.cloudwatch;

import io.boto4j.Params;
import io.boto4j.Structure;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The state of an alarm from the values of its metric, with CloudWatch's rules for missing values:
 * it looks at a few periods more than it evaluates, and fills what is missing then.
 */
final class AlarmEvaluation {
  /** The number of further periods that are looked at. */
  private static final int MORE = 2;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MM/yy HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** A state, the reason for people and for programs. */
  record Verdict(String state, String reason, Map<String, Object> data) {}

  private final Metrics metrics;
  private final MetricData data;

  AlarmEvaluation(Metrics metrics) {
    this.metrics = metrics;
    this.data = new MetricData(metrics);
  }

  /** Returns the state of an alarm; null if it stays as it is. */
  @Nullable Verdict evaluate(Structure alarm, Instant now) {
    int period = period(alarm);
    int count = Objects.requireNonNullElse(alarm.integer("EvaluationPeriods"), 1);
    int needed = Objects.requireNonNullElse(alarm.integer("DatapointsToAlarm"), count);
    long seconds = Math.floorDiv(now.getEpochSecond(), period) * period;
    Instant end = Instant.ofEpochSecond(seconds);
    Instant start = end.minusSeconds((long) (count + MORE) * period);
    NavigableMap<Instant, Double> series = series(alarm, start, end.plusSeconds(period), period);
    // The present period counts as soon as it has values.
    if (!series.isEmpty() && !series.lastKey().isBefore(end)) {
      series.headMap(start.plusSeconds(period)).clear();
    }
    List<Map.Entry<Instant, Double>> points = new ArrayList<>(series.descendingMap().entrySet());
    List<Map.Entry<Instant, Double>> used = points.subList(0, Math.min(count, points.size()));
    int breaching = 0;
    for (Map.Entry<Instant, Double> point : used) {
      if (breaches(alarm, point.getValue())) {
        breaching++;
      }
    }
    String state = state(alarm, used.size(), breaching, count, needed);
    return state == null ? null : verdict(alarm, state, used, count, needed, now);
  }

  static int period(Structure alarm) {
    Integer period = alarm.integer("Period");
    if (period != null) {
      return period;
    }
    int longest = 60;
    for (Structure query : alarm.structures("Metrics")) {
      Integer its = query.integer("MetricStat", "Period");
      longest = Math.max(longest, its == null ? 0 : its);
    }
    return longest;
  }

  private NavigableMap<Instant, Double> series(
      Structure alarm, Instant start, Instant end, int period) {
    if (alarm.text("MetricName") == null) {
      return data.series(alarm.structures("Metrics"), start, end);
    }
    String extended = alarm.text("ExtendedStatistic");
    String name = extended == null ? String.valueOf(alarm.text("Statistic")) : extended;
    NavigableMap<Instant, Double> series = new TreeMap<>();
    metrics
        .buckets(alarm, start, end, period, alarm.text("Unit"))
        .forEach(
            (time, bucket) -> {
              Double value = bucket.statistic(name);
              if (value != null) {
                series.put(time, value);
              }
            });
    return series;
  }

  private static boolean breaches(Structure alarm, double value) {
    double threshold = Objects.requireNonNullElse(alarm.real("Threshold"), 0.0);
    return switch (String.valueOf(alarm.text("ComparisonOperator"))) {
      case "GreaterThanOrEqualToThreshold" -> value >= threshold;
      case "GreaterThanThreshold" -> value > threshold;
      case "LessThanThreshold" -> value < threshold;
      case "LessThanOrEqualToThreshold" -> value <= threshold;
      default -> false;
    };
  }

  private static @Nullable String state(
      Structure alarm, int present, int breaching, int count, int needed) {
    if (breaching >= needed) {
      return "ALARM";
    }
    if (present >= count) {
      return "OK";
    }
    int missing = count - present;
    return switch (String.valueOf(alarm.text("TreatMissingData"))) {
      case "breaching" -> breaching + missing >= needed ? "ALARM" : "OK";
      case "notBreaching" -> "OK";
      case "ignore" -> present > breaching ? "OK" : null;
      default -> present == 0 ? "INSUFFICIENT_DATA" : present == breaching ? "ALARM" : "OK";
    };
  }

  private static Verdict verdict(
      Structure alarm,
      String state,
      List<Map.Entry<Instant, Double>> points,
      int count,
      int needed,
      Instant now) {
    String operator = words(String.valueOf(alarm.text("ComparisonOperator")));
    Double threshold = alarm.real("Threshold");
    String shown =
        String.join(
            ", ",
            points.stream()
                .map(point -> point.getValue() + " (" + TIME.format(point.getKey()) + ")")
                .toList());
    boolean one = points.size() == 1 && count == 1;
    String reason;
    if (state.equals("INSUFFICIENT_DATA")) {
      reason =
          count == 1
              ? "Insufficient Data: 1 datapoint was unknown."
              : "Insufficient Data: " + count + " datapoints were unknown.";
    } else if (points.isEmpty()) {
      reason =
          "Threshold Crossed: no datapoints were received for "
              + (count == 1 ? "1 period" : count + " periods")
              + " and "
              + (count == 1 ? "1 missing datapoint was" : count + " missing datapoints were")
              + " treated as ["
              + (state.equals("ALARM") ? "Breaching" : "NonBreaching")
              + "].";
    } else if (state.equals("ALARM")) {
      reason =
          "Threshold Crossed: "
              + (one
                  ? "1 datapoint [" + shown + "] was "
                  : needed + " out of the last " + count + " datapoints [" + shown + "] were ")
              + operator
              + " the threshold ("
              + threshold
              + ") (minimum "
              + needed
              + " datapoint"
              + (needed == 1 ? "" : "s")
              + " for OK -> ALARM transition).";
    } else {
      reason =
          "Threshold Crossed: "
              + (points.size() == 1 ? "1 datapoint [" : points.size() + " datapoints [")
              + shown
              + (points.size() == 1 ? "] was not " : "] were not ")
              + operator
              + " the threshold ("
              + threshold
              + ").";
    }
    return new Verdict(
        state,
        reason,
        Params.of(
            "version", "1.0",
            "queryDate", now.toString(),
            "statistic", alarm.text("Statistic"),
            "period", period(alarm),
            "recentDatapoints", points.stream().map(Map.Entry::getValue).toList(),
            "threshold", threshold));
  }

  private static String words(String operator) {
    return switch (operator) {
      case "GreaterThanOrEqualToThreshold" -> "greater than or equal to";
      case "GreaterThanThreshold" -> "greater than";
      case "LessThanThreshold" -> "less than";
      default -> "less than or equal to";
    };
  }
}
