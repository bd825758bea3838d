package io.boto4j.local.logs;

import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.Partition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * The log groups and streams of an account in a region. The key of a stream is that of its group
 * and its name with a zero character between them.
 */
final class LogGroups {
  static final String SEPARATOR = "\0";

  final EngineContext context;
  final MVMap<String, Object> groups;
  final MVMap<String, Object> streams;
  final Events events;

  LogGroups(EngineContext context) {
    this.context = context;
    this.groups = context.store().map("groups");
    this.streams = context.store().map("streams");
    this.events = new Events(this);
  }

  long now() {
    return context.clock().millis();
  }

  String arn(String resource) {
    return "arn:"
        + Partition.of(context.region())
        + ":logs:"
        + context.region()
        + ":"
        + context.account()
        + ":"
        + resource;
  }

  static Structure structure(@Nullable Object document) {
    Map<String, Object> members = new LinkedHashMap<>();
    if (document instanceof Map<?, ?> map) {
      map.forEach((name, value) -> members.put(String.valueOf(name), value));
    }
    return Structures.of(members);
  }

  static String text(Structure structure, String name) {
    return String.valueOf(structure.text(name));
  }

  /** The keys that begin with a text, in their order. */
  static List<String> keys(MVMap<String, Object> map, String prefix) {
    List<String> keys = new ArrayList<>();
    for (var each = map.keyIterator(prefix); each.hasNext(); ) {
      String key = each.next();
      if (!key.startsWith(prefix)) {
        break;
      }
      keys.add(key);
    }
    return keys;
  }

  // Groups

  @Nullable Structure find(String name) {
    Object stored = groups.get(name);
    return stored == null ? null : structure(stored);
  }

  Structure group(String name) {
    checkName(name);
    Structure group = find(name);
    if (group == null) {
      throw LogsErrors.noGroup();
    }
    return group;
  }

  static void checkName(String name) {
    if (!name.matches("[.\\-_/#A-Za-z0-9]+")) {
      throw LogsErrors.constraint(
          name,
          "logGroupName",
          "Member must satisfy regular expression pattern: [\\.\\-_/#A-Za-z0-9]+");
    }
  }

  /** The group of an input that names it, or has its ARN. */
  Structure group(Structure input) {
    return group(groupName(input));
  }

  private static String groupName(Structure input) {
    String name = input.text("logGroupName");
    String identifier = input.text("logGroupIdentifier");
    if (name != null && identifier != null) {
      throw LogsErrors.parameter(
          "LogGroup name and LogGroup ARN are mutually exclusive parameters.");
    }
    if (name == null && identifier == null) {
      throw LogsErrors.parameter("Either logGroupName or logGroupIdentifier must be specified.");
    }
    if (identifier != null && !identifier.matches("[\\w#+=/:,.@-]*")) {
      throw LogsErrors.parameter(
          "1 validation error detected: Value at 'logGroupIdentifier' failed to satisfy constraint:"
              + " Member must satisfy regular expression pattern: [\\w#+=/:,.@-]*");
    }
    return name == null ? nameOf(String.valueOf(identifier)) : name;
  }

  /** The name of a group in an ARN, or the text itself. */
  static String nameOf(String identifier) {
    int at = identifier.indexOf(":log-group:");
    return at < 0
        ? identifier
        : identifier.substring(at + ":log-group:".length()).replaceFirst(":\\*$", "");
  }

  /** Changes members of a group; null removes one. */
  void edit(String name, String member, @Nullable Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(group(name));
    if (value == null) {
      changed.remove(member);
    } else {
      changed.put(member, value);
    }
    groups.put(name, changed);
  }

  // Streams

  static String streamKey(String group, String stream) {
    return group + SEPARATOR + stream;
  }

  Structure stream(String group, String stream) {
    Object stored = streams.get(streamKey(group, stream));
    if (stored == null) {
      throw LogsErrors.noStream();
    }
    return structure(stored);
  }

  List<Structure> streams(String group) {
    List<Structure> all = new ArrayList<>();
    for (String key : keys(streams, group + SEPARATOR)) {
      all.add(structure(streams.get(key)));
    }
    return all;
  }
}
