package io.boto4j.local.rds;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.engine.EngineCall;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** DB shard groups of Aurora Limitless Database: control plane only. */
final class ShardGroups {
  private static final String NAME = "DBShardGroupIdentifier";
  private static final String CLUSTER = "DBClusterIdentifier";
  private static final Filters FILTERS =
      new Filters()
          .member("db-shard-group-id", "DB shard group identifiers", NAME)
          .member("db-cluster-id", "DB cluster identifiers", CLUSTER);

  private final RdsState state;
  private final Resources groups;
  private final Lifecycle lifecycle;

  ShardGroups(RdsState state) {
    this.state = state;
    this.groups = state.shardGroups;
    this.lifecycle = new Lifecycle(state, groups, "Status", (before, status) -> null);
  }

  void register() {
    state.table.read("CreateDBShardGroup", this::create);
    state.table.read("DescribeDBShardGroups", this::describe);
    state.table.read("ModifyDBShardGroup", this::modify);
    state.table.read("RebootDBShardGroup", call -> move(call, "rebooting", "available"));
    state.table.read("DeleteDBShardGroup", call -> move(call, "deleting", Lifecycle.DELETED));
  }

  void resume() {
    lifecycle.resume();
  }

  private Structure require(@Nullable String name) {
    Structure found = groups.find(name);
    if (found == null) {
      throw RdsErrors.fault("DBShardGroupNotFoundFault", "DBShardGroup " + name + " not found.");
    }
    return found;
  }

  private static void check(Structure group) {
    Integer redundancy = group.integer("ComputeRedundancy");
    if (redundancy != null && (redundancy < 0 || redundancy > 2)) {
      throw RdsErrors.invalid(
          "Invalid ComputeRedundancy value: '"
              + redundancy
              + "'. Valid values are 0 (no standby), 1 (1 standby AZ), 2 (2 standby AZs).");
    }
    Double least = group.real("MinACU");
    Double most = group.real("MaxACU");
    if (least != null && most != null && least > most) {
      throw RdsErrors.invalid("min_acu cannot be larger than max_acu");
    }
  }

  private Map<String, ?> create(EngineCall call) {
    Structure input = call.input();
    Structure group =
        state.table.change(
            () -> {
              String given = input.text(CLUSTER);
              Structure cluster = state.clusters.find(given);
              if (cluster == null) {
                throw RdsErrors.fault(
                    "DBClusterNotFoundFault", "DBCluster " + given + " not found.");
              }
              String name = Identifiers.checked(NAME, input.text(NAME));
              if (groups.has(name)) {
                throw RdsErrors.fault(
                    "DBShardGroupAlreadyExistsFault",
                    "DB Shard Group " + name + " already exists.");
              }
              check(input);
              return put(input, name, cluster);
            });
    lifecycle.run(Resources.id(group));
    return groups.view(group);
  }

  private Structure put(Structure input, String name, Structure cluster) {
    String id = "shardgroup-" + state.newText(26).toLowerCase(Locale.ROOT);
    String zone = state.newText(12).toLowerCase(Locale.ROOT);
    Map<String, Object> group = new LinkedHashMap<>();
    group.put(Resources.LOCAL, Params.of("Id", id));
    group.put("DBShardGroupResourceId", id);
    group.put(NAME, name);
    group.put(CLUSTER, state.clusters.nameOf(cluster));
    group.put("ComputeRedundancy", 0);
    group.put("PubliclyAccessible", false);
    RdsState.copy(
        input, group, List.of("MaxACU", "MinACU", "ComputeRedundancy", "PubliclyAccessible"));
    group.put(
        "Endpoint",
        state.clusters.nameOf(cluster)
            + ".limitless-"
            + zone
            + "."
            + state.context.region()
            + ".rds.amazonaws.com");
    group.put("DBShardGroupArn", state.arn("shard-group", name));
    group.put("TagList", RdsState.tags(input));
    lifecycle.begin(group, "creating", "available");
    groups.put(group);
    return groups.get(name);
  }

  private Structure available(EngineCall call) {
    Structure group = require(call.input().text(NAME));
    if (!"available".equals(group.text("Status"))) {
      throw RdsErrors.fault(
          "InvalidDBShardGroupStateFault",
          "DBShardGroup "
              + groups.nameOf(group)
              + " is in "
              + group.text("Status")
              + " state but expected it to be available.");
    }
    return group;
  }

  private Map<String, ?> modify(EngineCall call) {
    state.table.change(
        () -> {
          Structure group = available(call);
          Map<String, Object> changes = new LinkedHashMap<>();
          RdsState.copy(call.input(), changes, List.of("MaxACU", "MinACU", "ComputeRedundancy"));
          check(Structures.of(Params.copyOf(group).withAll(changes)));
          return groups.edit(groups.nameOf(group), changes);
        });
    return move(call, "modifying", "available");
  }

  /** Changes the state of an available group. */
  private Map<String, ?> move(EngineCall call, String status, String next) {
    Structure group =
        state.table.change(
            () -> {
              String name = groups.nameOf(available(call));
              lifecycle.begin(name, status, next);
              return groups.get(name);
            });
    lifecycle.run(Resources.id(group));
    return groups.view(group);
  }

  private Map<String, ?> describe(EngineCall call) {
    Structure input = call.input();
    String name = input.text(NAME);
    List<Structure> found = name == null ? groups.all() : List.of(require(name));
    return Pages.of(
        input, "DBShardGroups", FILTERS.apply(input, found), groups::nameOf, groups::view);
  }
}
