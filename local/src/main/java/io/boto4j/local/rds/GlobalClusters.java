package io.boto4j.local.rds;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.Partition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * Global clusters: Aurora clusters in several regions. Each is stored in the region that created
 * it; one map of the account's first region lists these regions.
 */
final class GlobalClusters {
  private static final Filters FILTERS =
      new Filters().member("db-cluster-id", "DB cluster identifiers", "GlobalClusterIdentifier");

  private final RdsState state;

  GlobalClusters(RdsState state) {
    this.state = state;
  }

  void register() {
    state.table.read("CreateGlobalCluster", this::create);
    state.table.read("DescribeGlobalClusters", this::describe);
    state.table.read("DeleteGlobalCluster", this::delete);
    state.table.read("ModifyGlobalCluster", this::modify);
    state.table.read("RemoveFromGlobalCluster", this::remove);
  }

  /** Returns the regions of the account in which RDS has been used for global clusters. */
  static List<String> regions(RdsState state) {
    List<String> regions = new ArrayList<>(home(state).keySet());
    if (!regions.contains(state.context.region())) {
      regions.add(state.context.region());
    }
    return regions;
  }

  private static MVMap<String, Object> home(RdsState state) {
    return state.context.world(state.context.account(), "us-east-1").store().map("regions");
  }

  /** Notes that RDS is used in this region. */
  static void use(RdsState state) {
    if (!home(state).containsKey(state.context.region())) {
      state.context.store().write(() -> home(state).put(state.context.region(), Map.of()));
    }
  }

  /** Returns the engine that has a global cluster, or null. */
  static @Nullable RdsEngine owner(RdsState state, @Nullable String name) {
    if (name == null) {
      return null;
    }
    for (String region : regions(state)) {
      if (state.context.world(state.context.account(), region).engine("rds")
              instanceof RdsEngine engine
          && engine.state().globalClusters.has(name)) {
        return engine;
      }
    }
    return null;
  }

  /** Adds a cluster to a global one. */
  static void join(RdsState owner, String name, String arn) {
    owner.table.change(
        () -> {
          Structure global = owner.globalClusters.get(name);
          List<Object> members = new ArrayList<>(global.list("GlobalClusterMembers"));
          boolean first = members.isEmpty();
          members.add(
              Params.of(
                  "DBClusterArn",
                  arn,
                  "IsWriter",
                  first,
                  "GlobalWriteForwardingStatus",
                  first ? null : "disabled",
                  "SynchronizationStatus",
                  "connected"));
          return owner.globalClusters.edit(name, "GlobalClusterMembers", members);
        });
  }

  /** Takes a cluster out of a global one. */
  static void leave(RdsState owner, String name, String arn) {
    owner.table.change(
        () -> {
          Structure global = owner.globalClusters.get(name);
          List<Structure> members = new ArrayList<>(global.structures("GlobalClusterMembers"));
          members.removeIf(member -> arn.equals(member.text("DBClusterArn")));
          return owner.globalClusters.edit(name, "GlobalClusterMembers", members);
        });
  }

  private static Params view(RdsState owner, Structure global) {
    List<Structure> members = global.structures("GlobalClusterMembers");
    List<String> readers =
        members.stream()
            .filter(member -> !Boolean.TRUE.equals(member.bool("IsWriter")))
            .map(member -> String.valueOf(member.text("DBClusterArn")))
            .toList();
    List<Object> views = new ArrayList<>();
    for (Structure member : members) {
      boolean writes = Boolean.TRUE.equals(member.bool("IsWriter"));
      views.add(Params.copyOf(member).with("Readers", writes ? readers : List.of()));
    }
    return owner.globalClusters.view(global).with("GlobalClusterMembers", views);
  }

