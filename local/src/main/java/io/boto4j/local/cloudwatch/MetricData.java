package io.boto4j.local.cloudwatch;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.OperationTable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** GetMetricData: queries of metrics, and expressions over them. */
final class MetricData {
  private static final int MINUTE = 60;

  private final Metrics metrics;

  MetricData(Metrics metrics) {
    this.metrics = metrics;
  }

  void register(OperationTable table) {
    table.read("GetMetricData", this::get);
  }

  private Map<String, ?> get(EngineCall call) {
    Structure input = call.input();
    Instant from = seconds(input.instant("StartTime"));
    Instant to = seconds(input.instant("EndTime"));
    if (from.equals(to)) {
      throw CloudWatchErrors.validation(
          "The parameter StartTime must not equal parameter EndTime.");
    }
    if (from.isAfter(to)) {
      throw CloudWatchErrors.validation("The parameter EndTime must be greater than StartTime.");
    }
    List<Structure> queries = input.structures("MetricDataQueries");
    check(queries);
    Run run = new Run(queries, from, to);
    boolean ascending = "TimestampAscending".equals(input.text("ScanBy"));
    List<Object> results = new ArrayList<>();
    for (Structure query : queries) {
      if (!Boolean.FALSE.equals(query.bool("ReturnData"))) {
        for (NavigableMap<Instant, Double> series : run.series(query)) {
          results.add(result(query, label(query, queries), series, ascending));
        }
      }
    }
    return Params.of("MetricDataResults", results, "Messages", List.of());
  }

  private static Instant seconds(@Nullable Instant time) {
    return Objects.requireNonNullElse(time, Instant.EPOCH).truncatedTo(ChronoUnit.SECONDS);
  }

