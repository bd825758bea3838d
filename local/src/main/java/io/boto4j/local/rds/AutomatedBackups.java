package io.boto4j.local.rds;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The automated backups of DB instances, which can outlive them. */
final class AutomatedBackups {
  private static final List<String> SAME =
      List.of(
          "DBInstanceArn",
          "DbiResourceId",
          "DBInstanceIdentifier",
          "AllocatedStorage",
          "AvailabilityZone",
          "InstanceCreateTime",
          "MasterUsername",
          "Engine",
          "EngineVersion",
          "LicenseModel",
          "Iops",
          "StorageThroughput",
          "StorageType",
          "KmsKeyId",
          "Timezone",
          "IAMDatabaseAuthenticationEnabled",
          "BackupRetentionPeriod",
          "PreferredBackupWindow",
          "BackupTarget",
          "MultiTenant",
          "DedicatedLogVolume");

  private static final Filters FILTERS =
      new Filters()
          .member("status", "statuses", "Status")
          .member("db-instance-id", "DB instance identifiers", "DBInstanceIdentifier")
          .member("dbi-resource-id", "DB instance resource identifiers", "DbiResourceId");

  private final RdsState state;

  AutomatedBackups(RdsState state) {
    this.state = state;
  }

  void register() {
    state.table.read("DescribeDBInstanceAutomatedBackups", this::describe);
    state.table.write("DeleteDBInstanceAutomatedBackup", this::delete);
  }

  /** Begins the backup of a new instance. */
  void begin(Structure instance) {
    if (InstanceStates.isBackedUp(instance)) {
      Map<String, Object> backup = new LinkedHashMap<>();
      RdsState.copy(instance, backup, SAME);
      backup.put("Region", state.context.region());
      backup.put("Encrypted", Boolean.TRUE.equals(instance.bool("StorageEncrypted")));
      backup.put("Port", instance.integer("Endpoint", "Port"));
      backup.put("Status", "active");
      backup.put("VpcId", "vpc-00000000");
      backup.put(
          "DBInstanceAutomatedBackupsArn",
          state.arn("auto-backup", "ab-" + state.newText(26).toLowerCase(Locale.ROOT)));
      state.automatedBackups.put(backup);
    }
  }

  /** Keeps or deletes the backup of an instance that is deleted. */
  void end(Structure instance, boolean deletes) {
    String id = Resources.id(instance);
    if (state.automatedBackups.has(id)) {
      if (deletes) {
        state.automatedBackups.remove(id);
      } else {
        state.automatedBackups.edit(id, "Status", "retained");
      }
    }
  }

  private Params view(Structure backup) {
    Instant from = backup.instant("InstanceCreateTime");
    return state
        .automatedBackups
        .view(backup)
        .with(
            "RestoreWindow",
            Params.of("EarliestTime", from, "LatestTime", from == null ? null : state.now()));
  }

  private Map<String, ?> describe(EngineCall call) {
    Structure input = call.input();
    String instance = input.text("DBInstanceIdentifier");
    String id = input.text("DbiResourceId");
    String arn = input.text("DBInstanceAutomatedBackupsArn");
    List<Structure> found =
        state.automatedBackups.all(
            backup ->
                (instance == null || instance.equalsIgnoreCase(backup.text("DBInstanceIdentifier")))
                    && (id == null || id.equals(backup.text("DbiResourceId")))
                    && (arn == null || arn.equals(backup.text("DBInstanceAutomatedBackupsArn"))));
    return Pages.of(
        input,
        "DBInstanceAutomatedBackups",
        FILTERS.apply(input, found),
        state.automatedBackups::nameOf,
        this::view);
  }

  private Map<String, ?> delete(EngineCall call) {
    String id = call.input().text("DbiResourceId");
    String arn = call.input().text("DBInstanceAutomatedBackupsArn");
    List<Structure> found =
        state.automatedBackups.all(
            backup ->
                (id != null && id.equals(backup.text("DbiResourceId")))
                    || (arn != null && arn.equals(backup.text("DBInstanceAutomatedBackupsArn"))));
    if (found.isEmpty()) {
      throw RdsErrors.fault(
          "DBInstanceAutomatedBackupNotFoundFault",
          "DBInstanceAutomatedBackup " + (id == null ? arn : id) + " not found.");
    }
    Structure backup = found.get(0);
    if (!"retained".equals(backup.text("Status"))) {
      throw RdsErrors.fault(
          "InvalidDBInstanceAutomatedBackupStateFault",
          "The automated backup is not in the retained state.");
    }
    state.automatedBackups.remove(state.automatedBackups.nameOf(backup));
    return Params.of("DBInstanceAutomatedBackup", view(backup).with("Status", "deleting"));
  }
}
