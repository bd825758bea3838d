package io.boto4j.local.logs;

import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.OperationTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** Destinations, through which other accounts subscribe, and resource policies. */
final class Destinations {
  private static final int MOST_POLICIES = 10;

  private final LogGroups groups;
  private final MVMap<String, Object> map;
  private final MVMap<String, Object> policies;

  Destinations(LogGroups groups) {
    this.groups = groups;
    this.map = groups.context.store().map("destinations");
    this.policies = groups.context.store().map("resourcePolicies");
  }

  void register(OperationTable table) {
    table.write("PutDestination", this::put);
    table.write("PutDestinationPolicy", this::putAccess);
    table.read("DescribeDestinations", this::describe);
    table.write("DeleteDestination", this::delete);
    table.write("PutResourcePolicy", this::putPolicy);
    table.read("DescribeResourcePolicies", this::describePolicies);
    table.write("DeleteResourcePolicy", this::deletePolicy);
  }

  /** The target of a destination, or null. */
  @Nullable String target(String arn) {
    String name = arn.substring(arn.lastIndexOf(':') + 1);
    return LogGroups.structure(map.get(name)).text("targetArn");
  }

  private static String name(EngineCall call) {
    return LogGroups.text(call.input(), "destinationName");
  }

  private Structure get(EngineCall call) {
    Object stored = map.get(name(call));
    if (stored == null) {
      throw LogsErrors.notFound("The specified destination does not exist.");
    }
    return LogGroups.structure(stored);
  }

  private Map<String, ?> put(EngineCall call) {
    Structure input = call.input();
    String name = name(call);
    Map<String, Object> stored = new LinkedHashMap<>(LogGroups.structure(map.get(name)));
    stored.put("destinationName", name);
    stored.put("targetArn", LogGroups.text(input, "targetArn"));
    stored.put("roleArn", LogGroups.text(input, "roleArn"));
    stored.putIfAbsent("arn", groups.arn("destination:" + name));
    stored.putIfAbsent("creationTime", groups.now());
    if (!input.map("tags").isEmpty()) {
      stored.put("tags", input.map("tags"));
    }
    map.put(name, stored);
    return Map.of("destination", view(stored));
  }

  private static Structure view(Map<String, Object> stored) {
    Map<String, Object> shown = new LinkedHashMap<>(stored);
    shown.remove("tags");
    return LogGroups.structure(shown);
  }

  private Map<String, ?> putAccess(EngineCall call) {
    Map<String, Object> stored = new LinkedHashMap<>(get(call));
    stored.put("accessPolicy", LogGroups.text(call.input(), "accessPolicy"));
    map.put(name(call), stored);
    return Map.of();
  }

  private Map<String, ?> describe(EngineCall call) {
    String prefix = call.input().text("DestinationNamePrefix");
    List<Structure> found = new ArrayList<>();
    for (String name : map.keySet()) {
      if (prefix == null || name.startsWith(prefix)) {
        found.add(view(LogGroups.structure(map.get(name))));
      }
    }
    return Pages.page(
        call.input(),
        "destinations",
        found,
        destination -> LogGroups.text(destination, "destinationName"));
  }

  private Map<String, ?> delete(EngineCall call) {
    get(call);
    map.remove(name(call));
    return Map.of();
  }

  // Policies

  private Map<String, ?> putPolicy(EngineCall call) {
    String name = LogGroups.text(call.input(), "policyName");
    if (!policies.containsKey(name) && policies.size() >= MOST_POLICIES) {
      throw LogsErrors.limit();
    }
    Map<String, Object> stored =
        Map.of(
            "policyName", name,
            "policyDocument", LogGroups.text(call.input(), "policyDocument"),
            "lastUpdatedTime", groups.now());
    policies.put(name, stored);
    return Map.of("resourcePolicy", stored);
  }

  private Map<String, ?> describePolicies(EngineCall call) {
    List<Structure> found = new ArrayList<>();
    policies.values().forEach(each -> found.add(LogGroups.structure(each)));
    return Pages.page(
        call.input(), "resourcePolicies", found, policy -> LogGroups.text(policy, "policyName"));
  }

  private Map<String, ?> deletePolicy(EngineCall call) {
    String name = LogGroups.text(call.input(), "policyName");
    if (policies.remove(name) == null) {
      throw LogsErrors.notFound("Policy with name [" + name + "] does not exist");
    }
    return Map.of();
  }
}
