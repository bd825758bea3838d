package io.boto4j.local.logs;

import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.engine.OperationTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Log streams. */
final class StreamOperations {
  private final LogGroups groups;

  StreamOperations(LogGroups groups) {
    this.groups = groups;
  }

  void register(OperationTable table) {
    table.write("CreateLogStream", this::create);
    table.write("DeleteLogStream", this::delete);
    table.read("DescribeLogStreams", this::describe);
  }

  private Map<String, ?> create(EngineCall call) {
    String group = LogGroups.text(groups.group(call.input()), "logGroupName");
    String name = LogGroups.text(call.input(), "logStreamName");
    if (!name.matches("[^:*]+")) {
      throw LogsErrors.constraint(
          name, "logStreamName", "Member must satisfy regular expression pattern: [^:*]*");
    }
    String key = LogGroups.streamKey(group, name);
    if (groups.streams.containsKey(key)) {
      throw new EngineException(
          "ResourceAlreadyExistsException", "The specified log stream already exists");
    }
    groups.streams.put(
        key, Map.of("logStreamName", name, "creationTime", groups.now(), "events", 0L));
    return Map.of();
  }

  private Map<String, ?> delete(EngineCall call) {
    String group = LogGroups.text(groups.group(call.input()), "logGroupName");
    String name = LogGroups.text(call.input(), "logStreamName");
    groups.stream(group, name);
    groups.streams.remove(LogGroups.streamKey(group, name));
    groups.events.removeUnder(LogGroups.streamKey(group, name));
    return Map.of();
  }

  private Map<String, ?> describe(EngineCall call) {
    Structure input = call.input();
    String order = input.text("orderBy");
    if (order != null && !List.of("LogStreamName", "LastEventTime").contains(order)) {
      throw LogsErrors.constraint(
          order, "orderBy", "Member must satisfy enum value set: [LogStreamName, LastEventTime]");
    }
    String prefix = input.text("logStreamNamePrefix");
    boolean byTime = "LastEventTime".equals(order);
    if (byTime && prefix != null) {
      throw LogsErrors.parameter("Cannot order by LastEventTime with a logStreamNamePrefix.");
    }
    Structure group = groups.group(input);
    String name = LogGroups.text(group, "logGroupName");
    List<Map<String, Object>> found = new ArrayList<>();
    for (Structure stream : groups.streams(name)) {
      if (prefix == null || LogGroups.text(stream, "logStreamName").startsWith(prefix)) {
        found.add(view(name, stream));
      }
    }
    if (byTime) {
      found.sort(Comparator.comparingLong(StreamOperations::lastEvent));
    }
    if (Boolean.TRUE.equals(input.bool("descending"))) {
      Collections.reverse(found);
    }
    return Pages.page(
        input, "logStreams", found, stream -> name + "@" + stream.get("logStreamName"));
  }

  private static long lastEvent(Map<String, Object> stream) {
    return stream.get("lastEventTimestamp") instanceof Long time ? time : 0;
  }

  private Map<String, Object> view(String group, Structure stream) {
    Map<String, Object> shown = new LinkedHashMap<>(stream);
    shown.remove("events");
    shown.remove("bytes");
    String name = LogGroups.text(stream, "logStreamName");
    shown.put("arn", groups.arn("log-group:" + group + ":log-stream:" + name));
    // AWS does not count the bytes of streams any more.
    shown.put("storedBytes", 0L);
    return shown;
  }
}
