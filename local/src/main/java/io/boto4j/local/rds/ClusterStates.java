package io.boto4j.local.rds;

import io.boto4j.Params;
import io.boto4j.Structure;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The states of DB clusters, and their descriptions. */
final class ClusterStates {
  final Lifecycle lifecycle;

  private final RdsState state;
  private final MasterSecrets secrets;

  ClusterStates(RdsState state) {
    this.state = state;
    this.secrets = new MasterSecrets(state);
    this.lifecycle = new Lifecycle(state, state.clusters, "Status", this::reached);
  }

  Structure require(@Nullable String name) {
    Structure found = state.clusters.find(name);
    if (found == null) {
      throw RdsErrors.fault("DBClusterNotFoundFault", "DBCluster " + name + " not found.");
    }
    return found;
  }

  /** Checks that a cluster is in one of some states. */
  static void check(Structure cluster, String... states) {
    String status = String.valueOf(cluster.text("Status"));
    if (!List.of(states).contains(status)) {
      throw RdsErrors.clusterState(
          "DbCluster "
              + cluster.text("DBClusterIdentifier")
              + " is in "
              + status
              + " state but expected it to be one of "
              + String.join(",", states)
              + ".");
    }
  }

  void event(Structure cluster, String category, String message) {
    state.events.add(
        "db-cluster",
        state.clusters.nameOf(cluster),
        String.valueOf(cluster.text("DBClusterArn")),
        category,
        message);
  }

  private @Nullable Runnable reached(Structure before, String status) {
    String from = String.valueOf(before.text("Status"));
    switch (status) {
      case "available" -> {
        boolean created = from.equals("creating");
        event(
            before,
            created ? "creation" : "notification",
            created ? "DB cluster created" : "DB cluster is available");
      }
      case "stopped" -> event(before, "notification", "DB cluster stopped");
      case Lifecycle.DELETED -> event(before, "deletion", "DB cluster deleted");
      default -> event(before, "notification", "DB cluster is " + status);
    }
    return null;
  }

  /** Returns a cluster, with the status of its secret; null for the present one. */
  Params view(Structure cluster, @Nullable String secretStatus) {
    Params view = state.clusters.view(cluster).with("LatestRestorableTime", state.now());
    Structure secret = cluster.structure("MasterUserSecret");
    if (secret != null) {
      view = view.with("MasterUserSecret", secrets.view(secret, secretStatus));
    }
    return view.with("MultiAZ", isMultiAz(cluster));
  }

  Params view(Structure cluster) {
    return view(cluster, null);
  }

  private boolean isMultiAz(Structure cluster) {
    Set<String> zones = new HashSet<>();
    for (Structure member : cluster.structures("DBClusterMembers")) {
      Structure instance = state.instances.find(member.text("DBInstanceIdentifier"));
      if (instance != null) {
        zones.add(String.valueOf(instance.text("AvailabilityZone")));
      }
    }
    return zones.size() > 1
        || !cluster.texts("ReadReplicaIdentifiers").isEmpty()
        || cluster.text("ReplicationSourceIdentifier") != null;
  }

  /** Goes on with everything after a restart of the process. */
  void resume() {
    state.table.change(
        () -> {
          state.clusters.all().forEach(this::reopen);
          return true;
        });
    lifecycle.resume();
  }

  private void reopen(Structure cluster) {
    Integer port = cluster.integer("Port");
    if (port == null || !state.servers.has(cluster)) {
      return;
    }
    String name = state.clusters.nameOf(cluster);
    int open = state.servers.reopen(cluster, port);
    if (open != port) {
      state.clusters.edit(name, "Port", open);
    }
    switch (String.valueOf(cluster.text("Status"))) {
      case "stopped", "stopping" -> state.servers.stop(cluster);
      case "deleting" -> state.servers.remove(cluster);
      case "creating" -> state.servers.create(cluster, "DatabaseName");
      case "available" -> {
        state.servers.start(cluster);
        lifecycle.begin(name, "starting", "available");
      }
      default -> state.servers.start(cluster);
    }
  }
}
