package io.boto4j.local.rds;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Snapshots of DB clusters. */
final class ClusterSnapshots {
  private static final int MOST = 100;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd-HH-mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final List<String> SAME =
      List.of(
          "AvailabilityZones",
          "DBClusterIdentifier",
          "Engine",
          "EngineMode",
          "AllocatedStorage",
          "Port",
          "ClusterCreateTime",
          "MasterUsername",
          "EngineVersion",
          "StorageEncrypted",
          "KmsKeyId",
          "IAMDatabaseAuthenticationEnabled",
          "StorageType",
          "DbClusterResourceId",
          "BackupRetentionPeriod",
          "PreferredBackupWindow");

  private static final Filters FILTERS =
      new Filters()
          .with(
              "db-cluster-id",
              "DB cluster identifiers",
              snapshot -> {
                String cluster = String.valueOf(snapshot.text("DBClusterIdentifier"));
                String arn = String.valueOf(snapshot.text("DBClusterSnapshotArn"));
                return List.of(
                    cluster, arn.replaceAll(":cluster-snapshot:.*", ":cluster:") + cluster);
              })
          .with(
              "db-cluster-snapshot-id",
              "DB cluster snapshot identifiers",
              snapshot ->
                  List.of(
                      String.valueOf(snapshot.text("DBClusterSnapshotIdentifier")),
                      String.valueOf(snapshot.text("DBClusterSnapshotArn"))))
          .member("snapshot-type", "snapshot types", "SnapshotType")
          .member("engine", "engine names", "Engine");

  final Lifecycle lifecycle;

  private final RdsState state;

  ClusterSnapshots(RdsState state) {
    this.state = state;
    this.lifecycle = new Lifecycle(state, state.clusterSnapshots, "Status", this::reached);
  }

  void register() {
    state.table.read("CreateDBClusterSnapshot", this::create);
    state.table.read("DescribeDBClusterSnapshots", this::describe);
    state.table.read("CopyDBClusterSnapshot", this::copy);
    state.table.write("DeleteDBClusterSnapshot", this::delete);
  }

  Structure require(@Nullable String nameOrArn) {
    String name = nameOrArn == null ? "" : state.clusterSnapshots.nameIn(nameOrArn);
    Structure found = state.clusterSnapshots.find(name);
    if (found == null) {
      throw RdsErrors.fault(
          "DBClusterSnapshotNotFoundFault", "DBClusterSnapshot " + nameOrArn + " not found.");
    }
    return found;
  }

  /** Goes on with everything after a restart of the process. */
  void resume() {
    for (Structure snapshot :
        state.clusterSnapshots.all(each -> "creating".equals(each.text("Status")))) {
      Structure source = state.clusters.byId(String.valueOf(snapshot.text("DbClusterResourceId")));
      if (source != null && state.servers.isMissing(snapshot)) {
        state.servers.copy(source, Resources.id(snapshot));
      }
    }
    lifecycle.resume();
  }

  private @Nullable Runnable reached(Structure before, String status) {
    if (status.equals("available")) {
      String name = state.clusterSnapshots.nameOf(before);
      state.clusterSnapshots.edit(name, "PercentProgress", 100);
      event(before, "DB cluster snapshot created");
    }
    return null;
  }

  private void event(Structure snapshot, String message) {
    state.events.add(
        "db-cluster-snapshot",
        state.clusterSnapshots.nameOf(snapshot),
        String.valueOf(snapshot.text("DBClusterSnapshotArn")),
        "backup",
        message);
  }

  /** Checks the name of a snapshot to be taken, and that there is room for it. */
  String checkNew(String parameter, @Nullable String identifier) {
    String name = Identifiers.snapshot(parameter, identifier);
    if (state.clusterSnapshots.has(name)) {
      throw RdsErrors.fault(
          "DBClusterSnapshotAlreadyExistsFault",
          "Cannot create the snapshot because a snapshot with the identifier "
              + name
              + " already exists.");
    }
    if (state.clusterSnapshots.all(each -> "manual".equals(each.text("SnapshotType"))).size()
        >= MOST) {
      throw RdsErrors.fault(
          "SnapshotQuotaExceededFault",
          "The request cannot be processed because it would exceed the maximum number of"
              + " snapshots.");
    }
    return name;
  }

