package io.boto4j.local.rds;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** DB clusters: their creation, description and deletion. */
final class Clusters {
  private static final Filters FILTERS =
      new Filters()
          .with(
              "db-cluster-id",
              "DB cluster identifiers",
              cluster ->
                  List.of(
                      String.valueOf(cluster.text("DBClusterIdentifier")),
                      Resources.id(cluster),
                      String.valueOf(cluster.text("DBClusterArn"))))
          .member(
              "db-cluster-resource-id", "DB cluster resource identifiers", "DbClusterResourceId")
          .member("clone-group-id", "clone group identifiers", "CloneGroupId")
          .with(
              "domain",
              "Active Directory domain identifiers",
              cluster ->
                  cluster.structures("DomainMemberships").stream()
                      .map(domain -> String.valueOf(domain.text("Domain")))
                      .toList())
          .member("engine", "engine names", "Engine");

  final ClusterStates states;

  private final RdsState state;
  private final ClusterBuilder builder;
  private final ClusterSnapshots snapshots;
  private final MasterSecrets secrets;

  Clusters(RdsState state, ClusterSnapshots snapshots) {
    this.state = state;
    this.snapshots = snapshots;
    this.states = new ClusterStates(state);
    this.builder = new ClusterBuilder(state);
    this.secrets = new MasterSecrets(state);
  }

  void register() {
    state.table.read("CreateDBCluster", this::create);
    state.table.read("DescribeDBClusters", this::describe);
    state.table.read("DeleteDBCluster", this::delete);
  }

  /**
   * Adds a cluster.
   *
   * @param filling fills the real database, if there is one
   * @return the stored cluster
   */
  Structure add(String name, Map<String, Object> settings, Instances.Filling filling) {
    state.table.change(() -> builder.check(name, settings));
    String id = "cluster-" + state.newText(26);
    DatabaseEngine engine = DatabaseEngine.find(String.valueOf(settings.get("Engine")));
    int usual = engine == null ? 0 : engine.port();
    Object wanted = settings.get("Port");
    int port =
        state.servers.reserve(
            id,
            String.valueOf(settings.get("Engine")),
            wanted instanceof Integer number ? number : usual);
    state.table.change(
        () -> {
          builder.check(name, settings);
          Map<String, Object> made = builder.build(name, id, settings, port);
          states.lifecycle.begin(made, "creating", "available");
          state.clusters.put(made);
          Structure added = state.clusters.get(name);
          filling.fill(added);
          return added;
        });
    states.lifecycle.run(id);
    Structure stored = state.clusters.get(name);
    takeFirstBackup(stored);
    return stored;
  }

  private void takeFirstBackup(Structure cluster) {
    Structure taken = state.table.change(() -> snapshots.takeAutomated(cluster));
    snapshots.lifecycle.run(Resources.id(taken));
  }

  private Map<String, ?> create(EngineCall call) {
    Structure input = call.input();
    String name = Identifiers.checked("DBClusterIdentifier", input.text("DBClusterIdentifier"));
    Map<String, Object> settings = ClusterSettings.read(input);
    settings.put("TagList", RdsState.tags(input));
    Boolean http = input.bool("EnableHttpEndpoint");
    if (http != null) {
      settings.put(Resources.LOCAL + "HttpEndpoint", http);
    }
    state.table.change(() -> builder.check(name, settings));
    ClusterBuilder.checkUser(input);
    Params secret =
        Boolean.TRUE.equals(input.bool("ManageMasterUserPassword"))
            ? secrets.create(
                "cluster",
                state.arn("cluster", name),
                input.text("MasterUsername"),
                input.text("MasterUserSecretKmsKeyId"))
            : null;
    if (secret != null) {
      settings.put("MasterUserSecret", secret.without(MasterSecrets.PASSWORD));
    }
    Object password =
        secret == null ? input.text("MasterUserPassword") : secret.get(MasterSecrets.PASSWORD);
    RdsEngine source = replicationSource(input.text("ReplicationSourceIdentifier"));
    Structure cluster =
        add(
            name,
            settings,
            added -> {
              if (password != null) {
                state.clusters.editLocal(name, Map.of("Password", password));
              }
              state.servers.create(state.clusters.get(name), "DatabaseName");
            });
    if (source != null) {
      source.addClusterReplica(
          String.valueOf(input.text("ReplicationSourceIdentifier")),
          String.valueOf(cluster.text("DBClusterArn")));
    }
    joinGlobal(input.text("GlobalClusterIdentifier"), cluster);
    return Params.of("DBCluster", states.view(cluster, secret == null ? null : "creating"));
  }