  private Map<String, ?> create(EngineCall call) {
    Structure input = call.input();
    use(state);
    String name =
        Identifiers.checked("GlobalClusterIdentifier", input.text("GlobalClusterIdentifier"));
    String sourceArn = input.text("SourceDBClusterIdentifier");
    String wantedEngine = input.text("Engine");
    if (sourceArn != null && wantedEngine != null) {
      throw RdsErrors.combination(
          "When creating global cluster from existing db cluster, value for engineName should not"
              + " be specified since it will be inherited from source cluster");
    }
    if (sourceArn == null && wantedEngine == null) {
      throw RdsErrors.invalid(
          "When creating standalone global cluster, value for engineName should be specified");
    }
    if (owner(state, name) != null) {
      throw RdsErrors.fault(
          "GlobalClusterAlreadyExistsFault", "Global cluster " + name + " already exists");
    }
    Structure source = source(sourceArn);
    String engine = String.valueOf(source == null ? wantedEngine : source.text("Engine"));
    DatabaseEngine known = DatabaseEngine.find(engine);
    String version = source == null ? input.text("EngineVersion") : source.text("EngineVersion");
    String id = state.newText(16).toLowerCase(Locale.ROOT);
    Map<String, Object> made = new LinkedHashMap<>();
    made.put("GlobalClusterIdentifier", name);
    made.put("GlobalClusterResourceId", "cluster-" + id);
    made.put(
        "GlobalClusterArn",
        "arn:"
            + Partition.of(state.context.region())
            + ":rds::"
            + state.context.account()
            + ":global-cluster:"
            + name);
    made.put("Status", "available");
    made.put("Engine", engine);
    made.put("EngineVersion", known == null ? String.valueOf(version) : known.version(version));
    Object database = input.text("DatabaseName");
    if (database != null) {
      made.put("DatabaseName", database);
    }
    Boolean encrypted =
        source == null ? input.bool("StorageEncrypted") : source.bool("StorageEncrypted");
    made.put("StorageEncrypted", Boolean.TRUE.equals(encrypted));
    made.put("DeletionProtection", Boolean.TRUE.equals(input.bool("DeletionProtection")));
    made.put("GlobalClusterMembers", List.of());
    made.put("TagList", RdsState.tags(input));
    made.put("Endpoint", name + ".global-" + id + ".global.rds.amazonaws.com");
    made.put(Resources.LOCAL, Params.of("Id", "global-" + id));
    state.table.change(
        () -> {
          state.globalClusters.put(made);
          return true;
        });
    if (source != null) {
      String arn = String.valueOf(source.text("DBClusterArn"));
      join(state, name, arn);
      state.table.change(
          () ->
              state.clusters.edit(state.clusters.nameOf(source), "GlobalClusterIdentifier", name));
    }
    return Params.of("GlobalCluster", view(state, state.globalClusters.get(name)));
  }

  private @Nullable Structure source(@Nullable String arn) {
    if (arn == null) {
      return null;
    }
    Structure source = state.clusters.find(state.clusters.nameIn(arn));
    if (!arn.startsWith("arn:")) {
      throw RdsErrors.invalid("Malformed db cluster arn " + arn);
    }
    if (source == null) {
      throw RdsErrors.fault(
          "DBClusterNotFoundFault",
          "The source cluster could not be found or cannot be accessed: " + arn);
    }
    return source;
  }

  private RdsEngine require(@Nullable String name) {
    RdsEngine owner = owner(state, name);
    if (owner == null) {
      throw RdsErrors.fault("GlobalClusterNotFoundFault", "Global cluster " + name + " not found.");
    }
    return owner;
  }

  private Map<String, ?> describe(EngineCall call) {
    Structure input = call.input();
    String name = input.text("GlobalClusterIdentifier");
    Map<String, Params> views = new LinkedHashMap<>();
    List<Structure> found = new ArrayList<>();
    if (name != null) {
      RdsState owner = require(name).state();
      Structure global = owner.globalClusters.get(name);
      found.add(global);
      views.put(owner.globalClusters.nameOf(global), view(owner, global));
    } else {
      for (String region : regions(state)) {
        if (state.context.world(state.context.account(), region).engine("rds")
            instanceof RdsEngine engine) {
          for (Structure global : engine.state().globalClusters.all()) {
            found.add(global);
            views.put(engine.state().globalClusters.nameOf(global), view(engine.state(), global));
          }
        }
      }
    }
    return Pages.of(
        input,
        "GlobalClusters",
        FILTERS.apply(input, found),
        state.globalClusters::nameOf,
        global -> views.get(state.globalClusters.nameOf(global)));
  }

