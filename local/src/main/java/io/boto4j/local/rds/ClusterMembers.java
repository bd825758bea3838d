package io.boto4j.local.rds;

import io.boto4j.Params;
import io.boto4j.Structure;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The instances of DB clusters, one of which writes. Used within changes. */
final class ClusterMembers {
  private final RdsState state;

  ClusterMembers(RdsState state) {
    this.state = state;
  }

  /** Adds a new instance to its cluster, if it has one. */
  void add(Structure instance) {
    Structure cluster = state.clusters.find(instance.text("DBClusterIdentifier"));
    if (cluster == null) {
      return;
    }
    List<Object> members = new ArrayList<>(cluster.list("DBClusterMembers"));
    members.add(
        Params.of(
            "DBInstanceIdentifier", state.instances.nameOf(instance),
            "IsClusterWriter", members.isEmpty(),
            "DBClusterParameterGroupStatus", "in-sync",
            "PromotionTier", instance.integer("PromotionTier")));
    state.clusters.edit(state.clusters.nameOf(cluster), "DBClusterMembers", members);
  }

  /** Takes an instance out of its cluster; if it was the writer, another one becomes it. */
  void remove(Structure instance) {
    Structure cluster = state.clusters.find(instance.text("DBClusterIdentifier"));
    if (cluster == null) {
      return;
    }
    List<Structure> members = new ArrayList<>(cluster.structures("DBClusterMembers"));
    String name = state.instances.nameOf(instance);
    members.removeIf(member -> name.equals(member.text("DBInstanceIdentifier")));
    String writer = writer(members);
    write(cluster, members, writer == null && !members.isEmpty() ? first(members) : writer);
  }

  /** The instance that is promoted first. */
  private static @Nullable String first(List<Structure> members) {
    Structure first = members.get(0);
    for (Structure member : members) {
      if (tier(member) < tier(first)) {
        first = member;
      }
    }
    return first.text("DBInstanceIdentifier");
  }

  private static int tier(Structure member) {
    Integer tier = member.integer("PromotionTier");
    return tier == null ? 1 : tier;
  }

  /** Returns the instance that writes, or null. */
  static @Nullable String writer(List<Structure> members) {
    for (Structure member : members) {
      if (Boolean.TRUE.equals(member.bool("IsClusterWriter"))) {
        return member.text("DBInstanceIdentifier");
      }
    }
    return null;
  }

  /** Makes an instance the writer. */
  void promote(Structure cluster, String instance) {
    write(cluster, cluster.structures("DBClusterMembers"), instance);
  }

  /** Follows a new name of an instance. */
  void rename(Structure instance, String newName) {
    Structure cluster = state.clusters.find(instance.text("DBClusterIdentifier"));
    if (cluster != null) {
      String name = state.instances.nameOf(instance);
      List<Object> members = new ArrayList<>();
      for (Structure member : cluster.structures("DBClusterMembers")) {
        members.add(
            name.equals(member.text("DBInstanceIdentifier"))
                ? Params.copyOf(member).with("DBInstanceIdentifier", newName)
                : member);
      }
      state.clusters.edit(state.clusters.nameOf(cluster), "DBClusterMembers", members);
    }
  }

  private void write(Structure cluster, List<Structure> members, @Nullable String writer) {
    List<Object> changed = new ArrayList<>();
    for (Structure member : members) {
      String name = String.valueOf(member.text("DBInstanceIdentifier"));
      changed.add(Params.copyOf(member).with("IsClusterWriter", name.equals(writer)));
    }
    state.clusters.edit(state.clusters.nameOf(cluster), "DBClusterMembers", changed);
  }
}
