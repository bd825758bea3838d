package io.boto4j.local.events;

import io.boto4j.Json;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.table.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Replays of archives. A replay is done before StartReplay returns; it can still be cancelled
 * afterwards, once, as one that takes its time can.
 */
final class Replays {
  private static final List<String> STATES =
      List.of("CANCELLED", "CANCELLING", "COMPLETED", "FAILED", "RUNNING", "STARTING");
  private static final List<String> CANCELLABLE = List.of("STARTING", "RUNNING", "COMPLETED");
  private static final List<String> SHORT =
      List.of(
          "ReplayName",
          "EventSourceArn",
          "State",
          "StateReason",
          "EventStartTime",
          "EventEndTime",
          "EventLastReplayedTime",
          "ReplayStartTime",
          "ReplayEndTime");

  private final EngineContext context;
  private final Buses buses;
  private final Archives archives;
  private final Router router;
  private final Table replays;

  Replays(EngineContext context, Buses buses, Archives archives, Router router) {
    this.context = context;
    this.buses = buses;
    this.archives = archives;
    this.router = router;
    this.replays = new Table(context.store(), "replays");
  }

  Map<String, ?> start(EngineCall call) {
    Structure input = call.input();
    String name = Names.text(input, "ReplayName");
    String bus = Objects.requireNonNullElse(input.text("Destination", "Arn"), "");
    if (!bus.matches("arn:[a-z-]+:events:[a-zA-Z0-9-]+:\\d{12}:event-bus/.*")) {
      throw EventsErrors.parameter("Destination.Arn", "Must contain an event bus ARN.");
    }
    buses.get(bus);
    String source = Names.text(input, "EventSourceArn");
    String archiveName = source.substring(source.lastIndexOf('/') + 1);
    Structure archive = archives.find(archiveName);
    if (archive == null) {
      throw EventsErrors.parameter("EventSourceArn", "Archive " + archiveName + " does not exist.");
    }
    if (!bus.equals(archive.text("EventSourceArn"))) {
      throw EventsErrors.parameter("Destination.Arn", "Cross event bus replay is not permitted.");
    }
    Instant from = Objects.requireNonNullElse(input.instant("EventStartTime"), Instant.MIN);
    Instant to = Objects.requireNonNullElse(input.instant("EventEndTime"), Instant.MAX);
    if (from.isAfter(to)) {
      throw EventsErrors.parameter("EventEndTime", "EventStartTime must be before EventEndTime.");
    }
    Instant now = context.clock().instant();
    Map<String, Object> replay = new LinkedHashMap<>();
    replay.put("ReplayName", name);
    replay.put("ReplayArn", Names.arn(context, "replay/" + name));
    replay.putAll(
        Names.members(
            input,
            List.of(
                "Description", "EventSourceArn", "Destination", "EventStartTime", "EventEndTime")));
    replay.put("ReplayStartTime", now);
    replay.put("State", "RUNNING");
    synchronized (this) {
      if (replays.get(name) != null) {
        throw EventsErrors.exists("Replay " + name + " already exists.");
      }
      replays.write(() -> replays.put(name, replay));
    }
    Instant last =
        run(name, Names.bus(bus), archive, from, to, input.texts("Destination", "FilterArns"));
    Map<String, Object> completed = new LinkedHashMap<>(replay);
    completed.put("State", "COMPLETED");
    completed.put("ReplayEndTime", context.clock().instant());
    if (last != null) {
      completed.put("EventLastReplayedTime", last);
    }
    replays.write(() -> replays.put(name, completed));
    return Map.of(
        "ReplayArn",
        Names.arn(context, "replay/" + name),
        "State",
        "STARTING",
        "ReplayStartTime",
        now);
  }

  /** Sends the events of a time again, with new ids and the name of the replay. */
  private @Nullable Instant run(
      String name, String bus, Structure archive, Instant from, Instant to, List<String> filter) {
    Instant last = null;
    for (Structure archived : archives.events(archive)) {
      if (!(Json.read(Names.text(archived, "event")) instanceof Map<?, ?> event)) {
        continue;
      }
      Instant time = Instant.parse(String.valueOf(event.get("time")));
      if (time.isBefore(from) || !time.isBefore(to)) {
        continue;
      }
      Map<String, @Nullable Object> replayed = new LinkedHashMap<>();
      event.forEach((member, value) -> replayed.put(String.valueOf(member), value));
      replayed.put("id", UUID.randomUUID().toString());
      replayed.put("replay-name", name);
      router.route(bus, replayed, false, filter);
      last = time;
    }
    return last;
  }

  private Structure get(EngineCall call) {
    String name = Names.text(call.input(), "ReplayName");
    Structure replay = replays.get(name);
    if (replay == null) {
      throw EventsErrors.notFound("Replay " + name + " does not exist.");
    }
    return replay;
  }

  Map<String, ?> describe(EngineCall call) {
    List<String> members = new ArrayList<>(SHORT);
    members.addAll(List.of("ReplayArn", "Description", "Destination"));
    return Names.members(get(call), members);
  }

  Map<String, ?> list(EngineCall call) {
    Archives.Filter filter = Archives.Filter.of(call.input(), "ListReplays", STATES);
    List<Map<String, Object>> all = new ArrayList<>();
    for (Structure replay : replays.all("").values()) {
      if (filter.accepts(
          Names.text(replay, "ReplayName"),
          Names.text(replay, "EventSourceArn"),
          Names.text(replay, "State"))) {
        all.add(Names.members(replay, SHORT));
      }
    }
    return Names.page("Replays", all, call.input());
  }

  synchronized Map<String, ?> cancel(EngineCall call) {
    Structure replay = get(call);
    String name = Names.text(replay, "ReplayName");
    if (!CANCELLABLE.contains(replay.text("State"))) {
      throw new EngineException(
          "IllegalStatusException",
          "Replay " + name + " is not in a valid state for this operation.");
    }
    Map<String, Object> changed = new LinkedHashMap<>(replay);
    changed.put("State", "CANCELLED");
    replays.write(() -> replays.put(name, changed));
    return Map.of("ReplayArn", Names.text(replay, "ReplayArn"), "State", "CANCELLING");
  }
}
