package io.boto4j.local.events;

import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rules and their targets. */
final class Rules {
  private static final Pattern NAME = Pattern.compile("[.\\-_A-Za-z0-9]{1,64}");
  private static final List<String> MEMBERS =
      List.of(
          "Name",
          "Arn",
          "EventPattern",
          "ScheduleExpression",
          "State",
          "Description",
          "RoleArn",
          "ManagedBy",
          "EventBusName");

  private final EngineContext context;
  private final Buses buses;
  private final Table rules;
  private final Schedules schedules;

  Rules(EngineContext context, Buses buses, Schedules schedules) {
    this.context = context;
    this.buses = buses;
    this.schedules = schedules;
    this.rules = new Table(context.store(), "rules");
  }

  /** Begins the schedules of the rules in the store. */
  void resume() {
    rules.all("").forEach(schedules::begin);
  }

  static String key(String bus, String name) {
    return bus + "\u0000" + name;
  }

  @Nullable Structure find(String key) {
    return rules.get(key);
  }

  /** The rules of a bus. */
  Iterable<Structure> of(String bus) {
    return rules.all(key(bus, "")).values();
  }

  synchronized Map<String, ?> put(EngineCall call) {
    Structure input = call.input();
    String name = EventsErrors.required(input.text("Name"), "Name");
    if (!NAME.matcher(name).matches()) {
      throw EventsErrors.constraint(
          name, "name", "Member must satisfy regular expression pattern: [\\.\\-_A-Za-z0-9]+");
    }
    String bus = Names.text(buses.get(input.text("EventBusName")), "Name");
    String pattern = Names.text(input, "EventPattern");
    String schedule = Names.text(input, "ScheduleExpression");
    if (!schedule.isEmpty()) {
      if (!bus.equals(Names.DEFAULT_BUS)) {
        throw EventsErrors.validation(
            "ScheduleExpression is supported only on the default event bus.");
      }
      if (Schedule.parse(schedule) == null) {
        throw EventsErrors.validation("Parameter ScheduleExpression is not valid.");
      }
    }
    if (pattern.isEmpty() && schedule.isEmpty()) {
      throw EventsErrors.validation(
          "Parameter(s) EventPattern or ScheduleExpression must be specified.");
    }
    if (!pattern.isEmpty()) {
      EventPattern.read(pattern);
    }
    Structure existing = rules.get(key(bus, name));
    if (existing != null) {
      checkUnmanaged(existing);
    }
    return Map.of("RuleArn", put(bus, name, input, existing, null));
  }

  /** Puts the rule of an archive, which only the archive changes. */
  synchronized void putManaged(
      String bus, String name, String pattern, String manager, Map<String, ?> target) {
    put(bus, name, Structures.of(Map.of("EventPattern", pattern)), null, manager);
    Map<String, Object> rule = new LinkedHashMap<>(get(bus, name));
    rule.put("targets", List.of(target));
    rules.write(() -> rules.put(key(bus, name), rule));
  }

  private String put(
      String bus,
      String name,
      Structure input,
      @Nullable Structure existing,
      @Nullable String manager) {
    Map<String, Object> rule = new LinkedHashMap<>();
    String arn =
        Names.arn(context, "rule/" + (bus.equals(Names.DEFAULT_BUS) ? "" : bus + "/") + name);
    rule.put("Name", name);
    rule.put("Arn", arn);
    rule.put("EventBusName", bus);
    rule.put("State", "ENABLED");
    rule.put("CreatedBy", context.account());
    for (String member :
        List.of("EventPattern", "ScheduleExpression", "State", "Description", "RoleArn")) {
      String value = Names.text(input, member);
      if (!value.isEmpty()) {
        rule.put(member, value);
      }
    }
    if (manager != null) {
      rule.put("ManagedBy", manager);
    }
    rule.put("begun", context.clock().instant());
    if (existing == null) {
      rule.put("tags", Names.tags(input.structures("Tags")));
      rule.put("targets", List.of());
    } else {
      rule.put("tags", existing.map("tags"));
      rule.put("targets", existing.list("targets"));
    }
    save(key(bus, name), rule);
    return arn;
  }

  private void save(String key, Map<String, Object> rule) {
    rules.write(() -> rules.put(key, rule));
    schedules.begin(key, Structures.of(rule));
  }

  private static void checkUnmanaged(Structure rule) {
    if (rule.text("ManagedBy") != null) {
      throw new EngineException(
          "ManagedRuleException",
          "Rule " + Names.text(rule, "Name") + " is a managed rule and cannot be changed.");
    }
  }

  /** Returns the rule of a call, which must exist. */
  private Structure get(EngineCall call, String parameter) {
    String name = EventsErrors.required(call.input().text(parameter), parameter);
    String bus = Names.text(buses.get(call.input().text("EventBusName")), "Name");
    Structure rule = rules.get(key(bus, name));
    if (rule == null) {
      throw EventsErrors.notFound("Rule " + name + " does not exist.");
    }
    return rule;
  }

  private Structure get(String bus, String name) {
    Structure rule = rules.get(key(bus, name));
    if (rule == null) {
      throw EventsErrors.notFound("Rule " + name + " does not exist on EventBus " + bus + ".");
    }
    return rule;
  }

  private static String key(Structure rule) {
    return key(Names.text(rule, "EventBusName"), Names.text(rule, "Name"));
  }

  Map<String, ?> describe(EngineCall call) {
    List<String> members = new ArrayList<>(MEMBERS);
    members.add("CreatedBy");
    return Names.members(get(call, "Name"), members);
  }

