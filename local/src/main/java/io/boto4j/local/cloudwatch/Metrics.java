package io.boto4j.local.cloudwatch;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.OperationTable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** Metrics and their values, by the combination of their dimensions. */
final class Metrics {
  private static final int PAGE = 500;
  private static final int MOST_VALUES = 150;
  private static final Duration RECENTLY = Duration.ofHours(3);
  private static final char END = '\u0001';

  private final EngineContext context;

  /** Namespace, name and dimensions by the key of the metric. */
  private final MVMap<String, Object> metrics;

  /** Values by the key of the metric, the time and a number. */
  private final MVMap<String, Object> values;

  private volatile Consumer<Structure> listener = metric -> {};

  Metrics(EngineContext context) {
    this.context = context;
    this.metrics = context.store().map("metrics");
    this.values = context.store().map("values");
  }

  void register(OperationTable table) {
    table.write("PutMetricData", this::put);
    table.read("ListMetrics", this::list);
  }

  /** Sets a listener, which receives metrics that have new values, after the change. */
  void listener(Consumer<Structure> receiver) {
    this.listener = receiver;
  }

  /** Returns the key of a metric: the order of its dimensions means nothing. */
  private static String key(Structure metric, @Nullable String namespace) {
    Map<String, String> dimensions = new TreeMap<>();
    for (Structure dimension : metric.structures("Dimensions")) {
      dimensions.merge(
          String.valueOf(dimension.text("Name")),
          String.valueOf(dimension.text("Value")),
          (a, b) -> a + '\u0002' + b);
    }
    StringBuilder key = new StringBuilder();
    key.append(namespace == null ? metric.text("Namespace") : namespace);
    key.append('\u0000').append(metric.text("MetricName"));
    dimensions.forEach(
        (name, value) -> key.append('\u0000').append(name).append('=').append(value));
    return key.append(END).toString();
  }

  private Map<String, ?> put(EngineCall call) {
    Structure input = call.input();
    String namespace = input.text("Namespace");
    List<Structure> data = new ArrayList<>(input.structures("MetricData"));
    for (int i = 0; i < data.size(); i++) {
      check(data.get(i), "MetricData.member." + (i + 1));
    }
    for (Structure entity : input.structures("EntityMetricData")) {
      data.addAll(entity.structures("MetricData"));
    }
    Instant now = context.clock().instant();
    for (Structure datum : data) {
      String key = key(datum, namespace);
      Params metric =
          Params.of(
              "Namespace", namespace,
              "MetricName", datum.text("MetricName"),
              "Dimensions", plain(datum.structures("Dimensions")));
      metrics.put(key, new LinkedHashMap<>(metric.with("Last", now)));
      Instant time = datum.instant("Timestamp");
      put(key, time == null ? now : time, datum);
      // Alarms are evaluated outside of the change.
      context.schedule(Duration.ZERO, () -> listener.accept(Structures.of(metric)));
    }
    return Map.of();
  }

  private static List<Object> plain(List<Structure> dimensions) {
    List<Object> plain = new ArrayList<>();
    for (Structure dimension : dimensions) {
      plain.add(Params.of("Name", dimension.text("Name"), "Value", dimension.text("Value")));
    }
    return plain;
  }

  private static void check(Structure datum, String place) {
    Double value = datum.real("Value");
    List<Object> values = datum.list("Values");
    List<Object> counts = datum.list("Counts");
    if (value != null && (value.isNaN() || value.isInfinite())) {
      throw CloudWatchErrors.invalid(
          "The value " + value + " for parameter " + place + ".Value is invalid.");
    }
    if (value != null && !values.isEmpty()) {
      throw CloudWatchErrors.invalid(
          "The parameters "
              + place
              + ".Value and "
              + place
              + ".Values are mutually exclusive and you have specified both.");
    }
    if (value != null && datum.structure("StatisticValues") != null) {
      throw CloudWatchErrors.combination(
          "The parameters "
              + place
              + ".Value and "
              + place
              + ".StatisticValues are mutually exclusive and you have specified both.");
    }
    if (!counts.isEmpty() && counts.size() != values.size()) {
      throw CloudWatchErrors.invalid(
          "The parameters " + place + ".Values and " + place + ".Counts must be of the same size.");
    }
    if (values.size() > MOST_VALUES) {
      throw CloudWatchErrors.invalid(
          "The collection " + place + ".Values must not have a size greater than 150.");
    }
    if (value == null && values.isEmpty() && datum.structure("StatisticValues") == null) {
      throw CloudWatchErrors.missing(
          "At least one of the parameters must be specified: "
              + place
              + ".Value, "
              + place
              + ".Values, "
              + place
              + ".StatisticValues");
    }
  }

  private void put(String key, Instant time, Structure datum) {
    Map<String, Object> stored = new LinkedHashMap<>();
    for (String member : List.of("Value", "Values", "Counts", "Unit", "StatisticValues")) {
      Object given = datum.get(member);
      if (given != null) {
        stored.put(member, given);
      }
    }
    stored.put("Time", time);
    long number = 0;
    while (values.containsKey(place(key, time.toEpochMilli(), number))) {
      number++;
    }
    values.put(place(key, time.toEpochMilli(), number), stored);
  }

