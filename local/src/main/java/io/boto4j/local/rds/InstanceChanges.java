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

/** Changes of DB instances: modifying, renaming, rebooting, stopping and starting. */
final class InstanceChanges {
  /** Members that change only in the maintenance window, unless immediately. */
  private static final List<String> DEFERRED =
      List.of(
          "AllocatedStorage",
          "DBInstanceClass",
          "EngineVersion",
          "Iops",
          "LicenseModel",
          "MultiAZ",
          "StorageThroughput",
          "StorageType");

  private final RdsState state;
  private final Instances instances;
  private final InstanceStates states;
  private final Snapshots snapshots;
  private final InstanceBuilder builder;
  private final MasterSecrets secrets;
  private final ClusterMembers members;

  InstanceChanges(RdsState state, Instances instances, Snapshots snapshots) {
    this.state = state;
    this.instances = instances;
    this.states = instances.states;
    this.snapshots = snapshots;
    this.builder = new InstanceBuilder(state);
    this.secrets = new MasterSecrets(state);
    this.members = new ClusterMembers(state);
  }

  void register() {
    state.table.read("ModifyDBInstance", this::modify);
    state.table.read("RebootDBInstance", this::reboot);
    state.table.read("StopDBInstance", this::stop);
    state.table.read("StartDBInstance", this::start);
  }

  private Params answer(Structure instance, @Nullable String secretStatus) {
    states.lifecycle.run(Resources.id(instance));
    Structure now = state.instances.byId(Resources.id(instance));
    return Params.of(
        "DBInstance", instances.views.view(now == null ? instance : now, secretStatus));
  }

  private Map<String, ?> reboot(EngineCall call) {
    String name =
        Identifiers.checked("DBInstanceIdentifier", call.input().text("DBInstanceIdentifier"));
    Structure changed =
        state.table.change(
            () -> {
              Structure instance = states.require(name);
              if (!InstanceStates.isAvailable(instance)) {
                throw RdsErrors.instanceState("Instance " + name + " is not in available state.");
              }
              if (Boolean.TRUE.equals(call.input().bool("ForceFailover"))
                  && !Boolean.TRUE.equals(instance.bool("MultiAZ"))) {
                throw RdsErrors.combination(
                    "Cannot force failover for a DB instance that is not Multi-AZ.");
              }
              states.lifecycle.begin(name, "rebooting", "available");
              states.event(instance, "availability", "DB instance shutdown");
              state.servers.reboot(instance);
              return state.instances.get(name);
            });
    return answer(changed, null);
  }

  private Map<String, ?> stop(EngineCall call) {
    Structure input = call.input();
    String name = Identifiers.checked("DBInstanceIdentifier", input.text("DBInstanceIdentifier"));
    String snapshot = input.text("DBSnapshotIdentifier");
    List<String> taken = new ArrayList<>();
    Structure changed =
        state.table.change(
            () -> {
              Structure instance = states.require(name);
              checkStop(instance);
              if (!InstanceStates.isAvailable(instance)) {
                throw RdsErrors.instanceState("Instance " + name + " is not in available state.");
              }
              if (snapshot != null) {
                String valid = snapshots.checkNew("DBSnapshotIdentifier", snapshot);
                taken.add(Resources.id(snapshots.take(instance, valid, "manual", List.of())));
              }
              states.lifecycle.begin(name, "stopping", "stopped");
              state.servers.stop(instance);
              return state.instances.get(name);
            });
    taken.forEach(snapshots.lifecycle::run);
    return answer(changed, null);
  }

  private static void checkStop(Structure instance) {
    String name = String.valueOf(instance.text("DBInstanceIdentifier"));
    String engine = String.valueOf(instance.text("Engine"));
    if (instance.text("DBClusterIdentifier") != null) {
      throw RdsErrors.instanceState(
          engine.startsWith("aurora")
              ? engine + " DB instances are not eligible for stopping or starting."
              : "Instance " + name + " is a member of a cluster and can't be stopped or started.");
    }
    if (instance.text("ReadReplicaSourceDBInstanceIdentifier") != null) {
      throw RdsErrors.instanceState(
          "Cannot stop or start a read replica instance or an instance with read replicas");
    }
    if (!instance.texts("ReadReplicaDBInstanceIdentifiers").isEmpty()) {
      throw RdsErrors.instanceState(
          "Cannot stop or start a read replica instance or an instance with read replicas");
    }
    if (Boolean.TRUE.equals(instance.bool("MultiAZ")) && engine.startsWith("sqlserver")) {
      throw RdsErrors.instanceState(
          "Cannot stop or start a SQL Server instance with Multi-AZ enabled.");
    }
  }

  private Map<String, ?> start(EngineCall call) {
    String name =
        Identifiers.checked("DBInstanceIdentifier", call.input().text("DBInstanceIdentifier"));
    Structure changed =
        state.table.change(
            () -> {
              Structure instance = states.require(name);
              if (!"stopped".equals(instance.text("DBInstanceStatus"))) {
                throw RdsErrors.instanceState(
                    "Instance " + name + " is not stopped, it cannot be started.");
              }
              states.lifecycle.begin(name, "starting", "available");
              state.servers.start(instance);
              return state.instances.get(name);
            });
    return answer(changed, null);
  }

