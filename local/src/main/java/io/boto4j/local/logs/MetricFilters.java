package io.boto4j.local.logs;

import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.engine.OperationTable;
import io.boto4j.local.logs.pattern.FilterPattern;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** Metric filters, which send metrics of matching events to CloudWatch. */
final class MetricFilters {
  private final LogGroups groups;
  private final MVMap<String, Object> map;

  MetricFilters(LogGroups groups) {
    this.groups = groups;
    this.map = groups.context.store().map("metricFilters");
  }

  void register(OperationTable table) {
    table.write("PutMetricFilter", this::put);
    table.read("DescribeMetricFilters", this::describe);
    table.write("DeleteMetricFilter", this::delete);
    table.read("TestMetricFilter", this::test);
  }

  void groupDeleted(String group) {
    LogGroups.keys(map, group + LogGroups.SEPARATOR).forEach(map::remove);
  }

  private static String key(String group, Structure input) {
    String name = LogGroups.text(input, "filterName");
    if (!name.matches("[^:*]*")) {
      throw LogsErrors.constraint(
          name, "filterName", "Member must satisfy regular expression pattern: [^:*]*");
    }
    return group + LogGroups.SEPARATOR + name;
  }

  private Map<String, ?> put(EngineCall call) {
    Structure input = call.input();
    String group = LogGroups.text(input, "logGroupName");
    groups.group(group);
    String key = key(group, input);
    ReadEvents.pattern(input.text("filterPattern"));
    Structure before = LogGroups.structure(map.get(key));
    Long created = before.longInteger("creationTime");
    Map<String, Object> stored = new LinkedHashMap<>(input);
    stored.put("creationTime", created == null ? groups.now() : created);
    map.put(key, stored);
    count(group);
    return Map.of();
  }

  private void count(String group) {
    groups.edit(
        group, "metricFilterCount", LogGroups.keys(map, group + LogGroups.SEPARATOR).size());
  }

  private Map<String, ?> describe(EngineCall call) {
    Structure input = call.input();
    String group = input.text("logGroupName");
    String prefix = input.text("filterNamePrefix");
    String metric = input.text("metricName");
    String namespace = input.text("metricNamespace");
    if ((metric == null) != (namespace == null)) {
      throw LogsErrors.parameter(
          "If you include the metricName parameter in your request, you must also include the"
              + " metricNamespace parameter.");
    }
    if (group != null) {
      groups.group(group);
    }
    List<Structure> found = new ArrayList<>();
    for (Object each : map.values()) {
      Structure filter = LogGroups.structure(each);
      Structure made = filter.structures("metricTransformations").get(0);
      if ((group == null || group.equals(filter.text("logGroupName")))
          && (prefix == null || LogGroups.text(filter, "filterName").startsWith(prefix))
          && (metric == null
              || (metric.equals(made.text("metricName"))
                  && Objects.equals(namespace, made.text("metricNamespace"))))) {
        found.add(filter);
      }
    }
    return Pages.page(
        input,
        "metricFilters",
        found,
        filter -> filter.text("logGroupName") + "@" + filter.text("filterName"));
  }

  private Map<String, ?> delete(EngineCall call) {
    String group = LogGroups.text(call.input(), "logGroupName");
    LogGroups.checkName(group);
    String key = key(group, call.input());
    groups.group(group);
    if (!map.containsKey(key)) {
      throw LogsErrors.notFound("The specified metric filter does not exist.");
    }
    map.remove(key);
    count(group);
    return Map.of();
  }

  private Map<String, ?> test(EngineCall call) {
    FilterPattern pattern = ReadEvents.pattern(call.input().text("filterPattern"));
    List<Map<String, ?>> matches = new ArrayList<>();
    long number = 0;
    for (String message : call.input().texts("logEventMessages")) {
      number++;
      Map<String, String> values = pattern.match(message);
      if (values != null) {
        matches.add(
            Map.of("eventNumber", number, "eventMessage", message, "extractedValues", values));
      }
    }
    return Map.of("matches", matches);
  }

  // Metrics

  /** Sends the metrics of new events. */
  void added(String group, List<Events.Event> events) {
    for (String key : LogGroups.keys(map, group + LogGroups.SEPARATOR)) {
      Structure filter = LogGroups.structure(map.get(key));
      FilterPattern pattern = ReadEvents.pattern(filter.text("filterPattern"));
      for (Structure metric : filter.structures("metricTransformations")) {
        send(metric, data(metric, pattern, events));
      }
    }
  }

  private static List<Map<String, Object>> data(
      Structure metric, FilterPattern pattern, List<Events.Event> events) {
    List<Map<String, Object>> data = new ArrayList<>();
    for (Events.Event event : events) {
      if (pattern.match(event.message()) == null) {
        continue;
      }
      Double value = number(pattern, event.message(), LogGroups.text(metric, "metricValue"));
      if (value != null) {
        Map<String, Object> datum = datum(metric, value, event.timestamp());
        List<Map<String, String>> dimensions = new ArrayList<>();
        metric
            .map("dimensions")
            .forEach(
                (name, selector) -> {
                  String own = pattern.value(event.message(), String.valueOf(selector));
                  if (own != null) {
                    dimensions.add(Map.of("Name", name, "Value", own));
                  }
                });
        if (!dimensions.isEmpty()) {
          datum.put("Dimensions", dimensions);
        }
        data.add(datum);
      }
    }
    Double fallback = metric.real("defaultValue");
    if (data.isEmpty() && fallback != null && !events.isEmpty()) {
      data.add(datum(metric, fallback, events.get(0).timestamp()));
    }
    return data;
  }

  private static Map<String, Object> datum(Structure metric, double value, long time) {
    Map<String, Object> datum = new LinkedHashMap<>();
    datum.put("MetricName", LogGroups.text(metric, "metricName"));
    datum.put("Value", value);
    datum.put("Timestamp", Instant.ofEpochMilli(time));
    String unit = metric.text("unit");
    datum.put("Unit", unit == null ? "None" : unit);
    return datum;
  }

  private static @Nullable Double number(FilterPattern pattern, String message, String given) {
    String text = given.startsWith("$") ? pattern.value(message, given) : given;
    try {
      return text == null ? null : Double.valueOf(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private void send(Structure metric, List<Map<String, Object>> data) {
    if (data.isEmpty() || groups.context.engine("cloudwatch") == null) {
      return;
    }
    try {
      groups.context.call(
          "cloudwatch",
          "PutMetricData",
          Map.of("Namespace", LogGroups.text(metric, "metricNamespace"), "MetricData", data));
    } catch (EngineException e) {
      System.getLogger("io.boto4j.local")
          .log(System.Logger.Level.WARNING, "A metric filter failed", e);
    }
  }
}
