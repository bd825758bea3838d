package io.boto4j.local.logs;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.engine.OperationTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Log groups, their retention and keys. */
final class GroupOperations {
  private static final List<Integer> RETENTIONS =
      List.of(
          1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557,
          2922, 3288, 3653);

  private final LogGroups groups;

  /** Called with the names of groups that were deleted. */
  private final List<Consumer<String>> deleted = new ArrayList<>();

  GroupOperations(LogGroups groups) {
    this.groups = groups;
  }

  void onDelete(Consumer<String> listener) {
    deleted.add(listener);
  }

  void register(OperationTable table) {
    table.write("CreateLogGroup", this::create);
    table.write("DeleteLogGroup", this::delete);
    table.read("DescribeLogGroups", this::describe);
    table.read("ListLogGroups", this::list);
    table.write("PutRetentionPolicy", this::putRetention);
    table.write("DeleteRetentionPolicy", call -> set(call, "retentionInDays", false));
    table.write("AssociateKmsKey", call -> set(call, "kmsKeyId", true));
    table.write("DisassociateKmsKey", call -> set(call, "kmsKeyId", false));
    table.write("PutLogGroupDeletionProtection", this::protect);
  }

  private static String name(EngineCall call) {
    return LogGroups.text(call.input(), "logGroupName");
  }

  private Map<String, ?> create(EngineCall call) {
    Structure input = call.input();
    String name = name(call);
    LogGroups.checkName(name);
    if (groups.find(name) != null) {
      throw new EngineException(
          "ResourceAlreadyExistsException", "The specified log group already exists");
    }
    Map<String, Object> group = new LinkedHashMap<>();
    group.put("logGroupName", name);
    group.put("creationTime", groups.now());
    group.put("logGroupClass", "STANDARD");
    for (String member :
        List.of("logGroupClass", "kmsKeyId", "deletionProtectionEnabled", "tags")) {
      Object value = input.get(member);
      if (value != null) {
        group.put(member, value);
      }
    }
    groups.groups.put(name, group);
    return Map.of();
  }

  private Map<String, ?> delete(EngineCall call) {
    String name = name(call);
    Structure group = groups.group(name);
    if (Boolean.TRUE.equals(group.bool("deletionProtectionEnabled"))) {
      throw new EngineException(
          "ValidationException",
          "The log group cannot be deleted because deletion protection is enabled.");
    }
    LogGroups.keys(groups.streams, name + LogGroups.SEPARATOR).forEach(groups.streams::remove);
    groups.events.removeUnder(name);
    groups.groups.remove(name);
    deleted.forEach(listener -> listener.accept(name));
    return Map.of();
  }

  private Map<String, Object> view(String name) {
    Structure group = groups.group(name);
    Map<String, Object> shown = new LinkedHashMap<>(group);
    shown.remove("tags");
    long bytes = 0;
    for (Structure stream : groups.streams(name)) {
      Long own = stream.longInteger("bytes");
      bytes += own == null ? 0 : own;
    }
    shown.put("storedBytes", bytes);
    Integer filters = group.integer("metricFilterCount");
    shown.put("metricFilterCount", filters == null ? 0 : filters);
    shown.put("arn", groups.arn("log-group:" + name + ":*"));
    shown.put("logGroupArn", groups.arn("log-group:" + name));
    return shown;
  }

  private Map<String, ?> describe(EngineCall call) {
    Structure input = call.input();
    String prefix = input.text("logGroupNamePrefix");
    String part = input.text("logGroupNamePattern");
    if (prefix != null && part != null) {
      throw LogsErrors.parameter(
          "LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.");
    }
    List<String> wanted =
        input.texts("logGroupIdentifiers").stream().map(LogGroups::nameOf).toList();
    String type = input.text("logGroupClass");
    List<String> names = new ArrayList<>();
    for (String name : groups.groups.keySet()) {
      if ((prefix == null || name.startsWith(prefix))
          && (part == null || name.contains(part))
          && (wanted.isEmpty() || wanted.contains(name))
          && (type == null || type.equals(groups.group(name).text("logGroupClass")))) {
        names.add(name);
      }
    }
    Params page = Pages.page(input, "logGroups", names, name -> name);
    List<String> shown = Structures.of(page).texts("logGroups");
    return page.with("logGroups", shown.stream().map(this::view).toList());
  }

  private Map<String, ?> list(EngineCall call) {
    Structure input = call.input();
    String given = input.text("logGroupNamePattern");
    Pattern pattern;
    try {
      pattern = given == null ? null : Pattern.compile(given);
    } catch (PatternSyntaxException e) {
      throw LogsErrors.parameter("The logGroupNamePattern is not valid.");
    }
    String type = input.text("logGroupClass");
    List<Map<String, ?>> found = new ArrayList<>();
    for (String name : groups.groups.keySet()) {
      Structure group = groups.group(name);
      if ((pattern == null || pattern.matcher(name).find())
          && (type == null || type.equals(group.text("logGroupClass")))) {
        found.add(
            Map.of(
                "logGroupName", name,
                "logGroupArn", groups.arn("log-group:" + name),
                "logGroupClass", LogGroups.text(group, "logGroupClass")));
      }
    }
    return Pages.page(input, "logGroups", found, each -> String.valueOf(each.get("logGroupName")));
  }

  private Map<String, ?> putRetention(EngineCall call) {
    Integer days = call.input().integer("retentionInDays");
    if (days == null || !RETENTIONS.contains(days)) {
      throw LogsErrors.constraint(
          String.valueOf(days),
          "retentionInDays",
          "Member must satisfy enum value set: " + RETENTIONS);
    }
    String name = name(call);
    groups.edit(name, "retentionInDays", days);
    groups.events.expire(groups.group(name));
    return Map.of();
  }

  /** Sets a member of the group to that of the input, or removes it. */
  private Map<String, ?> set(EngineCall call, String member, boolean put) {
    String name = call.input().text("logGroupName");
    String resource = call.input().text("resourceIdentifier");
    groups.edit(
        name == null ? LogGroups.nameOf(String.valueOf(resource)) : name,
        member,
        put ? call.input().get(member) : null);
    return Map.of();
  }

  private Map<String, ?> protect(EngineCall call) {
    Structure input = call.input();
    groups.edit(
        LogGroups.nameOf(LogGroups.text(input, "logGroupIdentifier")),
        "deletionProtectionEnabled",
        Boolean.TRUE.equals(input.bool("deletionProtectionEnabled")));
    return Map.of();
  }
}
