package io.boto4j.local.stepfunctions;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.OperationTable;
import io.boto4j.local.engine.Partition;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** Everything that the Step Functions of an account and region hold. */
final class SfnState {
  private static final Pattern NAME =
      Pattern.compile("[^\\s<>{}\\[\\]?*\"#%\\\\^|~`$&,;:/\\p{Cntrl}\\x7f-\\x9f]{1,80}");

  final EngineContext context;
  final OperationTable table;

  /** State machines by ARN. */
  final MVMap<String, Object> machines;

  /** Activities by ARN. */
  final MVMap<String, Object> activities;

  /** Executions by ARN. Members whose names begin with {@code _} stay inside. */
  final MVMap<String, Object> executions;

  /** Events by the ARN of the execution and their number. */
  final MVMap<String, Object> history;

  final MVMap<String, Object> tags;

  SfnState(EngineContext context) {
    this.context = context;
    this.table = new OperationTable(context.store());
    this.machines = context.store().map("machines");
    this.activities = context.store().map("activities");
    this.executions = context.store().map("executions");
    this.history = context.store().map("history");
    this.tags = context.store().map("tags");
  }

  @SuppressWarnings("unchecked") // Only this package writes the maps.
  static @Nullable Structure find(MVMap<String, Object> map, @Nullable String key) {
    return key != null && map.get(key) instanceof Map<?, ?> document
        ? Structures.of((Map<String, ?>) document)
        : null;
  }

  static List<Structure> all(MVMap<String, Object> map) {
    List<Structure> all = new ArrayList<>();
    for (String key : map.keySet()) {
      Structure each = find(map, key);
      if (each != null) {
        all.add(each);
      }
    }
    return all;
  }

  static void put(MVMap<String, Object> map, String key, Map<String, ?> document) {
    map.put(key, new LinkedHashMap<>(document));
  }

  /** The members that the output has. */
  static Params open(Structure document) {
    Map<String, Object> open = new LinkedHashMap<>(document);
    open.keySet().removeIf(name -> name.startsWith("_"));
    return Params.copyOf(open);
  }

  Structure machine(@Nullable String arn) {
    if (arn == null || !arn.matches("arn:[^:]+:states:[^:]*:[^:]*:stateMachine:.+")) {
      throw SfnErrors.invalidArn(arn);
    }
    Structure machine = find(machines, arn);
    if (machine == null) {
      throw SfnErrors.noMachine(arn);
    }
    return machine;
  }

  Structure execution(@Nullable String arn) {
    if (arn == null || !arn.matches("arn:[^:]+:states:[^:]*:[^:]*:(execution|express):.+")) {
      throw SfnErrors.invalidArn(arn);
    }
    Structure execution = find(executions, arn);
    if (execution == null) {
      throw SfnErrors.noExecution(arn);
    }
    return execution;
  }

  String arn(String resource) {
    return "arn:"
        + Partition.of(context.region())
        + ":states:"
        + context.region()
        + ":"
        + context.account()
        + ":"
        + resource;
  }

  static void checkName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw SfnErrors.invalidName(name);
    }
  }

  /** A page of a list, whose token hides the number of its first item. */
  static Params page(Structure input, String member, List<?> items, int usual) {
    String token = input.text("nextToken");
    int from = 0;
    if (token != null) {
      try {
        from =
            Integer.parseUnsignedInt(
                new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8));
      } catch (IllegalArgumentException e) {
        throw SfnErrors.of("InvalidToken", "Invalid Token: '" + token + "'");
      }
    }
    Integer wanted = input.integer("maxResults");
    int most = wanted == null || wanted == 0 ? usual : wanted;
    int begin = Math.min(from, items.size());
    int end = Math.min(items.size(), begin + most);
    byte[] next = String.valueOf(end).getBytes(StandardCharsets.UTF_8);
    return Params.of(
        member,
        List.copyOf(items.subList(begin, end)),
        "nextToken",
        end < items.size() ? Base64.getEncoder().encodeToString(next) : null);
  }
}
