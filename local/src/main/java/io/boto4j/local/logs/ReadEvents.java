package io.boto4j.local.logs;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.OperationTable;
import io.boto4j.local.logs.pattern.FilterPattern;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** GetLogEvents and FilterLogEvents. */
final class ReadEvents {
  private static final int MOST = 10_000;
  private static final Pattern TOKEN = Pattern.compile("([fb])/(\\d{1,56})(?:/s)?");

  private final LogGroups groups;

  ReadEvents(LogGroups groups) {
    this.groups = groups;
  }

  void register(OperationTable table) {
    table.read("GetLogEvents", this::get);
    table.read("FilterLogEvents", this::filter);
  }

  // GetLogEvents

  private Map<String, ?> get(EngineCall call) {
    Structure input = call.input();
    Structure group = groups.group(input);
    String stream = LogGroups.text(input, "logStreamName");
    groups.stream(LogGroups.text(group, "logGroupName"), stream);
    List<Events.Event> events =
        groups.events.of(
            group, stream, input.longInteger("startTime"), input.longInteger("endTime"));
    Integer given = input.integer("limit");
    int limit = given == null ? MOST : given;
    String token = input.text("nextToken");
    int from;
    int to;
    long position = -1;
    if (token != null) {
      Matcher matcher = TOKEN.matcher(token);
      if (!matcher.matches()) {
        throw LogsErrors.token();
      }
      position = Long.parseLong(matcher.group(2));
      int at = indexOf(events, position);
      boolean forward = matcher.group(1).equals("f");
      from = forward ? Math.min(events.size(), at + 1) : Math.max(0, at - limit);
      to = forward ? Math.min(events.size(), from + limit) : Math.max(0, at);
    } else if (Boolean.TRUE.equals(input.bool("startFromHead"))) {
      from = 0;
      to = Math.min(events.size(), limit);
    } else {
      to = events.size();
      from = Math.max(0, to - limit);
    }
    List<Events.Event> page = events.subList(from, to);
    long rest = Math.max(0, position);
    return Map.of(
        "events",
        page.stream()
            .map(
                event ->
                    Map.of(
                        "timestamp", event.timestamp(),
                        "message", event.message(),
                        "ingestionTime", event.ingestion()))
            .toList(),
        "nextForwardToken",
        token("f", page.isEmpty() ? rest : page.get(page.size() - 1).number()),
        "nextBackwardToken",
        token("b", page.isEmpty() ? rest : page.get(0).number()));
  }

  private static String token(String direction, long number) {
    return String.format(Locale.ROOT, "%s/%056d", direction, number);
  }

  private static int indexOf(List<Events.Event> events, long number) {
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i).number() == number) {
        return i;
      }
    }
    return events.isEmpty() || number < events.get(0).number() ? -1 : events.size();
  }

  // FilterLogEvents

  private Map<String, ?> filter(EngineCall call) {
    Structure input = call.input();
    Structure group = groups.group(input);
    String name = LogGroups.text(group, "logGroupName");
    List<String> names = input.texts("logStreamNames");
    String prefix = input.text("logStreamNamePrefix");
    if (!names.isEmpty() && prefix != null) {
      throw LogsErrors.parameter(
          "logStreamNames and logStreamNamePrefix are mutually exclusive parameters.");
    }
    names.forEach(stream -> groups.stream(name, stream));
    FilterPattern pattern = pattern(input.text("filterPattern"));
    List<Events.Event> found = new ArrayList<>();
    for (Structure stream : groups.streams(name)) {
      String own = LogGroups.text(stream, "logStreamName");
      if ((names.isEmpty() || names.contains(own)) && (prefix == null || own.startsWith(prefix))) {
        for (Events.Event event :
            groups.events.of(
                group, own, input.longInteger("startTime"), input.longInteger("endTime"))) {
          if (pattern.match(event.message()) != null) {
            found.add(event);
          }
        }
      }
    }
    found.sort(Comparator.comparingLong(Events.Event::timestamp));
    return page(input, name, found);
  }

  static FilterPattern pattern(@Nullable String text) {
    try {
      return FilterPattern.parse(text == null ? "" : text);
    } catch (IllegalArgumentException e) {
      throw LogsErrors.parameter("Invalid filter pattern");
    }
  }

  private static Map<String, ?> page(Structure input, String group, List<Events.Event> found) {
    Integer given = input.integer("limit");
    int limit = given == null ? MOST : given;
    int from = 0;
    String token = input.text("nextToken");
    if (token != null) {
      from = -1;
      for (int i = 0; i < found.size() && from < 0; i++) {
        if (token(group, found.get(i)).equals(token)) {
          from = i + 1;
        }
      }
      if (from < 0) {
        throw LogsErrors.token();
      }
    }
    int to = Math.min(found.size(), from + limit);
    return Params.of(
        "events",
        found.subList(from, to).stream()
            .map(
                event ->
                    Map.of(
                        "logStreamName", event.stream(),
                        "timestamp", event.timestamp(),
                        "message", event.message(),
                        "ingestionTime", event.ingestion(),
                        "eventId", event.id()))
            .toList(),
        "searchedLogStreams",
        List.of(),
        "nextToken",
        to < found.size() ? token(group, found.get(to - 1)) : null);
  }

  private static String token(String group, Events.Event last) {
    return group + "@" + last.stream() + "@" + last.id();
  }
}
