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

/** DB instances: their creation, description and deletion. */
final class Instances {
  private static final Filters FILTERS =
      new Filters()
          .with(
              "db-instance-id",
              "DB instance identifiers",
              instance ->
                  List.of(
                      String.valueOf(instance.text("DBInstanceIdentifier")),
                      String.valueOf(instance.text("DBInstanceArn"))))
          .with(
              "db-cluster-id",
              "DB cluster identifiers",
              instance -> {
                String cluster = String.valueOf(instance.text("DBClusterIdentifier"));
                String arn = String.valueOf(instance.text("DBInstanceArn"));
                return List.of(cluster, arn.replaceAll(":db:.*", ":cluster:") + cluster);
              })
          .member("dbi-resource-id", "DB instance resource identifiers", "DbiResourceId")
          .member("engine", "engine names", "Engine")
          .with(
              "domain",
              "Active Directory domain identifiers",
              instance ->
                  instance.structures("DomainMemberships").stream()
                      .map(domain -> String.valueOf(domain.text("Domain")))
                      .toList());

  final InstanceStates states;
  final InstanceViews views;

  private final RdsState state;
  private final InstanceBuilder builder;
  private final Snapshots snapshots;
  private final MasterSecrets secrets;
  private final ClusterMembers members;
  private final AutomatedBackups backups;

  Instances(RdsState state, Snapshots snapshots, AutomatedBackups backups) {
    this.state = state;
    this.snapshots = snapshots;
    this.backups = backups;
    this.states = new InstanceStates(state, snapshots);
    this.secrets = new MasterSecrets(state);
    this.views = new InstanceViews(state, secrets);
    this.builder = new InstanceBuilder(state);
    this.members = new ClusterMembers(state);
  }

  void register() {
    state.table.read("CreateDBInstance", this::create);
    state.table.read("DescribeDBInstances", this::describe);
    state.table.read("DeleteDBInstance", this::delete);
  }

  /** Fills the real database of a new instance. */
  interface Filling {
    void fill(Structure instance);
  }

  /**
   * Adds an instance.
   *
   * @param name the name, already valid
   * @param settings its settings
   * @param wantedPort the port that is wanted; null for that of the engine
   * @param filling fills the real database, if there is one
   * @return the stored instance
   */
  Structure add(
      String name, Map<String, Object> settings, @Nullable Integer wantedPort, Filling filling) {
    state.table.change(() -> builder.check(name, settings));
    String id = "db-" + state.newText(26);
    DatabaseEngine engine = InstanceBuilder.engine(String.valueOf(settings.get("Engine")));
    Structure cluster = state.clusters.find((String) settings.get("DBClusterIdentifier"));
    Integer shared = cluster == null ? null : cluster.integer("Port");
    int port =
        shared == null
            ? state.servers.reserve(
                id, engine.name(), wantedPort == null ? engine.port() : wantedPort)
            : shared;
    Structure instance =
        state.table.change(
            () -> {
              builder.check(name, settings);
              Map<String, Object> made = builder.build(name, id, settings, port);
              Structure before = Structures.of(made);
              boolean backedUp = InstanceStates.isBackedUp(before);
              String[] steps =
                  backedUp ? new String[] {"backing-up", "available"} : new String[] {"available"};
              states.lifecycle.begin(made, "creating", steps);
              state.instances.put(made);
              Structure added = state.instances.get(name);
              members.add(added);
              backups.begin(added);
              filling.fill(added);
              return added;
            });
    states.lifecycle.run(id);
    return state.instances.get(state.instances.nameOf(instance));
  }

  private Map<String, ?> create(EngineCall call) {
    Structure input = call.input();
    String name = Identifiers.checked("DBInstanceIdentifier", input.text("DBInstanceIdentifier"));
    Map<String, Object> settings = InstanceSettings.read(input);
    settings.put("TagList", RdsState.tags(input));
    state.table.change(() -> builder.check(name, settings));
    boolean managed = Boolean.TRUE.equals(input.bool("ManageMasterUserPassword"));
    String password = input.text("MasterUserPassword");
    if (managed && password != null) {
      throw RdsErrors.combination(
          "You can't specify MasterUserPassword when ManageMasterUserPassword is enabled.");
    }
    Params secret =
        managed
            ? secrets.create(
                "db",
                state.arn("db", name),
                input.text("MasterUsername"),
                input.text("MasterUserSecretKmsKeyId"))
            : null;
    if (secret != null) {
      settings.put("MasterUserSecret", secret.without(MasterSecrets.PASSWORD));
    }
    Object given = secret == null ? password : secret.get(MasterSecrets.PASSWORD);
    Structure instance =
        add(
            name,
            settings,
            input.integer("Port"),
            added -> {
              if (given != null) {
                state.instances.editLocal(name, Map.of("Password", given));
              }
              state.servers.create(state.instances.get(name), "DBName");
            });
    return Params.of("DBInstance", views.view(instance, secret == null ? null : "creating"));
  }

