package io.boto4j.local.events;

import io.boto4j.Json;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Event buses and their policies. */
final class Buses {
  private static final Pattern NAME = Pattern.compile("[/.\\-_A-Za-z0-9]{1,256}");
  private static final List<String> SETTINGS =
      List.of("Description", "KmsKeyIdentifier", "DeadLetterConfig", "LogConfig");

  private final EngineContext context;
  private final PartnerSources sources;
  private final Table buses;

  Buses(EngineContext context, PartnerSources sources) {
    this.context = context;
    this.sources = sources;
    this.buses = new Table(context.store(), "buses");
    if (buses.get(Names.DEFAULT_BUS) == null) {
      buses.write(() -> buses.put(Names.DEFAULT_BUS, document(Names.DEFAULT_BUS)));
    }
  }

  private Map<String, Object> document(String name) {
    Map<String, Object> bus = new LinkedHashMap<>();
    bus.put("Name", name);
    bus.put("Arn", Names.arn(context, "event-bus/" + name));
    bus.put("CreationTime", context.clock().instant());
    bus.put("LastModifiedTime", context.clock().instant());
    return bus;
  }

  boolean exists(String name) {
    return buses.get(name) != null;
  }

  /** Returns a bus, by name or ARN, which must exist. */
  Structure get(@Nullable String nameOrArn) {
    String name = Names.bus(nameOrArn);
    Structure bus = buses.get(name);
    if (bus == null) {
      throw EventsErrors.notFound("Event bus " + name + " does not exist.");
    }
    return bus;
  }

  synchronized Map<String, ?> create(EngineCall call) {
    String name = EventsErrors.required(call.input().text("Name"), "Name");
    if (exists(name)) {
      throw EventsErrors.exists("Event bus " + name + " already exists.");
    }
    String source = call.input().text("EventSourceName");
    if (source == null && name.contains("/")) {
      throw EventsErrors.validation("Event bus name must not contain '/'.");
    }
    if (source != null) {
      sources.activate(source, "ACTIVE");
    }
    if (!NAME.matcher(name).matches()) {
      throw EventsErrors.constraint(
          name, "name", "Member must satisfy regular expression pattern: [/\\.\\-_A-Za-z0-9]+");
    }
    Map<String, Object> bus = document(name);
    bus.putAll(Names.members(call.input(), SETTINGS));
    bus.put("tags", Names.tags(call.input().structures("Tags")));
    buses.write(() -> buses.put(name, bus));
    Map<String, Object> answer = Names.members(call.input(), SETTINGS);
    answer.put("EventBusArn", Names.arn(context, "event-bus/" + name));
    return answer;
  }

  synchronized Map<String, ?> update(EngineCall call) {
    Structure bus = get(call.input().text("Name"));
    Map<String, Object> changed = new LinkedHashMap<>(bus);
    changed.putAll(Names.members(call.input(), SETTINGS));
    changed.put("LastModifiedTime", context.clock().instant());
    buses.write(() -> buses.put(Names.text(bus, "Name"), changed));
    Map<String, Object> answer = Names.members(bus, List.of("Arn", "Name"));
    answer.putAll(Names.members(call.input(), SETTINGS));
    return answer;
  }

  synchronized Map<String, ?> delete(EngineCall call, Consumer<String> deleteRules) {
    String name = Names.bus(EventsErrors.required(call.input().text("Name"), "Name"));
    if (name.equals(Names.DEFAULT_BUS)) {
      throw EventsErrors.validation("Cannot delete event bus default.");
    }
    if (exists(name)) {
      deleteRules.accept(name);
      buses.write(() -> buses.remove(name));
    }
    return Map.of();
  }

  Map<String, ?> describe(EngineCall call) {
    Structure bus = get(call.input().text("Name"));
    List<String> names =
        new ArrayList<>(List.of("Arn", "Name", "CreationTime", "LastModifiedTime"));
    names.addAll(SETTINGS);
    names.add("Policy");
    return Names.members(bus, names);
  }

  Map<String, ?> list(EngineCall call) {
    List<Map<String, Object>> all = new ArrayList<>();
    buses
        .all(Names.text(call.input(), "NamePrefix"))
        .values()
        .forEach(
            bus -> all.add(Names.members(bus, List.of("Name", "Arn", "Description", "Policy"))));
    return Names.page("EventBuses", all, call.input());
  }

