package io.boto4j.local.rds;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.engine.EngineCall;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** DB instances from others: restored from snapshots or to a point in time, and read replicas. */
final class Restores {
  private static final List<String> NOT_RESTORED =
      List.of("MaxAllocatedStorage", "DeletionProtection", "DBSubnetGroup", "AvailabilityZone");

  private final RdsState state;
  private final Instances instances;
  private final Snapshots snapshots;

  Restores(RdsState state, Instances instances, Snapshots snapshots) {
    this.state = state;
    this.instances = instances;
    this.snapshots = snapshots;
  }

  void register() {
    state.table.read("RestoreDBInstanceFromDBSnapshot", this::fromSnapshot);
    state.table.read("RestoreDBInstanceToPointInTime", this::toPointInTime);
    state.table.read("CreateDBInstanceReadReplica", this::replica);
    state.table.read("PromoteReadReplica", this::promote);
  }

  private Map<String, ?> fromSnapshot(EngineCall call) {
    Structure input = call.input();
    String name = Identifiers.checked("DBInstanceIdentifier", input.text("DBInstanceIdentifier"));
    String from = input.text("DBSnapshotIdentifier");
    Structure snapshot =
        snapshots.require(from == null ? input.text("DBClusterSnapshotIdentifier") : from);
    if (!"available".equals(snapshot.text("Status"))) {
      throw RdsErrors.fault(
          "InvalidDBSnapshotStateFault",
          "Cannot restore from a snapshot that is not in the available state.");
    }
    checkStorage(
        input, snapshot, "The allocated storage size can't be less than the source snapshot size.");
    Map<String, Object> all = new LinkedHashMap<>(snapshot);
    all.putAll(snapshot.map(Resources.LOCAL));
    Map<String, Object> settings = Instances.settings(Structures.of(all), NOT_RESTORED);
    settings.putAll(InstanceSettings.read(input));
    settings.put("TagList", tags(input, snapshot));
    Structure instance =
        instances.add(
            name,
            settings,
            port(input, snapshot.integer(Resources.LOCAL, "Endpoint", "Port")),
            added -> state.servers.restore(added, Resources.id(snapshot)));
    return Params.of("DBInstance", instances.views.view(instance));
  }

  private static @Nullable Integer port(Structure input, @Nullable Integer source) {
    Integer port = input.integer("Port");
    return port == null ? source : port;
  }

  private static List<?> tags(Structure input, Structure source) {
    List<Object> tags = RdsState.tags(input);
    return tags.isEmpty() && Boolean.TRUE.equals(input.bool("CopyTagsToSnapshot"))
        ? source.list("TagList")
        : tags;
  }

  private static void checkStorage(Structure input, Structure source, String message) {
    Integer wanted = input.integer("AllocatedStorage");
    Integer least = source.integer("AllocatedStorage");
    if (wanted != null && least != null && wanted < least) {
      throw RdsErrors.invalid(message);
    }
  }

  private Map<String, ?> toPointInTime(EngineCall call) {
    Structure input = call.input();
    String name =
        Identifiers.checked("TargetDBInstanceIdentifier", input.text("TargetDBInstanceIdentifier"));
    String id = input.text("SourceDbiResourceId");
    Structure found = id == null ? null : state.instances.byId(id);
    Structure source =
        found == null
            ? instances.states.require(
                state.instances.nameIn(String.valueOf(input.text("SourceDBInstanceIdentifier"))))
            : found;
    checkStorage(
        input, source, "Allocated storage size can't be less than the source instance size.");
    Map<String, Object> settings = Instances.settings(source, NOT_RESTORED);
    settings.putAll(InstanceSettings.read(input));
    settings.put("TagList", RdsState.tags(input));
    Structure instance =
        instances.add(
            name,
            settings,
            port(input, source.integer("Endpoint", "Port")),
            added -> {
              state.servers.copy(source, Resources.id(added) + "-source");
              state.servers.restore(added, Resources.id(added) + "-source");
            });
    return Params.of("DBInstance", instances.views.view(instance));
  }

