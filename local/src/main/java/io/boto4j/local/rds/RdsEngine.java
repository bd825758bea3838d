package io.boto4j.local.rds;

import io.boto4j.Structure;
import io.boto4j.local.engine.Engine;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.Store;
import io.boto4j.local.rds.postgres.Databases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The RDS of one account and region. */
final class RdsEngine implements Engine {
  private final RdsState state;
  private final Instances instances;

  RdsEngine(EngineContext context, Duration delay) {
    this.state = new RdsState(context, delay, databases(context.store()));
    Snapshots snapshots = new Snapshots(state);
    AutomatedBackups backups = new AutomatedBackups(state);
    this.instances = new Instances(state, snapshots, backups);
    state.events.register(state.table);
    snapshots.register();
    backups.register();
    instances.register();
    InstanceChanges changes = new InstanceChanges(state, instances, snapshots);
    changes.register();
    new Restores(state, instances, snapshots).register();
    ClusterSnapshots clusterSnapshots = new ClusterSnapshots(state);
    Clusters clusters = new Clusters(state, clusterSnapshots);
    clusterSnapshots.register();
    clusters.register();
    ClusterChanges clusterChanges =
        new ClusterChanges(state, clusters, clusterSnapshots, instances.states.lifecycle);
    clusterChanges.register();
    new BlueGreenDeployments(state, instances, clusters, changes::rename, clusterChanges::rename)
        .register();
    new Proxies(state).register();
    new ProxyTargets(state).register();
    new GlobalClusters(state).register();
    new ParameterGroups(state, /* ofClusters= */ false).register();
    new ParameterGroups(state, /* ofClusters= */ true).register();
    new OptionGroups(state).register();
    new SubnetGroups(state).register();
    new SecurityGroups(state).register();
    new ResourceTags(state).register();
    new SnapshotAttributes(state, state.snapshots, "DB", snapshots::require).register();
    new SnapshotAttributes(state, state.clusterSnapshots, "DBCluster", clusterSnapshots::require)
        .register();
    new AssociatedRoles(state, state.instances, "DBInstance", instances.states::require).register();
    new AssociatedRoles(state, state.clusters, "DBCluster", clusters.states::require).register();
    new EventSubscriptions(state).register();
    new EngineVersions(state).register();
    new LogFiles(state, instances.states::require).register();
    new OptionCatalog(state).register();
    ExportTasks exports = new ExportTasks(state, snapshots, clusterSnapshots, clusters.states);
    exports.register();
    ShardGroups shards = new ShardGroups(state);
    shards.register();
    clusters.states.resume();
    instances.states.resume();
    snapshots.resume();
    clusterSnapshots.resume();
    exports.resume();
    shards.resume();
  }

  private static @Nullable Databases databases(Store store) {
    if (!Databases.arePossible()) {
      return null;
    }
    try {
      return Databases.open(store.directory().resolve("postgres"), store.isDurable());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot create a directory for PostgreSQL: " + e, e);
    }
  }

  @Override
  public Set<String> operations() {
    return state.table.operations();
  }

  @Override
  public Map<String, ?> call(EngineCall call) {
    return state.table.call(call);
  }

  RdsState state() {
    return state;
  }

  /** Returns the resources of a type of ARN. */
  Resources resources(String arnType) {
    Resources found = state.ofArnType(arnType);
    if (found == null) {
      throw new IllegalArgumentException(arnType);
    }
    return found;
  }

  /** Returns an instance by its name or ARN. */
  Structure instance(String nameOrArn) {
    return instances.states.require(state.instances.nameIn(nameOrArn));
  }

  String nameOf(Structure instance) {
    return state.instances.nameOf(instance);
  }

  /** Adds a read replica to an instance. */
  void addReplica(String source, String replica) {
    state.table.change(
        () -> {
          List<String> replicas =
              new ArrayList<>(
                  state.instances.get(source).texts("ReadReplicaDBInstanceIdentifiers"));
          replicas.add(replica);
          return state.instances.edit(source, "ReadReplicaDBInstanceIdentifiers", replicas);
        });
  }

  /** Adds a read replica to a cluster. */
  void addClusterReplica(String source, String replicaArn) {
    String name = state.clusters.nameIn(source);
    state.table.change(
        () -> {
          if (state.clusters.has(name)) {
            List<String> replicas =
                new ArrayList<>(state.clusters.get(name).texts("ReadReplicaIdentifiers"));
            replicas.add(replicaArn);
            state.clusters.edit(name, "ReadReplicaIdentifiers", replicas);
          }
          return true;
        });
  }

  /** Takes a read replica out of the cluster that it followed. */
  void removeClusterReplica(String replicaArn) {
    state.table.change(
        () -> {
          for (Structure cluster : state.clusters.all()) {
            List<String> replicas = new ArrayList<>(cluster.texts("ReadReplicaIdentifiers"));
            if (replicas.remove(replicaArn)) {
              state.clusters.edit(
                  state.clusters.nameOf(cluster), "ReadReplicaIdentifiers", replicas);
            }
          }
          return true;
        });
  }

  /** Stops all servers. Their data stay, unless the world is in memory. */
  @Override
  public void close() {
    state.servers.close();
  }
}
