package io.boto4j.local.logs;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.OperationTable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** PutLogEvents. */
final class PutEvents {
  private static final long MINUTE = 60_000;
  private static final long DAY = 24 * 60 * MINUTE;
  private static final int OVERHEAD = 26;
  private static final int MOST_BYTES = 1_048_576;

  private final LogGroups groups;
  private final OperationTable table;
  private final Listener listener;

  /** Learns about events once they are stored. */
  @FunctionalInterface
  interface Listener {
    void added(String group, List<Events.Event> events);
  }

  PutEvents(LogGroups groups, OperationTable table, Listener listener) {
    this.groups = groups;
    this.table = table;
    this.listener = listener;
  }

  void register() {
    table.read("PutLogEvents", this::put);
  }

  private Map<String, ?> put(EngineCall call) {
    Structure input = call.input();
    String name = LogGroups.text(input, "logGroupName");
    String stream = LogGroups.text(input, "logStreamName");
    Structure group = groups.group(name);
    groups.stream(name, stream);
    List<Structure> given = input.structures("logEvents");
    check(given);
    long now = groups.now();
    long tooOld = now - 14 * DAY;
    long expired = groups.events.oldest(group);
    long tooNew = now + 120 * MINUTE;
    int old = 0;
    int gone = 0;
    int end = given.size();
    for (int i = 0; i < given.size(); i++) {
      long time = time(given.get(i));
      if (time < expired) {
        gone = i + 1;
      } else if (time < tooOld) {
        old = i + 1;
      } else if (time > tooNew) {
        end = i;
        break;
      }
    }
    List<Structure> accepted = given.subList(Math.min(end, Math.max(old, gone)), end);
    List<Events.Event> added = table.change(() -> add(name, stream, accepted, now));
    listener.added(name, added);
    Params rejected =
        Params.of(
            "tooNewLogEventStartIndex", end < given.size() ? end : null,
            "tooOldLogEventEndIndex", old == 0 ? null : old,
            "expiredLogEventEndIndex", gone == 0 ? null : gone);
    return Params.of(
        "nextSequenceToken",
        sequenceToken(),
        "rejectedLogEventsInfo",
        rejected.isEmpty() ? null : rejected);
  }

  /** Sequence tokens are sent, and ignored when they come back, as AWS does since 2023. */
  private String sequenceToken() {
    return String.format(Locale.ROOT, "%056d", groups.context.random().nextLong(Long.MAX_VALUE));
  }

  private static long time(Structure event) {
    Long time = event.longInteger("timestamp");
    return time == null ? 0 : time;
  }

  private static void check(List<Structure> events) {
    long last = Long.MIN_VALUE;
    long bytes = 0;
    for (Structure event : events) {
      long time = time(event);
      if (time < last) {
        throw LogsErrors.parameter(
            "Log events in a single PutLogEvents request must be in chronological order.");
      }
      last = time;
      bytes += size(LogGroups.text(event, "message"));
    }
    if (!events.isEmpty() && last - time(events.get(0)) > DAY) {
      throw LogsErrors.parameter(
          "The batch of log events in a single PutLogEvents request cannot span more than 24"
              + " hours.");
    }
    if (bytes > MOST_BYTES) {
      throw LogsErrors.parameter(
          "Upload too large: " + bytes + " bytes exceeds limit of " + MOST_BYTES);
    }
  }

  private static int size(String message) {
    return message.getBytes(StandardCharsets.UTF_8).length + OVERHEAD;
  }

  private List<Events.Event> add(
      String group, String name, List<Structure> accepted, long ingestion) {
    Map<String, Object> stream = new LinkedHashMap<>(groups.stream(group, name));
    Structure before = LogGroups.structure(stream);
    long next = number(before.longInteger("events"));
    long bytes = number(before.longInteger("bytes"));
    List<Events.Event> added = new ArrayList<>();
    for (Structure event : accepted) {
      String message = LogGroups.text(event, "message");
      Events.Event made = new Events.Event(name, next++, time(event), ingestion, message);
      groups.events.add(group, made);
      added.add(made);
      bytes += size(message);
    }
    if (!added.isEmpty()) {
      Long first = before.longInteger("firstEventTimestamp");
      Long last = before.longInteger("lastEventTimestamp");
      long start = added.get(0).timestamp();
      long end = added.get(added.size() - 1).timestamp();
      stream.put("firstEventTimestamp", first == null ? start : Math.min(first, start));
      stream.put("lastEventTimestamp", last == null ? end : Math.max(last, end));
      stream.put("lastIngestionTime", ingestion);
      stream.put("uploadSequenceToken", sequenceToken());
      stream.put("events", next);
      stream.put("bytes", bytes);
      groups.streams.put(LogGroups.streamKey(group, name), stream);
    }
    return added;
  }

  private static long number(@Nullable Long number) {
    return number == null ? 0 : number;
  }
}
