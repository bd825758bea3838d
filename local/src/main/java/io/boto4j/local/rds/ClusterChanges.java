package io.boto4j.local.rds;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.engine.EngineCall;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Changes of DB clusters: modifying, stopping, starting, failing over; and clusters from others.
 */
final class ClusterChanges {
  private final RdsState state;
  private final Clusters clusters;
  private final ClusterStates states;
  private final ClusterSnapshots snapshots;
  private final ClusterBuilder builder;
  private final ClusterMembers members;
  private final MasterSecrets secrets;
  private final Lifecycle instances;

  ClusterChanges(
      RdsState state, Clusters clusters, ClusterSnapshots snapshots, Lifecycle instances) {
    this.state = state;
    this.clusters = clusters;
    this.states = clusters.states;
    this.snapshots = snapshots;
    this.builder = new ClusterBuilder(state);
    this.members = new ClusterMembers(state);
    this.secrets = new MasterSecrets(state);
    this.instances = instances;
  }

  void register() {
    state.table.read("ModifyDBCluster", this::modify);
    state.table.read("StopDBCluster", this::stop);
    state.table.read("StartDBCluster", this::start);
    state.table.read("RebootDBCluster", this::reboot);
    state.table.read("FailoverDBCluster", this::failOver);
    state.table.read("PromoteReadReplicaDBCluster", this::promote);
    state.table.read("RestoreDBClusterFromSnapshot", this::fromSnapshot);
    state.table.read("RestoreDBClusterToPointInTime", this::toPointInTime);
  }

  private String name(EngineCall call) {
    return state.clusters.nameIn(String.valueOf(call.input().text("DBClusterIdentifier")));
  }

  private Params answer(Structure cluster) {
    states.lifecycle.run(Resources.id(cluster));
    Structure now = state.clusters.byId(Resources.id(cluster));
    return Params.of("DBCluster", states.view(now == null ? cluster : now));
  }

  /** Moves the instances of a cluster from one state through another. */
  private List<String> moveInstances(Structure cluster, String from, String through, String to) {
    List<String> moved = new ArrayList<>();
    for (Structure member : cluster.structures("DBClusterMembers")) {
      Structure instance = state.instances.find(member.text("DBInstanceIdentifier"));
      if (instance != null && from.equals(instance.text("DBInstanceStatus"))) {
        instances.begin(state.instances.nameOf(instance), through, to);
        moved.add(Resources.id(instance));
      }
    }
    return moved;
  }

  private Map<String, ?> stop(EngineCall call) {
    String name = name(call);
    List<String> moved = new ArrayList<>();
    Structure before =
        state.table.change(
            () -> {
              Structure cluster = states.require(name);
              ClusterStates.check(cluster, "available");
              states.lifecycle.begin(name, "stopping", "stopped");
              moved.addAll(moveInstances(cluster, "available", "stopping", "stopped"));
              state.servers.stop(cluster);
              return cluster;
            });
    states.lifecycle.run(Resources.id(before));
    moved.forEach(instances::run);
    // RDS answers with the cluster as it was.
    return Params.of("DBCluster", states.view(before));
  }

  private Map<String, ?> start(EngineCall call) {
    String name = name(call);
    List<String> moved = new ArrayList<>();
    Structure changed =
        state.table.change(
            () -> {
              Structure cluster = states.require(name);
              ClusterStates.check(
                  cluster, "stopped", "inaccessible-encryption-credentials-recoverable");
              states.lifecycle.begin(name, "starting", "available");
              moved.addAll(moveInstances(cluster, "stopped", "starting", "available"));
              state.servers.start(cluster);
              return state.clusters.get(name);
            });
    moved.forEach(instances::run);
    return answer(changed);
  }

  private Map<String, ?> reboot(EngineCall call) {
    String name = name(call);
    List<String> moved = new ArrayList<>();
    Structure changed =
        state.table.change(
            () -> {
              Structure cluster = states.require(name);
              ClusterStates.check(cluster, "available");
              states.lifecycle.begin(name, "rebooting", "available");
              moved.addAll(moveInstances(cluster, "available", "rebooting", "available"));
              state.servers.reboot(cluster);
              return state.clusters.get(name);
            });
    moved.forEach(instances::run);
    return answer(changed);
  }