  private static void check(List<Structure> queries) {
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < queries.size(); i++) {
      Structure query = queries.get(i);
      String place = "MetricDataQueries.member." + (i + 1);
      boolean expression = query.text("Expression") != null;
      if (query.structure("MetricStat") == null && !expression) {
        throw CloudWatchErrors.validation("The parameter " + place + ".MetricStat is required.\n");
      }
      if (query.structure("MetricStat") != null && expression) {
        throw CloudWatchErrors.validation(
            "The parameters "
                + place
                + ".Expression and "
                + place
                + ".MetricStat are mutually exclusive and you have specified both.");
      }
      String id = String.valueOf(query.text("Id"));
      if (!id.matches("[a-z][A-Za-z0-9_]*")) {
        throw CloudWatchErrors.validation(
            "The value "
                + id
                + " for parameter "
                + place
                + ".Id is not matching the expected pattern ^[a-z][a-zA-Z0-9_]*$.");
      }
      if (!ids.add(id)) {
        throw CloudWatchErrors.validation(
            "The values for parameter Id in MetricDataQueries must be unique.");
      }
    }
  }

  private static Params result(
      Structure query, String label, NavigableMap<Instant, Double> series, boolean ascending) {
    List<Object> times = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    (ascending ? series : series.descendingMap())
        .forEach(
            (time, value) -> {
              times.add(time);
              values.add(value);
            });
    return Params.of(
        "Id", query.text("Id"),
        "Label", label,
        "Timestamps", times,
        "Values", values,
        "StatusCode", "Complete");
  }

  /** Returns the label: the name of the metric, with the statistic if others have that name. */
  private static String label(Structure query, List<Structure> queries) {
    String label = query.text("Label");
    if (label != null) {
      return label;
    }
    String metric = query.text("MetricStat", "Metric", "MetricName");
    if (metric == null) {
      return String.valueOf(query.text("Id"));
    }
    String statistic = String.valueOf(query.text("MetricStat", "Stat"));
    boolean others =
        queries.stream()
            .anyMatch(
                other ->
                    metric.equals(other.text("MetricStat", "Metric", "MetricName"))
                        && !statistic.equals(other.text("MetricStat", "Stat")));
    return others ? metric + " " + statistic : metric;
  }

  /**
   * Returns the series of queries, for alarms.
   *
   * @return the series of the query that returns data
   */
  NavigableMap<Instant, Double> series(List<Structure> queries, Instant from, Instant to) {
    Run run = new Run(queries, from, to);
    for (Structure query : queries) {
      if (!Boolean.FALSE.equals(query.bool("ReturnData"))) {
        List<NavigableMap<Instant, Double>> all = run.series(query);
        return all.isEmpty() ? new TreeMap<>() : all.get(0);
      }
    }
    return new TreeMap<>();
  }

  /** The evaluation of the queries of one call. */
  private final class Run {
    private final List<Structure> queries;
    private final Instant from;
    private final Instant to;
    private final Map<String, Expression.Value> done = new LinkedHashMap<>();
    private final Set<String> open = new HashSet<>();

    Run(List<Structure> queries, Instant from, Instant to) {
      this.queries = queries;
      this.from = from;
      this.to = to;
    }

    List<NavigableMap<Instant, Double>> series(Structure query) {
      Expression.Value value = value(query);
      Double number = value.number();
      if (number == null) {
        return value.series();
      }
      NavigableMap<Instant, Double> constant = new TreeMap<>();
      times(period()).forEach(time -> constant.put(time, number));
      return List.of(constant);
    }

    private int period() {
      int longest = 0;
      for (Structure query : queries) {
        Integer own = query.integer("Period");
        Integer period = query.integer("MetricStat", "Period");
        longest = Math.max(longest, Math.max(own == null ? 0 : own, period == null ? 0 : period));
      }
      return longest == 0 ? MINUTE : longest;
    }

    private List<Instant> times(int period) {
      List<Instant> times = new ArrayList<>();
      Instant time = MetricStatistics.start(from, period);
      while (time.isBefore(to)) {
        times.add(time);
        time = time.plusSeconds(period);
      }
      return times;
    }

    private Expression.Value value(Structure query) {
      String id = String.valueOf(query.text("Id"));
      Expression.Value known = done.get(id);
      if (known != null) {
        return known;
      }
      if (!open.add(id)) {
        throw CloudWatchErrors.validation("Circular reference in expression with id " + id);
      }
      Structure stat = query.structure("MetricStat");
      Expression.Value value = stat == null ? expression(query) : Expression.Value.of(metric(stat));
      open.remove(id);
      done.put(id, value);
      return value;
    }

    private NavigableMap<Instant, Double> metric(Structure stat) {
      int period = Objects.requireNonNullElse(stat.integer("Period"), MINUTE);
      MetricStatistics.checkPeriod(period, "MetricDataQueries.member.1.MetricStat.Period");
      NavigableMap<Instant, Double> series = new TreeMap<>();
      String name = String.valueOf(stat.text("Stat"));
      metrics
          .buckets(
              stat.map("Metric"),
              MetricStatistics.start(from, period),
              to,
              period,
              stat.text("Unit"))
          .forEach(
              (time, bucket) -> {
                Double value = bucket.statistic(name);
                if (value != null) {
                  series.put(time, value);
                }
              });
      return series;
    }

    private Expression.Value expression(Structure query) {
      String text = String.valueOf(query.text("Expression"));
      if (text.trim().regionMatches(/* ignoreCase= */ true, 0, "SELECT ", 0, 7)) {
        throw CloudWatchErrors.validation(
            "Error in expression '" + text + "': boto4j-local does not emulate Metrics Insights");
      }
      List<NavigableMap<Instant, Double>> all = new ArrayList<>();
      for (Structure each : queries) {
        if (each.structure("MetricStat") != null) {
          all.addAll(value(each).series());
        }
      }
      return new Expression(text, this::find, all, times(period()), period()).evaluate();
    }

    private Expression.@Nullable Value find(String id) {
      for (Structure each : queries) {
        if (id.equals(each.text("Id"))) {
          return value(each);
        }
      }
      return null;
    }
  }
}