  /** Takes a snapshot of a cluster. Must be called within a change; the caller runs it. */
  Structure take(Structure cluster, String name, String type, List<?> tags) {
    Map<String, Object> snapshot = new LinkedHashMap<>();
    RdsState.copy(cluster, snapshot, SAME);
    Map<String, Object> local = new LinkedHashMap<>(ClusterSettings.of(cluster));
    local.put("Id", "snapshot-" + state.newText(26));
    local.put("Real", state.servers.has(cluster));
    snapshot.put(Resources.LOCAL, local);
    snapshot.put("DBClusterSnapshotIdentifier", name);
    snapshot.put("DBClusterSnapshotArn", state.arn("cluster-snapshot", name));
    snapshot.put("SnapshotType", type);
    snapshot.put("SnapshotCreateTime", state.now());
    snapshot.put("PercentProgress", 0);
    snapshot.put("VpcId", "vpc-00000000");
    snapshot.put("LicenseModel", license(cluster));
    boolean copiesTags = Boolean.TRUE.equals(cluster.bool("CopyTagsToSnapshot"));
    snapshot.put(
        "TagList", tags.isEmpty() && copiesTags ? cluster.list("TagList") : List.copyOf(tags));
    lifecycle.begin(snapshot, "creating", "available");
    state.clusterSnapshots.put(snapshot);
    Structure taken = state.clusterSnapshots.get(name);
    event(
        taken,
        type.equals("manual")
            ? "Creating manual cluster snapshot"
            : "Creating automated cluster snapshot");
    state.servers.copy(cluster, Resources.id(taken));
    return taken;
  }

  private static String license(Structure cluster) {
    DatabaseEngine engine = DatabaseEngine.find(cluster.text("Engine"));
    return engine == null ? "" : engine.license();
  }

  /** Takes the snapshot that RDS takes by itself. */
  Structure takeAutomated(Structure cluster) {
    String prefix = "rds:" + state.clusters.nameOf(cluster) + "-" + STAMP.format(state.now());
    String name = prefix;
    for (int i = 1; state.clusterSnapshots.has(name); i++) {
      name = prefix + "-" + i;
    }
    return take(cluster, name, "automated", List.of());
  }

  /** Removes the automated snapshots of a cluster. */
  void removeAutomated(String cluster) {
    for (Structure each :
        state.clusterSnapshots.all(
            snapshot ->
                "automated".equals(snapshot.text("SnapshotType"))
                    && cluster.equals(snapshot.text("DBClusterIdentifier")))) {
      state.servers.remove(each);
      state.clusterSnapshots.remove(state.clusterSnapshots.nameOf(each));
    }
  }

  private Map<String, ?> create(EngineCall call) {
    Structure input = call.input();
    String source = Identifiers.checked("DBClusterIdentifier", input.text("DBClusterIdentifier"));
    Structure taken =
        state.table.change(
            () -> {
              String name =
                  checkNew(
                      "DBClusterSnapshotIdentifier", input.text("DBClusterSnapshotIdentifier"));
              Structure cluster = state.clusters.find(source);
              if (cluster == null) {
                throw RdsErrors.fault(
                    "DBClusterNotFoundFault", "DBCluster " + source + " not found.");
              }
              ClusterStates.check(cluster, "available");
              return take(cluster, name, "manual", RdsState.tags(input));
            });
    return finished(taken);
  }

  private Params finished(Structure taken) {
    lifecycle.run(Resources.id(taken));
    String name = state.clusterSnapshots.nameOf(taken);
    return Params.of(
        "DBClusterSnapshot", state.clusterSnapshots.view(state.clusterSnapshots.get(name)));
  }

