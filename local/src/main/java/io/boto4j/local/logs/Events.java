package io.boto4j.local.logs;

import io.boto4j.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** The events of all streams, ordered by stream, time and number. */
final class Events {
  private static final long DAY = 86_400_000;

  private final LogGroups groups;
  private final MVMap<String, Object> map;

  Events(LogGroups groups) {
    this.groups = groups;
    this.map = groups.context.store().map("events");
  }

  /**
   * An event.
   *
   * @param stream the name of its stream
   * @param number its number in the stream
   * @param timestamp the time of the event, in milliseconds since 1970
   * @param ingestion the time at which it was stored
   * @param message the text
   */
  record Event(String stream, long number, long timestamp, long ingestion, String message) {
    /** The identifier of the event: digits, which grow with time. */
    String id() {
      return String.format(
          Locale.ROOT,
          "%020d%016d%020d",
          timestamp,
          Integer.toUnsignedLong(stream.hashCode()),
          number);
    }
  }

  void add(String group, Event event) {
    map.put(
        LogGroups.streamKey(group, event.stream())
            + LogGroups.SEPARATOR
            + String.format(Locale.ROOT, "%020d%020d", event.timestamp(), event.number()),
        Map.of(
            "n", event.number(),
            "t", event.timestamp(),
            "i", event.ingestion(),
            "m", event.message()));
  }

  /**
   * The events of a stream within a time, in order, without those that the retention of the group
   * has ended.
   */
  List<Event> of(Structure group, String stream, @Nullable Long from, @Nullable Long until) {
    long oldest = Math.max(from == null ? 0 : from, oldest(group));
    long end = until == null ? Long.MAX_VALUE : until;
    String prefix =
        LogGroups.streamKey(LogGroups.text(group, "logGroupName"), stream) + LogGroups.SEPARATOR;
    List<Event> found = new ArrayList<>();
    String first = prefix + String.format(Locale.ROOT, "%020d", oldest);
    for (var each = map.cursor(first); each.hasNext(); ) {
      String key = each.next();
      if (!key.startsWith(prefix)) {
        break;
      }
      Event event = event(stream, LogGroups.structure(each.getValue()));
      if (event.timestamp() >= end) {
        break;
      }
      found.add(event);
    }
    return found;
  }

  private static Event event(String stream, Structure stored) {
    return new Event(
        stream,
        number(stored.longInteger("n")),
        number(stored.longInteger("t")),
        number(stored.longInteger("i")),
        LogGroups.text(stored, "m"));
  }

  private static long number(@Nullable Long number) {
    return number == null ? 0 : number;
  }

  /** The time before which events are gone. */
  long oldest(Structure group) {
    Integer days = group.integer("retentionInDays");
    return days == null ? 0 : Math.max(0, groups.now() - days * DAY);
  }

  void removeUnder(String prefix) {
    LogGroups.keys(map, prefix + LogGroups.SEPARATOR).forEach(map::remove);
  }

  /** Removes what the retention of a group has ended. */
  void expire(Structure group) {
    long oldest = oldest(group);
    if (oldest == 0) {
      return;
    }
    String name = LogGroups.text(group, "logGroupName");
    for (Structure stream : groups.streams(name)) {
      String prefix =
          LogGroups.streamKey(name, LogGroups.text(stream, "logStreamName")) + LogGroups.SEPARATOR;
      String end = prefix + String.format(Locale.ROOT, "%020d", oldest);
      for (String key : LogGroups.keys(map, prefix)) {
        if (key.compareTo(end) >= 0) {
          break;
        }
        map.remove(key);
      }
    }
  }
}
