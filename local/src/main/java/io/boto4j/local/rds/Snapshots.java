package io.boto4j.local.rds;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Snapshots of DB instances. */
final class Snapshots {
  private static final int MOST = 100;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd-HH-mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Members that a snapshot has from its instance. */
  private static final List<String> SAME =
      List.of(
          "DBInstanceIdentifier",
          "Engine",
          "AllocatedStorage",
          "AvailabilityZone",
          "InstanceCreateTime",
          "MasterUsername",
          "EngineVersion",
          "LicenseModel",
          "Iops",
          "StorageThroughput",
          "StorageType",
          "TdeCredentialArn",
          "KmsKeyId",
          "Timezone",
          "IAMDatabaseAuthenticationEnabled",
          "ProcessorFeatures",
          "DbiResourceId",
          "DBSystemId",
          "MultiTenant",
          "DedicatedLogVolume");

  /** Members of an instance that its descriptions as a snapshot do not have, for restoring. */
  private static final List<String> KEPT =
      List.of(
          "DBName",
          "DBInstanceClass",
          "DBParameterGroups",
          "DBSecurityGroups",
          "OptionGroupMemberships",
          "MultiAZ",
          "CharacterSetName",
          "NcharCharacterSetName",
          "AutoMinorVersionUpgrade",
          "BackupRetentionPeriod",
          "PreferredBackupWindow",
          "PreferredMaintenanceWindow",
          "StorageEncrypted",
          "CopyTagsToSnapshot",
          "Endpoint");

  private static final Filters FILTERS =
      new Filters()
          .with(
              "db-instance-id",
              "DB instance identifiers",
              snapshot -> {
                String instance = String.valueOf(snapshot.text("DBInstanceIdentifier"));
                String arn = String.valueOf(snapshot.text("DBSnapshotArn"));
                return List.of(instance, arn.replaceAll(":snapshot:.*", ":db:") + instance);
              })
          .with(
              "db-snapshot-id",
              "DB snapshot identifiers",
              snapshot ->
                  List.of(
                      String.valueOf(snapshot.text("DBSnapshotIdentifier")),
                      String.valueOf(snapshot.text("DBSnapshotArn"))))
          .member("dbi-resource-id", "DB instance resource identifiers", "DbiResourceId")
          .member("snapshot-type", "snapshot types", "SnapshotType")
          .member("engine", "engine names", "Engine");

  final Lifecycle lifecycle;

  private final RdsState state;

  Snapshots(RdsState state) {
    this.state = state;
    this.lifecycle = new Lifecycle(state, state.snapshots, "Status", this::reached);
  }

  void register() {
    state.table.read("CreateDBSnapshot", this::create);
    state.table.read("DescribeDBSnapshots", this::describe);
    state.table.read("CopyDBSnapshot", this::copy);
    state.table.write("DeleteDBSnapshot", this::delete);
    state.table.write("ModifyDBSnapshot", this::modify);
  }

  Structure require(@Nullable String nameOrArn) {
    String name = nameOrArn == null ? "" : state.snapshots.nameIn(nameOrArn);
    Structure found = state.snapshots.find(name);
    if (found == null) {
      throw RdsErrors.fault("DBSnapshotNotFoundFault", "DBSnapshot " + nameOrArn + " not found.");
    }
    return found;
  }

  /** Goes on with everything after a restart of the process. */
  void resume() {
    for (Structure snapshot : state.snapshots.all(each -> "creating".equals(each.text("Status")))) {
      Structure source = state.instances.byId(String.valueOf(snapshot.text("DbiResourceId")));
      if (source != null && state.servers.isMissing(snapshot)) {
        state.servers.copy(source, Resources.id(snapshot));
      }
    }
    lifecycle.resume();
  }

  private @Nullable Runnable reached(Structure before, String status) {
    boolean automated = "automated".equals(before.text("SnapshotType"));
    if (status.equals("available")) {
      state.snapshots.edit(state.snapshots.nameOf(before), "PercentProgress", 100);
      event(before, automated ? "Automated snapshot created" : "Manual snapshot created");
    }
    return null;
  }

  private void event(Structure snapshot, String message) {
    state.events.add(
        "db-snapshot",
        state.snapshots.nameOf(snapshot),
        String.valueOf(snapshot.text("DBSnapshotArn")),
        message.startsWith("Delet") ? "deletion" : "creation",
        message);
  }

