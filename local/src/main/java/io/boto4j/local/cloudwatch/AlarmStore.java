package io.boto4j.local.cloudwatch;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.Partition;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** Alarms by name, and what happened to them. */
final class AlarmStore {
  static final String COMPOSITE = "CompositeAlarm";
  static final String METRIC = "MetricAlarm";

  /** The member of a stored alarm that has its type; descriptions do not have it. */
  static final String TYPE = "Type";

  final EngineContext context;
  private final MVMap<String, Object> alarms;
  private final MVMap<String, Object> history;

  AlarmStore(EngineContext context) {
    this.context = context;
    this.alarms = context.store().map("alarms");
    this.history = context.store().map("history");
  }

  Instant now() {
    return context.clock().instant().truncatedTo(ChronoUnit.MILLIS);
  }

  String arn(String name) {
    return "arn:"
        + Partition.of(context.region())
        + ":cloudwatch:"
        + context.region()
        + ":"
        + context.account()
        + ":alarm:"
        + name;
  }

  @SuppressWarnings("unchecked") // Only this class writes the map.
  @Nullable Structure find(@Nullable String name) {
    return name != null && alarms.get(name) instanceof Map<?, ?> alarm
        ? Structures.of((Map<String, ?>) alarm)
        : null;
  }

  List<Structure> all() {
    List<Structure> all = new ArrayList<>();
    for (String name : alarms.keySet()) {
      Structure alarm = find(name);
      if (alarm != null) {
        all.add(alarm);
      }
    }
    return all;
  }

  void put(Map<String, ?> alarm) {
    alarms.put(String.valueOf(alarm.get("AlarmName")), new LinkedHashMap<>(alarm));
  }

  void edit(String name, Map<String, ?> members) {
    Structure alarm = find(name);
    if (alarm != null) {
      Map<String, Object> changed = new LinkedHashMap<>(alarm);
      changed.putAll(members);
      put(changed);
    }
  }

  void remove(String name) {
    alarms.remove(name);
  }

  static boolean isComposite(Structure alarm) {
    return COMPOSITE.equals(alarm.text(TYPE));
  }

  static String name(Structure alarm) {
    return String.valueOf(alarm.text("AlarmName"));
  }

  /** Returns an alarm as answers describe it. */
  static Params view(Structure alarm) {
    return Params.copyOf(alarm).without(TYPE).without("Tags");
  }

  /** Adds to the history. */
  void note(Structure alarm, String type, String summary, Map<String, ?> data) {
    Instant now = now();
    long number = 0;
    while (history.containsKey(key(now, number))) {
      number++;
    }
    history.put(
        key(now, number),
        Params.of(
            "AlarmName",
            name(alarm),
            "AlarmType",
            alarm.text(TYPE),
            "Timestamp",
            now,
            "HistoryItemType",
            type,
            "HistorySummary",
            summary,
            "HistoryData",
            Structures.of(data).toJson()));
  }

  private static String key(Instant time, long number) {
    return String.format("%015d-%06d", time.toEpochMilli(), number);
  }

  /** Returns the history, oldest first. */
  List<Structure> history() {
    List<Structure> all = new ArrayList<>();
    for (String key : history.keySet()) {
      @SuppressWarnings("unchecked") // note() writes the map
      Structure item = Structures.of((Map<String, ?>) history.getOrDefault(key, Map.of()));
      all.add(item);
    }
    return all;
  }
}
