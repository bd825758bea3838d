package io.boto4j.local.rds;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The target groups of DB proxies, of which each proxy has one. */
final class ProxyTargets {
  private static final String TARGETS = "Targets";
  private static final String DEFAULT = "default";

  private final RdsState state;

  ProxyTargets(RdsState state) {
    this.state = state;
  }

  void register() {
    state.table.write("RegisterDBProxyTargets", this::add);
    state.table.write("DeregisterDBProxyTargets", this::remove);
    state.table.read("DescribeDBProxyTargets", this::targets);
    state.table.read("DescribeDBProxyTargetGroups", this::groups);
    state.table.write("ModifyDBProxyTargetGroup", this::modify);
  }

  /** Creates the group of a new proxy. Must be called within a change. */
  static void create(RdsState state, String proxy) {
    String id = "prx-tg-" + state.newText(17).toLowerCase(Locale.ROOT);
    state.targetGroups.put(
        Params.of(
            "DBProxyName",
            proxy,
            "TargetGroupName",
            DEFAULT,
            "TargetGroupArn",
            state.arn("target-group", id),
            "IsDefault",
            true,
            "Status",
            "available",
            "ConnectionPoolConfig",
            Params.of(
                "MaxConnectionsPercent", 100,
                "MaxIdleConnectionsPercent", 50,
                "ConnectionBorrowTimeout", 120,
                "SessionPinningFilters", List.of()),
            "CreatedDate",
            state.now(),
            "UpdatedDate",
            state.now(),
            Resources.LOCAL,
            Params.of("Id", id)));
  }

  private Structure group(EngineCall call) {
    Structure proxy = Proxies.require(state, call.input().text("DBProxyName"));
    String group = call.input().text("TargetGroupName");
    if (group != null && !group.equals(DEFAULT)) {
      throw RdsErrors.fault(
          "DBProxyTargetGroupNotFoundFault",
          "The specified target group " + group + " isn't available for a proxy.");
    }
    return state.targetGroups.get(state.proxies.nameOf(proxy));
  }

  private Map<String, ?> add(EngineCall call) {
    Structure group = group(call);
    List<Object> added = new ArrayList<>();
    for (String name : call.input().texts("DBClusterIdentifiers")) {
      Structure cluster = state.clusters.find(name);
      if (cluster == null) {
        throw RdsErrors.fault("DBClusterNotFoundFault", "DBCluster " + name + " not found.");
      }
      added.add(
          Params.of(
              "Endpoint", cluster.text("Endpoint"),
              "RdsResourceId", state.clusters.nameOf(cluster),
              "Port", cluster.integer("Port"),
              "Type", "TRACKED_CLUSTER"));
    }
    for (String name : call.input().texts("DBInstanceIdentifiers")) {
      Structure instance = state.instances.find(name);
      if (instance == null) {
        throw RdsErrors.fault("DBInstanceNotFoundFault", "DBInstance " + name + " not found.");
      }
      added.add(
          Params.of(
              "Endpoint", instance.text("Endpoint", "Address"),
              "RdsResourceId", state.instances.nameOf(instance),
              "Port", instance.integer("Endpoint", "Port"),
              "Type", "RDS_INSTANCE"));
    }
    List<Object> targets = new ArrayList<>(group.list(Resources.LOCAL, TARGETS));
    targets.addAll(added);
    state.targetGroups.editLocal(state.targetGroups.nameOf(group), Params.of(TARGETS, targets));
    List<Object> answer = new ArrayList<>();
    for (Object target : added) {
      Map<String, Object> view = new LinkedHashMap<>();
      if (target instanceof Map<?, ?> map) {
        map.forEach((member, value) -> view.put((String) member, value));
      }
      view.put("TargetHealth", Params.of("State", "REGISTERING"));
      answer.add(view);
    }
    return Params.of("DBProxyTargets", answer);
  }

  private Map<String, ?> remove(EngineCall call) {
    Structure group = group(call);
    List<String> names = new ArrayList<>(call.input().texts("DBClusterIdentifiers"));
    names.addAll(call.input().texts("DBInstanceIdentifiers"));
    List<Structure> targets = new ArrayList<>(group.structures(Resources.LOCAL, TARGETS));
    boolean removed =
        targets.removeIf(
            target ->
                names.stream()
                    .anyMatch(name -> name.equalsIgnoreCase(target.text("RdsResourceId"))));
    if (!removed) {
      throw RdsErrors.fault(
          "DBProxyTargetNotFoundFault", "The specified targets aren't registered: " + names);
    }
    state.targetGroups.editLocal(state.targetGroups.nameOf(group), Params.of(TARGETS, targets));
    return Map.of();
  }

  private Map<String, ?> targets(EngineCall call) {
    List<Object> views = new ArrayList<>();
    for (Structure target : group(call).structures(Resources.LOCAL, TARGETS)) {
      Structure instance = state.instances.find(target.text("RdsResourceId"));
      Structure cluster = state.clusters.find(target.text("RdsResourceId"));
      boolean up =
          "TRACKED_CLUSTER".equals(target.text("Type"))
              ? cluster != null && "available".equals(cluster.text("Status"))
              : instance != null && InstanceStates.isAvailable(instance);
      views.add(
          Params.copyOf(target)
              .with("TargetHealth", Params.of("State", up ? "AVAILABLE" : "UNAVAILABLE")));
    }
    return Pages.numbered(call.input(), "Targets", views);
  }

  private Map<String, ?> groups(EngineCall call) {
    return Pages.numbered(
        call.input(), "TargetGroups", List.of(state.targetGroups.view(group(call))));
  }

  private Map<String, ?> modify(EngineCall call) {
    Structure group = group(call);
    Structure given = call.input().map("ConnectionPoolConfig");
    Map<String, Object> config = new LinkedHashMap<>(group.map("ConnectionPoolConfig"));
    RdsState.copy(
        given,
        config,
        List.of(
            "MaxConnectionsPercent",
            "MaxIdleConnectionsPercent",
            "ConnectionBorrowTimeout",
            "InitQuery"));
    Integer most = given.integer("MaxConnectionsPercent");
    if (most != null && given.integer("MaxIdleConnectionsPercent") == null) {
      config.put("MaxIdleConnectionsPercent", most / 2);
    }
    if (given.containsKey("SessionPinningFilters")) {
      config.put("SessionPinningFilters", given.texts("SessionPinningFilters"));
    }
    Structure changed =
        state.targetGroups.edit(
            state.targetGroups.nameOf(group),
            Params.of("ConnectionPoolConfig", config, "UpdatedDate", state.now()));
    return Params.of("DBProxyTargetGroup", state.targetGroups.view(changed));
  }
}
