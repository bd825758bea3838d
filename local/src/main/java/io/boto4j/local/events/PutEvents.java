package io.boto4j.local.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.boto4j.Json;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.EngineException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** PutEvents: checks entries, and makes events of them. */
final class PutEvents {
  /**
   * The member of an entry that has an event of another bus. The model does not have it, so that
   * only engines send it.
   */
  static final String FORWARDED = "boto4j:event";

  private static final int MOST = 10;
  private static final int LARGEST = 262_144;

  private final EngineContext context;
  private final Buses buses;
  private final Router router;

  PutEvents(EngineContext context, Buses buses, Router router) {
    this.context = context;
    this.buses = buses;
    this.router = router;
  }

  Map<String, ?> put(EngineCall call) {
    List<Structure> entries = call.input().structures("Entries");
    if (entries.isEmpty()) {
      throw EventsErrors.constraint(
          "[]", "entries", "Member must have length greater than or equal to 1");
    }
    if (entries.size() > MOST) {
      throw EventsErrors.constraint(
          "[PutEventsRequestEntry]",
          "entries",
          "Member must have length less than or equal to " + MOST);
    }
    if (entries.stream().mapToInt(PutEvents::size).sum() > LARGEST) {
      throw EventsErrors.validation("Total size of the entries in the request is over the limit.");
    }
    // Engines, which sign nothing, send the events of their services.
    boolean isEngine = call.caller().accessKeyId().isEmpty();
    List<Map<String, Object>> results = new ArrayList<>();
    int failed = 0;
    for (Structure entry : entries) {
      try {
        results.add(Map.of("EventId", put(entry, isEngine)));
      } catch (EngineException e) {
        results.add(Map.of("ErrorCode", e.code(), "ErrorMessage", e.serviceMessage()));
        failed++;
      }
    }
    return Map.of("FailedEntryCount", failed, "Entries", results);
  }

  private static int size(Structure entry) {
    int size = entry.instant("Time") == null ? 0 : 14;
    for (String member : List.of("Source", "DetailType", "Detail")) {
      size += Names.text(entry, member).getBytes(UTF_8).length;
    }
    for (String resource : entry.texts("Resources")) {
      size += resource.getBytes(UTF_8).length;
    }
    return size;
  }

  private String put(Structure entry, boolean isEngine) {
    String bus = entry.text("EventBusName");
    String forwarded = entry.text(FORWARDED);
    if (forwarded != null && Json.read(forwarded) instanceof Map<?, ?> event) {
      route(bus, event, true);
      return String.valueOf(event.get("id"));
    }
    String source = required(entry, "Source");
    String detailType = required(entry, "DetailType");
    Object detail = detail(required(entry, "Detail"));
    if (source.startsWith("aws.") && !isEngine) {
      throw new EngineException(
          "NotAuthorizedForSourceException", "Not authorized for the source.");
    }
    Instant time = Objects.requireNonNullElse(entry.instant("Time"), context.clock().instant());
    Map<String, @Nullable Object> event =
        router.event(detailType, source, time, entry.texts("Resources"), detail);
    String trace = entry.text("TraceHeader");
    if (trace != null) {
      event.put("trace-header", trace);
    }
    route(bus, event, false);
    return String.valueOf(event.get("id"));
  }

  /** An event for a bus that does not exist is accepted, and lost. */
  private void route(@Nullable String busNameOrArn, Map<?, ?> event, boolean forwarded) {
    String[] arn = busNameOrArn == null ? null : Names.parts(busNameOrArn);
    if (arn != null && (!arn[4].equals(context.account()) || !arn[3].equals(context.region()))) {
      context
          .world(arn[4], arn[3])
          .call(
              "events",
              "PutEvents",
              Map.of(
                  "Entries",
                  List.of(
                      Map.of(
                          "EventBusName", Names.bus(busNameOrArn), FORWARDED, Json.write(event)))));
      return;
    }
    String bus = Names.bus(busNameOrArn);
    if (buses.exists(bus)) {
      router.route(bus, event, forwarded, List.of());
    }
  }

  private static String required(Structure entry, String member) {
    String value = Names.text(entry, member);
    if (value.isEmpty()) {
      throw new EngineException(
          "InvalidArgument",
          "Parameter " + member + " is not valid. Reason: " + member + " is a required argument.");
    }
    return value;
  }

  private static Object detail(String text) {
    try {
      if (Json.read(text) instanceof Map<?, ?> detail) {
        return detail;
      }
    } catch (IllegalArgumentException e) {
      throw new EngineException("MalformedDetail", "Detail is malformed.");
    }
    throw new EngineException("MalformedDetail", "Detail is malformed.");
  }
}