  private Map<String, ?> failOver(EngineCall call) {
    String target = call.input().text("TargetDBInstanceIdentifier");
    String name = name(call);
    Structure changed =
        state.table.change(
            () -> {
              Structure wanted = state.instances.find(target);
              if (target != null && wanted == null) {
                throw RdsErrors.invalid("Cannot find target instance: " + target);
              }
              if (wanted != null && !InstanceStates.isAvailable(wanted)) {
                throw RdsErrors.instanceState(
                    "Instance " + target + " should be in valid state for failover.");
              }
              Structure cluster = state.clusters.find(name);
              if (cluster == null) {
                throw RdsErrors.fault(
                    "DBClusterNotFoundFault",
                    "The source cluster could not be found or cannot be accessed: " + name);
              }
              members.promote(cluster, candidate(cluster, target));
              states.event(cluster, "failover", "Completed failover to DB instance");
              return state.clusters.get(name);
            });
    return Params.of("DBCluster", states.view(changed));
  }

  private String candidate(Structure cluster, @Nullable String target) {
    List<Structure> all = cluster.structures("DBClusterMembers");
    String name = state.clusters.nameOf(cluster);
    if (all.size() < 2) {
      throw RdsErrors.clusterState(
          "Database cluster:" + name + " should have at least two database instances for failover");
    }
    for (Structure member : all) {
      String each = String.valueOf(member.text("DBInstanceIdentifier"));
      Structure instance = state.instances.find(each);
      boolean wanted =
          target == null
              ? !Boolean.TRUE.equals(member.bool("IsClusterWriter"))
              : target.equalsIgnoreCase(each);
      if (wanted && instance != null && InstanceStates.isAvailable(instance)) {
        return each;
      }
    }
    throw RdsErrors.clusterState(
        "Database cluster:"
            + name
            + " should have at least two database instances in valid states or a valid target"
            + " instance for failover.");
  }

  private Map<String, ?> modify(EngineCall call) {
    Structure input = call.input();
    String name = name(call);
    Structure before = states.require(name);
    boolean rotates = Boolean.TRUE.equals(input.bool("RotateMasterUserPassword"));
    if (rotates && !Boolean.TRUE.equals(input.bool("ApplyImmediately"))) {
      throw RdsErrors.combination(
          "You must specify apply immediately when rotating the master user password.");
    }
    String password = input.text("MasterUserPassword");
    if (password != null) {
      ClusterBuilder.checkPassword(password);
    }
    Boolean managed = input.bool("ManageMasterUserPassword");
    boolean has = before.structure("MasterUserSecret") != null;
    Params secret = null;
    if (Boolean.TRUE.equals(managed) && !has) {
      secret =
          secrets.create(
              "cluster",
              state.arn("cluster", name),
              before.text("MasterUsername"),
              input.text("MasterUserSecretKmsKeyId"));
      password = String.valueOf(secret.get(MasterSecrets.PASSWORD));
    } else if (Boolean.FALSE.equals(managed) && has) {
      secrets.delete(before);
    } else if (rotates && has) {
      password = secrets.rotate(before);
    }
    Structure changed = change(name, input, secret, password);
    states.lifecycle.run(Resources.id(changed));
    Structure now = state.clusters.byId(Resources.id(changed));
    boolean shown = secret != null || (rotates && has);
    String status = shown ? (secret == null ? "rotating" : "creating") : null;
    return Params.of("DBCluster", states.view(now == null ? changed : now, status));
  }

  private Structure change(
      String name, Structure input, @Nullable Params secret, @Nullable String password) {
    return state.table.change(
        () -> {
          Structure cluster = states.require(name);
          ClusterStates.check(cluster, "available", "stopped");
          Map<String, Object> settings = ClusterSettings.read(input);
          DatabaseEngine engine = DatabaseEngine.find(cluster.text("Engine"));
          if (engine != null) {
            builder.checkGroups(Structures.of(settings), engine);
          }
          settings.remove("Port");
          Map<String, Object> document = new LinkedHashMap<>(cluster);
          document.putAll(settings);
          exports(input, document);
          if (secret != null) {
            document.put("MasterUserSecret", secret.without(MasterSecrets.PASSWORD));
          } else if (Boolean.FALSE.equals(input.bool("ManageMasterUserPassword"))) {
            document.remove("MasterUserSecret");
          }
          if (password != null) {
            state.servers.password(cluster, password);
            states.event(cluster, "configuration change", "Reset master credentials");
          }
          if ("available".equals(cluster.text("Status"))) {
            states.lifecycle.begin(document, "modifying", "available");
          }
          return rename(cluster, input.text("NewDBClusterIdentifier"), document);
        });
  }