  private static String place(String key, long millis, long number) {
    return key + String.format("%015d-%09d", Math.max(0, millis), number);
  }

  /**
   * Returns the values of a metric by periods.
   *
   * @param metric has the namespace, the name and all dimensions
   * @param from the beginning of the first period
   * @param to the end, exclusive
   * @param seconds the length of a period
   * @param unit the unit of the values; null for all
   * @return the periods that have values, by their beginning
   */
  NavigableMap<Instant, Bucket> buckets(
      Structure metric, Instant from, Instant to, int seconds, @Nullable String unit) {
    NavigableMap<Instant, Bucket> buckets = new TreeMap<>();
    String key = key(metric, null);
    Iterator<String> keys = values.keyIterator(place(key, from.toEpochMilli(), 0));
    String end = place(key, to.toEpochMilli(), 0);
    while (keys.hasNext()) {
      String each = keys.next();
      if (each.compareTo(end) >= 0) {
        break;
      }
      @SuppressWarnings("unchecked") // put() writes the map
      Structure datum = Structures.of((Map<String, ?>) values.getOrDefault(each, Map.of()));
      Instant time = datum.instant("Time");
      if (time != null && (unit == null || unit.equals(unitOf(datum)))) {
        long periods = Duration.between(from, time).toSeconds() / seconds;
        Bucket bucket =
            buckets.computeIfAbsent(from.plusSeconds(periods * seconds), start -> new Bucket());
        bucket.unit(unitOf(datum));
        add(datum, bucket);
      }
    }
    return buckets;
  }

  private static String unitOf(Structure datum) {
    String unit = datum.text("Unit");
    return unit == null ? "None" : unit;
  }

  private static void add(Structure datum, Bucket bucket) {
    Double value = datum.real("Value");
    if (value != null) {
      bucket.add(value, 1);
    }
    List<Object> all = datum.list("Values");
    List<Object> counts = datum.list("Counts");
    for (int i = 0; i < all.size(); i++) {
      double times = counts.isEmpty() ? 1 : ((Number) counts.get(i)).doubleValue();
      bucket.add(((Number) all.get(i)).doubleValue(), times);
    }
    Structure set = datum.structure("StatisticValues");
    if (set != null) {
      bucket.addSet(
          real(set, "SampleCount"), real(set, "Sum"), real(set, "Minimum"), real(set, "Maximum"));
    }
  }

  private static double real(Structure set, String member) {
    Double value = set.real(member);
    return value == null ? 0 : value;
  }

  /** Returns all metrics. */
  List<Structure> all() {
    List<Structure> all = new ArrayList<>();
    for (String key : metrics.keySet()) {
      @SuppressWarnings("unchecked") // put() writes the map
      Structure metric = Structures.of((Map<String, ?>) metrics.getOrDefault(key, Map.of()));
      all.add(metric);
    }
    return all;
  }

  private Map<String, ?> list(EngineCall call) {
    Structure input = call.input();
    int from = from(input.text("NextToken"));
    List<Object> found = new ArrayList<>();
    for (Structure metric : all()) {
      if (matches(input, metric)) {
        found.add(Params.copyOf(metric).without("Last"));
      }
    }
    int first = Math.min(from, found.size());
    int end = Math.min(found.size(), first + PAGE);
    return Params.of(
        "Metrics",
        found.subList(first, end),
        "NextToken",
        end < found.size()
            ? Base64.getEncoder().encodeToString(("m" + end).getBytes(StandardCharsets.UTF_8))
            : null);
  }

  private boolean matches(Structure input, Structure metric) {
    String namespace = input.text("Namespace");
    String name = input.text("MetricName");
    Instant last = metric.instant("Last");
    boolean recent =
        input.text("RecentlyActive") == null
            || (last != null && last.plus(RECENTLY).isAfter(context.clock().instant()));
    return recent
        && (namespace == null || namespace.equals(metric.text("Namespace")))
        && (name == null || name.equals(metric.text("MetricName")))
        && input.structures("Dimensions").stream().allMatch(wanted -> has(metric, wanted));
  }

  private static boolean has(Structure metric, Structure wanted) {
    String value = wanted.text("Value");
    return metric.structures("Dimensions").stream()
        .anyMatch(
            dimension ->
                String.valueOf(wanted.text("Name")).equals(dimension.text("Name"))
                    && (value == null || value.equals(dimension.text("Value"))));
  }

  private static int from(@Nullable String token) {
    if (token == null) {
      return 0;
    }
    try {
      String text = new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8);
      if (text.matches("m\\d{1,8}")) {
        return Integer.parseInt(text.substring(1));
      }
    } catch (IllegalArgumentException e) {
      throw CloudWatchErrors.invalid("Request parameter NextToken is invalid");
    }
    throw CloudWatchErrors.invalid("Request parameter NextToken is invalid");
  }
}