  private Map<String, ?> modify(EngineCall call) {
    Structure input = call.input();
    String name = Identifiers.checked("DBInstanceIdentifier", input.text("DBInstanceIdentifier"));
    Structure before = states.require(name);
    boolean rotates = Boolean.TRUE.equals(input.bool("RotateMasterUserPassword"));
    if (rotates && !Boolean.TRUE.equals(input.bool("ApplyImmediately"))) {
      throw RdsErrors.combination(
          "You must specify ApplyImmediately when you rotate the master user password.");
    }
    if (!InstanceStates.isAvailable(before) && !"stopped".equals(before.text("DBInstanceStatus"))) {
      throw RdsErrors.instanceState("Database instance is not in available state.");
    }
    Boolean managed = input.bool("ManageMasterUserPassword");
    boolean has = before.structure("MasterUserSecret") != null;
    Params secret = null;
    String password = input.text("MasterUserPassword");
    if (Boolean.TRUE.equals(managed) && !has) {
      secret =
          secrets.create(
              "db",
              state.arn("db", name),
              before.text("MasterUsername"),
              input.text("MasterUserSecretKmsKeyId"));
      password = String.valueOf(secret.get(MasterSecrets.PASSWORD));
    } else if (Boolean.FALSE.equals(managed) && has) {
      secrets.delete(before);
    } else if (rotates && has) {
      password = secrets.rotate(before);
    }
    Structure changed = change(name, input, secret, password);
    boolean shown = secret != null || (rotates && has);
    return answer(changed, shown ? (secret == null ? "rotating" : "creating") : null);
  }

  private Structure change(
      String name, Structure input, @Nullable Params secret, @Nullable String password) {
    return state.table.change(
        () -> {
          Structure instance = states.require(name);
          Map<String, Object> settings = InstanceSettings.read(input);
          check(instance, settings);
          Map<String, Object> document = new LinkedHashMap<>(instance);
          Map<String, Object> pending = new LinkedHashMap<>(instance.map("PendingModifiedValues"));
          boolean immediately = Boolean.TRUE.equals(input.bool("ApplyImmediately"));
          settings.forEach(
              (member, value) -> {
                if (!immediately
                    && DEFERRED.contains(member)
                    && !value.equals(document.get(member))) {
                  pending.put(member, value);
                } else {
                  pending.remove(member);
                  document.put(member, value);
                }
              });
          document.put("PendingModifiedValues", pending);
          exports(input, document);
          if (secret != null) {
            document.put("MasterUserSecret", secret.without(MasterSecrets.PASSWORD));
          } else if (Boolean.FALSE.equals(input.bool("ManageMasterUserPassword"))) {
            document.remove("MasterUserSecret");
          }
          if (password != null) {
            state.servers.password(instance, password);
            states.event(instance, "configuration change", "Reset master credentials");
          }
          if (immediately || !settings.isEmpty() || password != null) {
            String status = String.valueOf(instance.text("DBInstanceStatus"));
            if (status.equals("available")) {
              states.lifecycle.begin(document, "modifying", "available");
            }
          }
          return rename(instance, input.text("NewDBInstanceIdentifier"), document);
        });
  }

  private void check(Structure instance, Map<String, Object> settings) {
    Map<String, Object> merged = new LinkedHashMap<>(instance);
    merged.putAll(settings);
    InstanceBuilder.checkStorage(Structures.of(merged));
    builder.checkGroups(Structures.of(settings), InstanceBuilder.engine(instance.text("Engine")));
    if (settings.containsKey("PreferredMaintenanceWindow")
        || settings.containsKey("PreferredBackupWindow")) {
      Structure windows = Structures.of(merged);
      Windows.check(
          Windows.maintenance(windows.text("PreferredMaintenanceWindow")),
          windows.text("PreferredBackupWindow"));
    }
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

  /** Gives an instance another name. Must be called within a change. */
  Structure rename(Structure instance, String newName) {
    return rename(instance, newName, new LinkedHashMap<>(instance));
  }

  private Structure rename(
      Structure instance, @Nullable String wanted, Map<String, Object> document) {
    String name = state.instances.nameOf(instance);
    if (wanted == null || wanted.toLowerCase(Locale.ROOT).equals(name)) {
      state.instances.put(document);
      return state.instances.get(name);
    }
    String newName = Identifiers.checked("NewDBInstanceIdentifier", wanted);
    if (state.instances.has(newName)) {
      throw RdsErrors.fault("DBInstanceAlreadyExistsFault", "DB instance already exists");
    }
    document.put("DBInstanceIdentifier", newName);
    document.put("DBInstanceArn", state.arn("db", newName));
    members.rename(instance, newName);
    state.instances.remove(name);
    state.instances.put(document);
    states.event(
        state.instances.get(newName), "configuration change", "Renamed instance to " + newName);
    return state.instances.get(newName);
  }
}