  private Map<String, ?> describe(EngineCall call) {
    Structure input = call.input();
    String name = input.text("DBClusterSnapshotIdentifier");
    String cluster = input.text("DBClusterIdentifier");
    String type = input.text("SnapshotType");
    if ("shared".equals(type) || "public".equals(type)) {
      // Snapshots of other accounts are not looked up.
      return Params.of("DBClusterSnapshots", List.of());
    }
    Map<String, @Nullable String> more = new LinkedHashMap<>();
    more.put("db-cluster-snapshot-id", name);
    more.put("db-cluster-id", cluster);
    more.put("snapshot-type", type);
    List<Structure> found = FILTERS.apply(input, state.clusterSnapshots.all(), more);
    if (found.isEmpty() && name != null && cluster == null) {
      throw RdsErrors.fault(
          "DBClusterSnapshotNotFoundFault", "DBClusterSnapshot " + name + " not found.");
    }
    return Pages.of(
        input,
        "DBClusterSnapshots",
        found,
        state.clusterSnapshots::nameOf,
        state.clusterSnapshots::view);
  }

  private Map<String, ?> copy(EngineCall call) {
    Structure input = call.input();
    String sourceName = String.valueOf(input.text("SourceDBClusterSnapshotIdentifier"));
    Structure source = SnapshotSources.find(state, state.clusterSnapshots, sourceName);
    if (source == null) {
      throw RdsErrors.fault(
          "DBClusterSnapshotNotFoundFault", "DBClusterSnapshot " + sourceName + " not found.");
    }
    String key = Keys.checked(state, input.text("KmsKeyId"));
    Structure copied =
        state.table.change(
            () -> {
              String name =
                  checkNew(
                      "TargetDBClusterSnapshotIdentifier",
                      input.text("TargetDBClusterSnapshotIdentifier"));
              boolean here =
                  String.valueOf(source.text("DBClusterSnapshotArn"))
                      .startsWith(state.arn("cluster-snapshot", ""));
              Params local =
                  Params.copyOf(source.map(Resources.LOCAL))
                      .with("Id", "snapshot-" + state.newText(26));
              Map<String, Object> copy = new LinkedHashMap<>(source);
              copy.put(Resources.LOCAL, here ? local : local.with("Real", false));
              copy.put("DBClusterSnapshotIdentifier", name);
              copy.put("DBClusterSnapshotArn", state.arn("cluster-snapshot", name));
              copy.put(
                  "SourceDBClusterSnapshotArn",
                  String.valueOf(source.text("DBClusterSnapshotArn")));
              copy.put("SnapshotType", "manual");
              copy.put("SnapshotCreateTime", state.now());
              copy.put("PercentProgress", 0);
              List<Object> tags = RdsState.tags(input);
              boolean copiesTags = Boolean.TRUE.equals(input.bool("CopyTags"));
              copy.put("TagList", tags.isEmpty() && copiesTags ? source.list("TagList") : tags);
              if (key != null) {
                copy.put("KmsKeyId", key);
                copy.put("StorageEncrypted", true);
              }
              lifecycle.begin(copy, "creating", "available");
              state.clusterSnapshots.put(copy);
              Structure stored = state.clusterSnapshots.get(name);
              if (here) {
                state.servers.copy(source, Resources.id(stored));
              }
              return stored;
            });
    return finished(copied);
  }

  private Map<String, ?> delete(EngineCall call) {
    Structure snapshot = require(call.input().text("DBClusterSnapshotIdentifier"));
    if (!"available".equals(snapshot.text("Status"))) {
      throw RdsErrors.fault(
          "InvalidDBClusterSnapshotStateFault",
          "Cannot delete the snapshot because it is not currently in the available state.");
    }
    state.servers.remove(snapshot);
    state.clusterSnapshots.remove(state.clusterSnapshots.nameOf(snapshot));
    return Params.of(
        "DBClusterSnapshot", state.clusterSnapshots.view(snapshot).with("Status", "deleted"));
  }
}