  private Map<String, ?> describe(EngineCall call) {
    Structure input = call.input();
    String name = input.text("DBInstanceIdentifier");
    Map<String, @Nullable String> more = new LinkedHashMap<>();
    more.put("db-instance-id", name);
    List<Structure> found = FILTERS.apply(input, state.instances.all(), more);
    if (found.isEmpty() && name != null && !name.isEmpty()) {
      throw RdsErrors.fault("DBInstanceNotFoundFault", "DBInstance " + name + " not found.");
    }
    return Pages.of(input, "DBInstances", found, state.instances::nameOf, views::view);
  }

  private Map<String, ?> delete(EngineCall call) {
    Structure input = call.input();
    String name = Identifiers.checked("DBInstanceIdentifier", input.text("DBInstanceIdentifier"));
    boolean skips = Boolean.TRUE.equals(input.bool("SkipFinalSnapshot"));
    String last = input.text("FinalDBSnapshotIdentifier");
    List<String> taken = new ArrayList<>();
    Structure deleted =
        state.table.change(
            () -> {
              Structure instance = states.require(name);
              check(instance, skips, last);
              if (last != null) {
                taken.add(
                    Resources.id(snapshots.take(instance, last, "manual", RdsState.tags(input))));
              }
              leave(instance, !Boolean.FALSE.equals(input.bool("DeleteAutomatedBackups")));
              states.lifecycle.begin(name, "deleting", Lifecycle.DELETED);
              state.servers.remove(instance);
              return state.instances.get(name);
            });
    taken.forEach(snapshots.lifecycle::run);
    secrets.delete(deleted);
    Params view = views.view(deleted);
    states.lifecycle.run(Resources.id(deleted));
    return Params.of("DBInstance", view);
  }

  private void check(Structure instance, boolean skips, @Nullable String last) {
    String name = state.instances.nameOf(instance);
    if ("deleting".equals(instance.text("DBInstanceStatus"))) {
      throw RdsErrors.instanceState("Instance " + name + " is already being deleted.");
    }
    if (Boolean.TRUE.equals(instance.bool("DeletionProtection"))) {
      throw RdsErrors.combination(
          "Cannot delete protected DB Instance, please disable deletion protection and try again.");
    }
    boolean replica = instance.text("ReadReplicaSourceDBInstanceIdentifier") != null;
    boolean member = instance.text("DBClusterIdentifier") != null;
    if (last != null) {
      snapshots.checkNew("FinalDBSnapshotIdentifier", last);
    }
    if (skips && last != null) {
      throw RdsErrors.combination(
          "FinalDBSnapshotIdentifier can not be specified when deleting with SkipFinalSnapshot.");
    }
    if (last != null && (replica || member)) {
      throw RdsErrors.combination(
          "FinalDBSnapshotIdentifier can not be specified when deleting a "
              + (replica ? "replica instance" : "cluster instance"));
    }
    if (!skips && last == null && !replica && !member) {
      throw RdsErrors.combination(
          "FinalDBSnapshotIdentifier is required unless SkipFinalSnapshot is specified.");
    }
  }

  /** Takes an instance out of what refers to it. */
  private void leave(Structure instance, boolean deletesBackups) {
    String name = state.instances.nameOf(instance);
    for (Structure other : state.instances.all()) {
      String its = state.instances.nameOf(other);
      if (name.equals(other.text("ReadReplicaSourceDBInstanceIdentifier"))) {
        state.instances.edit(its, "ReadReplicaSourceDBInstanceIdentifier", null);
        state.servers.promote(other);
      }
      List<String> replicas = new ArrayList<>(other.texts("ReadReplicaDBInstanceIdentifiers"));
      if (replicas.remove(name)) {
        state.instances.edit(its, "ReadReplicaDBInstanceIdentifiers", replicas);
      }
    }
    if (deletesBackups) {
      snapshots.removeAutomated(name);
    }
    backups.end(instance, deletesBackups);
    members.remove(instance);
  }

  /** Returns settings of an instance or of the snapshot of one, for another instance like it. */
  static Map<String, Object> settings(Structure source, List<String> except) {
    Map<String, Object> settings = new LinkedHashMap<>();
    source.forEach(
        (member, value) -> {
          if (InstanceSettings.ARE_COPIED.contains(member) && !except.contains(member)) {
            settings.put(member, value);
          }
        });
    return settings;
  }
}