  private @Nullable RdsEngine replicationSource(@Nullable String arn) {
    if (arn == null) {
      return null;
    }
    String[] parts = arn.split(":", -1);
    boolean elsewhere = parts.length == 7 && !arn.startsWith(state.arn("cluster", ""));
    return (elsewhere
                ? state.context.world(parts[4], parts[3]).engine("rds")
                : state.context.engine("rds"))
            instanceof RdsEngine engine
        ? engine
        : null;
  }

  private void joinGlobal(@Nullable String global, Structure cluster) {
    RdsEngine owner = GlobalClusters.owner(state, global);
    if (owner != null && global != null) {
      GlobalClusters.join(owner.state(), global, String.valueOf(cluster.text("DBClusterArn")));
    }
  }

  private Map<String, ?> describe(EngineCall call) {
    Structure input = call.input();
    String name = input.text("DBClusterIdentifier");
    Map<String, @Nullable String> more = new LinkedHashMap<>();
    more.put("db-cluster-id", name);
    List<Structure> found = FILTERS.apply(input, state.clusters.all(), more);
    if (found.isEmpty() && name != null && !name.isEmpty()) {
      throw RdsErrors.fault("DBClusterNotFoundFault", "DBCluster " + name + " not found.");
    }
    return Pages.of(input, "DBClusters", found, state.clusters::nameOf, states::view);
  }

  private Map<String, ?> delete(EngineCall call) {
    Structure input = call.input();
    String name = Identifiers.checked("DBClusterIdentifier", input.text("DBClusterIdentifier"));
    boolean skips = Boolean.TRUE.equals(input.bool("SkipFinalSnapshot"));
    String last = input.text("FinalDBSnapshotIdentifier");
    List<String> taken = new ArrayList<>();
    Structure deleted =
        state.table.change(
            () -> {
              Structure cluster = states.require(name);
              check(cluster, skips, last);
              if (last != null) {
                taken.add(
                    Resources.id(snapshots.take(cluster, last, "manual", RdsState.tags(input))));
              }
              snapshots.removeAutomated(name);
              states.lifecycle.begin(name, "deleting", Lifecycle.DELETED);
              state.servers.remove(cluster);
              return state.clusters.get(name);
            });
    taken.forEach(snapshots.lifecycle::run);
    secrets.delete(deleted);
    String global = deleted.text("GlobalClusterIdentifier");
    RdsEngine owner = GlobalClusters.owner(state, global);
    if (owner != null && global != null) {
      GlobalClusters.leave(owner.state(), global, String.valueOf(deleted.text("DBClusterArn")));
    }
    Params view = states.view(deleted);
    states.lifecycle.run(Resources.id(deleted));
    return Params.of("DBCluster", view);
  }

  private void check(Structure cluster, boolean skips, @Nullable String last) {
    if ("deleting".equals(cluster.text("Status"))) {
      throw RdsErrors.clusterState(
          "Cluster " + state.clusters.nameOf(cluster) + " is already being deleted.");
    }
    if (Boolean.TRUE.equals(cluster.bool("DeletionProtection"))) {
      throw RdsErrors.combination(
          "Cannot delete protected Cluster, please disable deletion protection and try again.");
    }
    if (!cluster.list("DBClusterMembers").isEmpty()) {
      throw RdsErrors.clusterState(
          "Cluster cannot be deleted, it still contains DB instances in non-deleting state.");
    }
    if (skips && last != null) {
      throw RdsErrors.combination(
          "FinalDBSnapshotIdentifier can not be specified when deleting a cluster with"
              + " SkipFinalSnapshot.");
    }
    if (!skips && last == null) {
      throw RdsErrors.combination(
          "FinalDBSnapshotIdentifier is required unless SkipFinalSnapshot is specified.");
    }
    if (last != null) {
      snapshots.checkNew("FinalDBSnapshotIdentifier", last);
    }
  }
}