  synchronized Map<String, ?> delete(EngineCall call) {
    String name = EventsErrors.required(call.input().text("Name"), "Name");
    String bus = Names.text(buses.get(call.input().text("EventBusName")), "Name");
    Structure rule = rules.get(key(bus, name));
    if (rule == null) {
      return Map.of();
    }
    if (!Boolean.TRUE.equals(call.input().bool("Force"))) {
      checkUnmanaged(rule);
    }
    if (!rule.list("targets").isEmpty()) {
      throw EventsErrors.validation("Rule can't be deleted since it has targets.");
    }
    rules.write(() -> rules.remove(key(bus, name)));
    return Map.of();
  }

  /** Removes a rule and its targets. */
  synchronized void remove(String bus, String name) {
    rules.write(() -> rules.remove(key(bus, name)));
  }

  synchronized void removeAll(String bus) {
    rules.write(() -> rules.all(key(bus, "")).keySet().forEach(rules::remove));
  }

  synchronized Map<String, ?> setState(EngineCall call, String state) {
    Map<String, Object> rule = new LinkedHashMap<>(get(call, "Name"));
    rule.put("State", state);
    rule.put("begun", context.clock().instant());
    save(key(Structures.of(rule)), rule);
    return Map.of();
  }

  Map<String, ?> list(EngineCall call) {
    String bus = Names.text(buses.get(call.input().text("EventBusName")), "Name");
    List<Map<String, Object>> all = new ArrayList<>();
    rules
        .all(key(bus, Names.text(call.input(), "NamePrefix")))
        .values()
        .forEach(rule -> all.add(Names.members(rule, MEMBERS)));
    return Names.page("Rules", all, call.input());
  }

  Map<String, ?> listNamesByTarget(EngineCall call) {
    String target = EventsErrors.required(call.input().text("TargetArn"), "TargetArn");
    String bus = Names.text(buses.get(call.input().text("EventBusName")), "Name");
    List<String> names = new ArrayList<>();
    for (Structure rule : of(bus)) {
      if (rule.structures("targets").stream().anyMatch(each -> target.equals(each.text("Arn")))) {
        names.add(Names.text(rule, "Name"));
      }
    }
    return Names.page("RuleNames", names, call.input());
  }

  synchronized Map<String, ?> putTargets(EngineCall call) {
    List<Structure> given = call.input().structures("Targets");
    for (Structure target : given) {
      String arn = Names.text(target, "Arn");
      if (!arn.startsWith("arn:")) {
        throw EventsErrors.validation(
            "Parameter " + arn + " is not valid. Reason: Provided Arn is not in correct format.");
      }
      if (arn.contains(":sqs:")
          && arn.endsWith(".fifo")
          && target.structure("SqsParameters") == null) {
        throw EventsErrors.validation(
            "Parameter(s) SqsParameters must be specified for target: "
                + Names.text(target, "Id")
                + ".");
      }
    }
    Structure rule = rule(call);
    checkUnmanaged(rule);
    Map<String, Object> byId = targets(rule);
    given.forEach(target -> byId.put(Names.text(target, "Id"), target));
    setTargets(rule, byId);
    return Map.of("FailedEntryCount", 0, "FailedEntries", List.of());
  }

  private Structure rule(EngineCall call) {
    String name = EventsErrors.required(call.input().text("Rule"), "Rule");
    return get(Names.text(buses.get(call.input().text("EventBusName")), "Name"), name);
  }

  private static Map<String, Object> targets(Structure rule) {
    Map<String, Object> byId = new LinkedHashMap<>();
    rule.structures("targets").forEach(target -> byId.put(Names.text(target, "Id"), target));
    return byId;
  }

  private void setTargets(Structure rule, Map<String, Object> byId) {
    Map<String, Object> changed = new LinkedHashMap<>(rule);
    changed.put("targets", new ArrayList<>(byId.values()));
    rules.write(() -> rules.put(key(rule), changed));
  }

  synchronized Map<String, ?> removeTargets(EngineCall call) {
    Structure rule = rule(call);
    if (!Boolean.TRUE.equals(call.input().bool("Force"))) {
      checkUnmanaged(rule);
    }
    Map<String, Object> byId = targets(rule);
    List<Map<String, Object>> failed = new ArrayList<>();
    for (String id : call.input().texts("Ids")) {
      if (byId.remove(id) == null) {
        failed.add(
            Map.of(
                "TargetId",
                id,
                "ErrorCode",
                "ResourceNotFoundException",
                "ErrorMessage",
                "Rule "
                    + Names.text(rule, "Name")
                    + " does not have a target with the Id: "
                    + id
                    + "."));
      }
    }
    setTargets(rule, byId);
    return Map.of("FailedEntryCount", failed.size(), "FailedEntries", failed);
  }

  Map<String, ?> listTargets(EngineCall call) {
    return Names.page("Targets", rule(call).list("targets"), call.input());
  }

  /** The tags of a rule. */
  Map<String, String> tags(String bus, String name) {
    return Table.texts(get(bus, name), "tags");
  }

  synchronized void setTags(String bus, String name, Map<String, String> tags) {
    Map<String, Object> changed = new LinkedHashMap<>(get(bus, name));
    changed.put("tags", tags);
    rules.write(() -> rules.put(key(bus, name), changed));
  }

  /** Whether a rule is still the one that was begun. */
  boolean isCurrent(String key, @Nullable Object begun) {
    Structure rule = rules.get(key);
    return rule != null
        && "ENABLED".equals(rule.text("State"))
        && Objects.equals(begun, rule.get("begun"));
  }
}
