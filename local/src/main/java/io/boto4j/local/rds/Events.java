package io.boto4j.local.rds;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.OperationTable;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.h2.mvstore.MVMap;

/** The events of resources, which are kept for two weeks. */
final class Events {
  private static final Duration KEPT = Duration.ofDays(14);
  private static final int DEFAULT_MINUTES = 60;

  private static final Map<String, List<String>> CATEGORIES =
      Map.of(
          "db-instance",
          List.of(
              "availability",
              "backup",
              "configuration change",
              "creation",
              "deletion",
              "failover",
              "failure",
              "low storage",
              "maintenance",
              "notification",
              "read replica",
              "recovery",
              "restoration",
              "security"),
          "db-cluster",
          List.of(
              "configuration change",
              "creation",
              "deletion",
              "failover",
              "failure",
              "maintenance",
              "notification"),
          "db-snapshot",
          List.of("creation", "deletion", "notification", "restoration"),
          "db-cluster-snapshot",
          List.of("backup"),
          "db-parameter-group",
          List.of("configuration change"),
          "db-security-group",
          List.of("configuration change", "failure"));

  private final EngineContext context;
  private final MVMap<String, Object> events;
  private volatile Consumer<Structure> listener = event -> {};

  Events(EngineContext context) {
    this.context = context;
    this.events = context.store().map("events");
  }

  void register(OperationTable table) {
    table.read("DescribeEvents", this::describe);
    table.read("DescribeEventCategories", Events::categories);
  }

  private Instant now() {
    return context.clock().instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** Adds an event. Must be called within a change. */
  void add(String sourceType, String identifier, String arn, String category, String message) {
    Instant now = now();
    Instant oldest = now.minus(KEPT);
    while (!events.isEmpty() && events.firstKey().compareTo(key(oldest, 0)) < 0) {
      events.remove(events.firstKey());
    }
    long number = 0;
    while (events.containsKey(key(now, number))) {
      number++;
    }
    Map<String, Object> event =
        Map.of(
            "SourceIdentifier", identifier,
            "SourceType", sourceType,
            "Message", message,
            "EventCategories", List.of(category),
            "Date", now,
            "SourceArn", arn);
    events.put(key(now, number), event);
    // Other services are called outside of the change.
    context.schedule(Duration.ZERO, () -> listener.accept(Structures.of(event)));
  }

  /** Sets a listener, which receives every event after the change that it belongs to. */
  void listener(Consumer<Structure> receiver) {
    this.listener = receiver;
  }

  private static String key(Instant time, long number) {
    return String.format("%013d-%06d", time.toEpochMilli(), number);
  }

  private Map<String, ?> describe(EngineCall call) {
    Structure input = call.input();
    String source = input.text("SourceIdentifier");
    String type = input.text("SourceType");
    if (source != null && type == null) {
      throw RdsErrors.combination("Cannot specify source identifier without source type");
    }
    Integer minutes = input.integer("Duration");
    Instant now = now();
    Instant end = Objects.requireNonNullElse(input.instant("EndTime"), now);
    Instant start =
        Objects.requireNonNullElse(
            input.instant("StartTime"),
            now.minus(Duration.ofMinutes(minutes == null ? DEFAULT_MINUTES : minutes)));
    List<Object> found = new ArrayList<>();
    for (String key : events.keySet()) {
      @SuppressWarnings("unchecked") // add() writes the map
      Structure event = Structures.of((Map<String, ?>) Objects.requireNonNull(events.get(key)));
      Instant date = Objects.requireNonNullElse(event.instant("Date"), now);
      boolean wanted =
          !date.isBefore(start)
              && !date.isAfter(end)
              && (type == null || type.equals(event.text("SourceType")))
              && (source == null || source.equalsIgnoreCase(event.text("SourceIdentifier")));
      List<String> categories = input.texts("EventCategories");
      if (wanted
          && (categories.isEmpty()
              || event.texts("EventCategories").stream().anyMatch(categories::contains))) {
        found.add(event);
      }
    }
    return Pages.numbered(input, "Events", found);
  }

  private static Map<String, ?> categories(EngineCall call) {
    String type = call.input().text("SourceType");
    List<Object> maps = new ArrayList<>();
    CATEGORIES.forEach(
        (each, categories) -> {
          if (type == null || type.equals(each)) {
            maps.add(Params.of("SourceType", each, "EventCategories", categories));
          }
        });
    return Params.of("EventCategoriesMapList", maps);
  }
}