  private Map<String, ?> replica(EngineCall call) {
    Structure input = call.input();
    String name = Identifiers.checked("DBInstanceIdentifier", input.text("DBInstanceIdentifier"));
    String sourceName = String.valueOf(input.text("SourceDBInstanceIdentifier"));
    RdsEngine owner = owner(sourceName);
    Structure source = owner.instance(sourceName);
    boolean here = owner.state() == state;
    Integer days = source.integer("BackupRetentionPeriod");
    if (days == null || days == 0) {
      throw RdsErrors.instanceState(
          "Automated backups are not enabled for this database instance. To enable automated"
              + " backups, use ModifyDBInstance to set the backup retention period to a non-zero"
              + " value.");
    }
    if (!InstanceStates.isAvailable(source)) {
      throw RdsErrors.instanceState("Source database instance is not in available state.");
    }
    Map<String, Object> settings =
        Instances.settings(source, List.of("DeletionProtection", "BackupRetentionPeriod"));
    settings.putAll(InstanceSettings.read(input));
    settings.put("TagList", RdsState.tags(input));
    settings.put("BackupRetentionPeriod", 0);
    settings.put(
        "ReadReplicaSourceDBInstanceIdentifier",
        here ? owner.nameOf(source) : String.valueOf(source.text("DBInstanceArn")));
    settings.put(
        "StatusInfos",
        List.of(
            Params.of("StatusType", "read replication", "Status", "replicating", "Normal", true)));
    Structure instance =
        instances.add(
            name,
            settings,
            port(input, source.integer("Endpoint", "Port")),
            added -> {
              if (here) {
                state.servers.replicate(added, source);
              } else {
                state.instances.editLocal(name, Map.of("Real", false));
              }
            });
    owner.addReplica(
        owner.nameOf(source), here ? name : String.valueOf(instance.text("DBInstanceArn")));
    return Params.of("DBInstance", instances.views.view(instance));
  }

  /** Returns the engine that has an instance: this one or that of another region. */
  private RdsEngine owner(String nameOrArn) {
    String[] parts = nameOrArn.split(":", -1);
    boolean elsewhere = parts.length == 7 && !nameOrArn.startsWith(state.arn("db", ""));
    if ((elsewhere
            ? state.context.world(parts[4], parts[3]).engine("rds")
            : state.context.engine("rds"))
        instanceof RdsEngine engine) {
      return engine;
    }
    throw RdsErrors.fault("DBInstanceNotFoundFault", "DBInstance " + nameOrArn + " not found.");
  }

  private Map<String, ?> promote(EngineCall call) {
    Structure input = call.input();
    String name = Identifiers.checked("DBInstanceIdentifier", input.text("DBInstanceIdentifier"));
    Structure changed =
        state.table.change(
            () -> {
              Structure instance = instances.states.require(name);
              String source = instance.text("ReadReplicaSourceDBInstanceIdentifier");
              if (source == null) {
                throw RdsErrors.instanceState("DB Instance is not a read replica: " + name);
              }
              if (!InstanceStates.isAvailable(instance)) {
                throw RdsErrors.instanceState("Instance " + name + " is not in available state.");
              }
              state.servers.promote(instance);
              Integer days = input.integer("BackupRetentionPeriod");
              Map<String, @Nullable Object> changes = new LinkedHashMap<>();
              changes.put("ReadReplicaSourceDBInstanceIdentifier", null);
              changes.put("StatusInfos", null);
              changes.put("BackupRetentionPeriod", days == null ? 1 : days);
              state.instances.edit(name, changes);
              removeReplica(source, name);
              instances.states.lifecycle.begin(name, "modifying", "available");
              return state.instances.get(name);
            });
    instances.states.lifecycle.run(Resources.id(changed));
    return Params.of("DBInstance", instances.views.view(state.instances.get(name)));
  }

  private void removeReplica(String source, String name) {
    Structure instance = state.instances.find(source);
    if (instance != null) {
      List<String> replicas = new ArrayList<>(instance.texts("ReadReplicaDBInstanceIdentifiers"));
      replicas.remove(name);
      state.instances.edit(source, "ReadReplicaDBInstanceIdentifiers", replicas);
    }
  }
}