  /** Checks the name of a snapshot to be taken, and that there is room for it. */
  String checkNew(String parameter, @Nullable String identifier) {
    String name = Identifiers.snapshot(parameter, identifier);
    if (state.snapshots.has(name)) {
      throw RdsErrors.fault(
          "DBSnapshotAlreadyExistsFault",
          "Cannot create the snapshot because a snapshot with the identifier "
              + name
              + " already exists.");
    }
    if (state.snapshots.all(each -> "manual".equals(each.text("SnapshotType"))).size() >= MOST) {
      throw RdsErrors.fault(
          "SnapshotQuotaExceededFault",
          "The request cannot be processed because it would exceed the maximum number of"
              + " snapshots.");
    }
    return name;
  }

  /** Takes a snapshot of an instance. Must be called within a change; the caller runs it. */
  Structure take(Structure instance, String name, String type, List<?> tags) {
    Instant now = state.now();
    Map<String, Object> snapshot = new LinkedHashMap<>();
    RdsState.copy(instance, snapshot, SAME);
    Map<String, Object> local = new LinkedHashMap<>();
    RdsState.copy(instance, local, KEPT);
    local.put("Id", "snapshot-" + state.newText(26));
    local.put("Real", state.servers.has(instance));
    snapshot.put(Resources.LOCAL, local);
    snapshot.put("DBSnapshotIdentifier", name);
    snapshot.put("DBSnapshotArn", state.arn("snapshot", name));
    snapshot.put("SnapshotType", type);
    snapshot.put("SnapshotCreateTime", now);
    snapshot.put("OriginalSnapshotCreateTime", now);
    snapshot.put("PercentProgress", 0);
    snapshot.put("SnapshotTarget", "region");
    snapshot.put("VpcId", "vpc-00000000");
    snapshot.put("Encrypted", Boolean.TRUE.equals(instance.bool("StorageEncrypted")));
    Integer port = instance.integer("DbInstancePort");
    Integer visible = port == null || port == 0 ? instance.integer("Endpoint", "Port") : port;
    snapshot.put("Port", visible == null ? 0 : visible);
    for (Structure option : instance.structures("OptionGroupMemberships")) {
      snapshot.put("OptionGroupName", String.valueOf(option.text("OptionGroupName")));
    }
    boolean copiesTags = Boolean.TRUE.equals(instance.bool("CopyTagsToSnapshot"));
    snapshot.put(
        "TagList", tags.isEmpty() && copiesTags ? instance.list("TagList") : List.copyOf(tags));
    lifecycle.begin(snapshot, "creating", "available");
    state.snapshots.put(snapshot);
    Structure taken = state.snapshots.get(name);
    event(
        taken,
        type.equals("automated") ? "Creating automated snapshot" : "Creating manual snapshot");
    state.servers.copy(instance, Resources.id(taken));
    return taken;
  }

  /** Takes the snapshot that RDS takes by itself. */
  Structure takeAutomated(Structure instance) {
    String prefix = "rds:" + state.instances.nameOf(instance) + "-" + STAMP.format(state.now());
    String name = prefix;
    for (int i = 1; state.snapshots.has(name); i++) {
      name = prefix + "-" + i;
    }
    return take(instance, name, "automated", List.of());
  }

  /** Removes the automated snapshots of an instance. */
  void removeAutomated(String instance) {
    for (Structure each :
        state.snapshots.all(
            snapshot ->
                "automated".equals(snapshot.text("SnapshotType"))
                    && instance.equals(snapshot.text("DBInstanceIdentifier")))) {
      state.servers.remove(each);
      state.snapshots.remove(state.snapshots.nameOf(each));
    }
  }

  private Map<String, ?> create(EngineCall call) {
    Structure input = call.input();
    String source = Identifiers.checked("DBInstanceIdentifier", input.text("DBInstanceIdentifier"));
    Structure taken =
        state.table.change(
            () -> {
              Structure instance = state.instances.find(source);
              if (instance == null) {
                throw RdsErrors.fault(
                    "DBInstanceNotFoundFault", "DBInstance " + source + " not found.");
              }
              String name = checkNew("DBSnapshotIdentifier", input.text("DBSnapshotIdentifier"));
              if (!InstanceStates.isAvailable(instance)) {
                throw RdsErrors.instanceState(
                    "Cannot create a snapshot because the database instance "
                        + source
                        + " is not currently in the available state.");
              }
              return take(instance, name, "manual", RdsState.tags(input));
            });
    return finished(taken);
  }

  /** Runs a snapshot and returns it. */
  private Params finished(Structure taken) {
    lifecycle.run(Resources.id(taken));
    return Params.of("DBSnapshot", view(state.snapshots.get(state.snapshots.nameOf(taken))));
  }

  Params view(Structure snapshot) {
    return state.snapshots.view(snapshot);
  }