  synchronized Map<String, ?> putPermission(EngineCall call) {
    Structure input = call.input();
    Structure bus = get(input.text("EventBusName"));
    String policy = input.text("Policy");
    if (policy != null && !policy.isEmpty()) {
      try {
        setPolicy(bus, Json.write(Json.read(policy)));
      } catch (IllegalArgumentException e) {
        throw EventsErrors.validation("This policy contains invalid Json");
      }
      return Map.of();
    }
    String principal = input.text("Principal");
    Structure condition = input.structure("Condition");
    if (principal == null) {
      throw EventsErrors.validation("Parameter Principal must be specified.");
    }
    if (condition != null && !principal.equals("*")) {
      throw new EngineException(
          "InvalidParameterValue",
          "Value of the parameter 'principal' must be '*' when the parameter 'condition' is set.");
    }
    if (!principal.matches("\\d{12}|\\*")) {
      throw new EngineException(
          "InvalidParameterValue",
          "Value "
              + principal
              + " at 'principal' failed to satisfy constraint: Member must satisfy regular"
              + " expression pattern: (\\d{12}|\\*)");
    }
    if (!"events:PutEvents".equals(input.text("Action"))) {
      throw EventsErrors.validation("Provided value in parameter 'action' is not supported.");
    }
    String id = Names.text(input, "StatementId");
    if (!id.matches("[a-zA-Z0-9-_]{1,64}")) {
      throw new EngineException(
          "InvalidParameterValue", "StatementId must match ^[a-zA-Z0-9-_]{1,64}$");
    }
    addStatement(bus, id, principal, condition);
    return Map.of();
  }

  private void addStatement(
      Structure bus, String id, String principal, @Nullable Structure condition) {
    Map<String, Object> statement = new LinkedHashMap<>();
    statement.put("Sid", id);
    statement.put("Effect", "Allow");
    statement.put(
        "Principal",
        principal.equals("*")
            ? "*"
            : Map.of(
                "AWS",
                "arn:" + Names.partition(context.region()) + ":iam::" + principal + ":root"));
    statement.put("Action", "events:PutEvents");
    statement.put("Resource", Names.text(bus, "Arn"));
    if (condition != null) {
      statement.put(
          "Condition",
          Map.of(
              Names.text(condition, "Type"),
              Map.of(Names.text(condition, "Key"), Names.text(condition, "Value"))));
    }
    List<Object> statements = statements(bus);
    statements.removeIf(each -> hasId(each, id));
    statements.add(statement);
    setStatements(bus, statements);
  }

  private static boolean hasId(Object statement, String id) {
    return statement instanceof Map<?, ?> map && id.equals(map.get("Sid"));
  }

  private static List<Object> statements(Structure bus) {
    String policy = bus.text("Policy");
    List<Object> statements = new ArrayList<>();
    if (policy != null
        && Json.read(policy) instanceof Map<?, ?> map
        && map.get("Statement") instanceof List<?> list) {
      statements.addAll(list);
    }
    return statements;
  }

  private void setStatements(Structure bus, List<Object> statements) {
    Map<String, Object> policy = new LinkedHashMap<>();
    policy.put("Version", "2012-10-17");
    policy.put("Statement", statements);
    setPolicy(bus, statements.isEmpty() ? null : Json.write(policy));
  }

  private void setPolicy(Structure bus, @Nullable String policy) {
    Map<String, Object> changed = new LinkedHashMap<>(bus);
    if (policy == null) {
      changed.remove("Policy");
    } else {
      changed.put("Policy", policy);
    }
    buses.write(() -> buses.put(Names.text(bus, "Name"), changed));
  }

  synchronized Map<String, ?> removePermission(EngineCall call) {
    Structure bus = get(call.input().text("EventBusName"));
    if (Boolean.TRUE.equals(call.input().bool("RemoveAllPermissions"))) {
      setPolicy(bus, null);
      return Map.of();
    }
    if (bus.text("Policy") == null) {
      throw EventsErrors.notFound("EventBus does not have a policy.");
    }
    List<Object> statements = statements(bus);
    String id = Names.text(call.input(), "StatementId");
    if (!statements.removeIf(each -> hasId(each, id))) {
      throw EventsErrors.notFound("Statement with the provided id does not exist.");
    }
    setStatements(bus, statements);
    return Map.of();
  }

  /** Changes the tags of a bus. */
  synchronized void setTags(String name, Map<String, String> tags) {
    Map<String, Object> changed = new LinkedHashMap<>(get(name));
    changed.put("tags", tags);
    buses.write(() -> buses.put(name, changed));
  }
}