  private Map<String, ?> delete(EngineCall call) {
    String name = call.input().text("GlobalClusterIdentifier");
    RdsState owner = require(name).state();
    Structure deleted =
        owner.table.change(
            () -> {
              Structure global = owner.globalClusters.get(String.valueOf(name));
              if (Boolean.TRUE.equals(global.bool("DeletionProtection"))) {
                throw RdsErrors.combination(
                    "Cannot delete protected global cluster, please disable deletion protection and"
                        + " try again.");
              }
              if (!global.list("GlobalClusterMembers").isEmpty()) {
                throw RdsErrors.fault(
                    "InvalidGlobalClusterStateFault",
                    "Global Cluster " + global.text("GlobalClusterArn") + " is not empty");
              }
              owner.globalClusters.remove(String.valueOf(name));
              return global;
            });
    return Params.of("GlobalCluster", view(owner, deleted).with("Status", "deleting"));
  }

  private Map<String, ?> modify(EngineCall call) {
    Structure input = call.input();
    String name = input.text("GlobalClusterIdentifier");
    RdsState owner = require(name).state();
    Structure changed =
        owner.table.change(
            () -> {
              Structure global = owner.globalClusters.get(String.valueOf(name));
              Map<String, Object> document = new LinkedHashMap<>(global);
              RdsState.copy(input, document, List.of("DeletionProtection", "EngineVersion"));
              String renamed = input.text("NewGlobalClusterIdentifier");
              if (renamed != null) {
                document.put(
                    "GlobalClusterIdentifier",
                    Identifiers.checked("NewGlobalClusterIdentifier", renamed));
                String arn = String.valueOf(global.text("GlobalClusterArn"));
                document.put(
                    "GlobalClusterArn",
                    arn.substring(0, arn.lastIndexOf(':') + 1) + renamed.toLowerCase(Locale.ROOT));
                owner.globalClusters.remove(String.valueOf(name));
              }
              owner.globalClusters.put(document);
              return owner.globalClusters.get(
                  String.valueOf(document.get("GlobalClusterIdentifier")));
            });
    return Params.of("GlobalCluster", view(owner, changed));
  }

  private Map<String, ?> remove(EngineCall call) {
    Structure input = call.input();
    String name = String.valueOf(input.text("GlobalClusterIdentifier"));
    RdsState owner = require(name).state();
    String given = String.valueOf(input.text("DbClusterIdentifier"));
    String arn = given.startsWith("arn:") ? given : state.arn("cluster", given);
    Structure global = owner.globalClusters.get(name);
    boolean member =
        global.structures("GlobalClusterMembers").stream()
            .anyMatch(each -> arn.equals(each.text("DBClusterArn")));
    if (!member && state.clusters.has(state.clusters.nameIn(arn))) {
      // The cluster has been removed before.
      return Params.of("GlobalCluster", view(owner, global));
    }
    if (!member) {
      throw RdsErrors.fault(
          "DBClusterNotFoundFault",
          "The source cluster could not be found or cannot be accessed: " + arn);
    }
    leave(owner, name, arn);
    String[] parts = arn.split(":", 7);
    if (parts.length == 7
        && state.context.world(parts[4], parts[3]).engine("rds") instanceof RdsEngine engine
        && engine.state().clusters.has(parts[6])) {
      RdsState its = engine.state();
      its.table.change(() -> its.clusters.edit(parts[6], "GlobalClusterIdentifier", null));
    }
    return Params.of("GlobalCluster", view(owner, owner.globalClusters.get(name)));
  }
}