  private static void exports(Structure input, Map<String, Object> document) {
    Structure exports = input.structure("CloudwatchLogsExportConfiguration");
    if (exports != null) {
      List<String> logs =
          new ArrayList<>(Structures.of(document).texts("EnabledCloudwatchLogsExports"));
      logs.removeAll(exports.texts("DisableLogTypes"));
      for (String log : exports.texts("EnableLogTypes")) {
        if (!logs.contains(log)) {
          logs.add(log);
        }
      }
      document.put("EnabledCloudwatchLogsExports", logs);
    }
  }

  /** Gives a cluster another name. Must be called within a change. */
  Structure rename(Structure cluster, String newName) {
    return rename(cluster, newName, new LinkedHashMap<>(cluster));
  }

  private Structure rename(
      Structure cluster, @Nullable String wanted, Map<String, Object> document) {
    String name = state.clusters.nameOf(cluster);
    if (wanted == null || wanted.toLowerCase(Locale.ROOT).equals(name)) {
      state.clusters.put(document);
      return state.clusters.get(name);
    }
    String newName = Identifiers.checked("NewDBClusterIdentifier", wanted);
    if (state.clusters.has(newName)) {
      throw RdsErrors.fault("DBClusterAlreadyExistsFault", "DB Cluster already exists");
    }
    document.put("DBClusterIdentifier", newName);
    document.put("DBClusterArn", state.arn("cluster", newName));
    for (String endpoint : List.of("Endpoint", "ReaderEndpoint")) {
      String host = cluster.text(endpoint);
      if (host != null && host.startsWith(name + ".")) {
        document.put(endpoint, newName + host.substring(name.length()));
      }
    }
    state.clusters.remove(name);
    state.clusters.put(document);
    for (Structure member : cluster.structures("DBClusterMembers")) {
      String instance = String.valueOf(member.text("DBInstanceIdentifier"));
      if (state.instances.has(instance)) {
        state.instances.edit(instance, "DBClusterIdentifier", newName);
      }
    }
    return state.clusters.get(newName);
  }

  private Map<String, ?> promote(EngineCall call) {
    String name = name(call);
    List<String> sources = new ArrayList<>();
    Structure changed =
        state.table.change(
            () -> {
              Structure cluster = states.require(name);
              if (cluster.text("ReplicationSourceIdentifier") == null) {
                throw RdsErrors.clusterState("DB cluster is not a read replica: " + name);
              }
              sources.add(String.valueOf(cluster.text("ReplicationSourceIdentifier")));
              return state.clusters.edit(name, "ReplicationSourceIdentifier", null);
            });
    String[] source = sources.isEmpty() ? new String[0] : sources.get(0).split(":", -1);
    if (source.length == 7
        && state.context.world(source[4], source[3]).engine("rds") instanceof RdsEngine engine) {
      engine.removeClusterReplica(String.valueOf(changed.text("DBClusterArn")));
    }
    return Params.of("DBCluster", states.view(changed));
  }

  private Map<String, ?> fromSnapshot(EngineCall call) {
    Structure input = call.input();
    String name = Identifiers.checked("DBClusterIdentifier", input.text("DBClusterIdentifier"));
    Structure snapshot = snapshots.require(input.text("SnapshotIdentifier"));
    Map<String, Object> settings = ClusterSettings.of(snapshot.map(Resources.LOCAL));
    settings.putAll(ClusterSettings.read(input));
    settings.put("TagList", RdsState.tags(input));
    Structure cluster =
        clusters.add(name, settings, added -> state.servers.restore(added, Resources.id(snapshot)));
    return Params.of("DBCluster", states.view(cluster));
  }

  private Map<String, ?> toPointInTime(EngineCall call) {
    Structure input = call.input();
    String name = Identifiers.checked("DBClusterIdentifier", input.text("DBClusterIdentifier"));
    Structure source =
        states.require(
            state.clusters.nameIn(String.valueOf(input.text("SourceDBClusterIdentifier"))));
    Map<String, Object> settings = ClusterSettings.of(source);
    settings.putAll(ClusterSettings.read(input));
    settings.put("TagList", RdsState.tags(input));
    Structure cluster =
        clusters.add(
            name,
            settings,
            added -> {
              state.servers.copy(source, Resources.id(added) + "-source");
              state.servers.restore(added, Resources.id(added) + "-source");
            });
    return Params.of("DBCluster", states.view(cluster));
  }
}