  private Map<String, ?> describe(EngineCall call) {
    Structure input = call.input();
    String name = input.text("DBSnapshotIdentifier");
    String instance = input.text("DBInstanceIdentifier");
    String type = input.text("SnapshotType");
    if ("shared".equals(type) || "public".equals(type)) {
      // Snapshots of other accounts are not looked up.
      return Params.of("DBSnapshots", List.of());
    }
    Map<String, @Nullable String> more = new LinkedHashMap<>();
    more.put("db-snapshot-id", name);
    more.put("db-instance-id", instance);
    more.put("snapshot-type", type);
    more.put("dbi-resource-id", input.text("DbiResourceId"));
    List<Structure> found = FILTERS.apply(input, state.snapshots.all(), more);
    if (found.isEmpty() && name != null && instance == null) {
      throw RdsErrors.fault("DBSnapshotNotFoundFault", "DBSnapshot " + name + " not found.");
    }
    return Pages.of(input, "DBSnapshots", found, state.snapshots::nameOf, this::view);
  }

  private Map<String, ?> copy(EngineCall call) {
    Structure input = call.input();
    String sourceName = String.valueOf(input.text("SourceDBSnapshotIdentifier"));
    Structure source = SnapshotSources.find(state, state.snapshots, sourceName);
    if (source == null) {
      throw RdsErrors.fault("DBSnapshotNotFoundFault", "DBSnapshot " + sourceName + " not found.");
    }
    String key = Keys.checked(state, input.text("KmsKeyId"));
    Structure copied =
        state.table.change(
            () -> {
              String name =
                  checkNew("TargetDBSnapshotIdentifier", input.text("TargetDBSnapshotIdentifier"));
              Map<String, Object> copy = new LinkedHashMap<>(source);
              Map<String, Object> local = new LinkedHashMap<>(source.map(Resources.LOCAL));
              local.put("Id", "snapshot-" + state.newText(26));
              boolean here =
                  String.valueOf(source.text("DBSnapshotArn"))
                      .startsWith(state.arn("snapshot", ""));
              if (!here) {
                local.put("Real", false);
              }
              copy.put(Resources.LOCAL, local);
              copy.put("DBSnapshotIdentifier", name);
              copy.put("DBSnapshotArn", state.arn("snapshot", name));
              copy.put("SourceDBSnapshotIdentifier", String.valueOf(source.text("DBSnapshotArn")));
              copy.put("SnapshotType", "manual");
              copy.put("SnapshotCreateTime", state.now());
              copy.put("PercentProgress", 0);
              List<Object> tags = RdsState.tags(input);
              boolean copiesTags = Boolean.TRUE.equals(input.bool("CopyTags"));
              copy.put("TagList", tags.isEmpty() && copiesTags ? source.list("TagList") : tags);
              if (key != null) {
                copy.put("KmsKeyId", key);
                copy.put("Encrypted", true);
              }
              if (input.text("OptionGroupName") != null) {
                copy.put("OptionGroupName", String.valueOf(input.text("OptionGroupName")));
              }
              lifecycle.begin(copy, "creating", "available");
              state.snapshots.put(copy);
              Structure stored = state.snapshots.get(name);
              if (here) {
                state.servers.copy(source, Resources.id(stored));
              }
              return stored;
            });
    return finished(copied);
  }

  private Map<String, ?> delete(EngineCall call) {
    Structure snapshot = require(call.input().text("DBSnapshotIdentifier"));
    if ("automated".equals(snapshot.text("SnapshotType"))) {
      throw RdsErrors.invalid(
          "The parameter DBSnapshotIdentifier is not a valid identifier. Identifiers must begin with"
              + " a letter; must contain only ASCII letters, digits, and hyphens; and must not end"
              + " with a hyphen or contain two consecutive hyphens.");
    }
    if (!"available".equals(snapshot.text("Status")) && !"failed".equals(snapshot.text("Status"))) {
      throw RdsErrors.fault(
          "InvalidDBSnapshotStateFault",
          "Cannot delete the snapshot because it is not currently in the available or failed"
              + " state.");
    }
    state.servers.remove(snapshot);
    state.snapshots.remove(state.snapshots.nameOf(snapshot));
    event(snapshot, "Deleted manual snapshot");
    return Params.of("DBSnapshot", view(snapshot).with("Status", "deleted"));
  }

  private Map<String, ?> modify(EngineCall call) {
    Structure snapshot = require(call.input().text("DBSnapshotIdentifier"));
    Map<String, Object> changes = new LinkedHashMap<>();
    RdsState.copy(call.input(), changes, List.of("EngineVersion", "OptionGroupName"));
    return Params.of(
        "DBSnapshot", view(state.snapshots.edit(state.snapshots.nameOf(snapshot), changes)));
  }
}
