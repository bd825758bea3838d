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
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Blue/green deployments: a copy of an instance or cluster that follows it, and takes over its name
 * and port.
 */
final class BlueGreenDeployments {
  private static final Filters FILTERS =
      new Filters()
          .member(
              "blue-green-deployment-identifier",
              "deployment identifiers",
              "BlueGreenDeploymentIdentifier")
          .member("blue-green-deployment-name", "deployment names", "BlueGreenDeploymentName")
          .member("source", "sources", "Source")
          .member("target", "targets", "Target");

  private final RdsState state;
  private final Resources deployments;
  private final Instances instances;
  private final Clusters clusters;
  private final BiFunction<Structure, String, Structure> renameInstance;
  private final BiFunction<Structure, String, Structure> renameCluster;
  private final Lifecycle lifecycle;

  BlueGreenDeployments(
      RdsState state,
      Instances instances,
      Clusters clusters,
      BiFunction<Structure, String, Structure> renameInstance,
      BiFunction<Structure, String, Structure> renameCluster) {
    this.state = state;
    this.deployments = state.deployments;
    this.instances = instances;
    this.clusters = clusters;
    this.renameInstance = renameInstance;
    this.renameCluster = renameCluster;
    this.lifecycle = new Lifecycle(state, deployments, "Status", this::reached);
  }

  void register() {
    state.table.read("CreateBlueGreenDeployment", this::create);
    state.table.read("DescribeBlueGreenDeployments", this::describe);
    state.table.read("SwitchoverBlueGreenDeployment", this::switchOver);
    state.table.read("DeleteBlueGreenDeployment", this::delete);
    lifecycle.resume();
  }

  private static boolean isCluster(String arn) {
    return arn.contains(":cluster:");
  }

  private Structure require(EngineCall call) {
    String id = call.input().text("BlueGreenDeploymentIdentifier");
    Structure found = deployments.find(id);
    if (found == null) {
      throw RdsErrors.fault(
          "BlueGreenDeploymentNotFoundFault",
          "BlueGreenDeploymentIdentifier "
              + id
              + " doesn't refer to an existing blue/green deployment.");
    }
    return found;
  }

  private Params view(Structure deployment) {
    return view(deployment, String.valueOf(deployment.text("Status")));
  }

  private Params view(Structure deployment, String status) {
    String done = status.equals("PROVISIONING") ? "PENDING" : "COMPLETED";
    return deployments
        .view(deployment)
        .with("Status", status)
        .with(
            "SwitchoverDetails",
            List.of(
                Params.of(
                    "SourceMember", deployment.text("Source"),
                    "TargetMember", deployment.text("Target"),
                    "Status", status)))
        .with(
            "Tasks",
            List.of(
                Params.of("Name", "CREATING_READ_REPLICA_OF_SOURCE", "Status", done),
                Params.of("Name", "CONFIGURE_BACKUPS", "Status", done)));
  }

  private Map<String, ?> create(EngineCall call) {
    Structure input = call.input();
    String name = String.valueOf(input.text("BlueGreenDeploymentName"));
    if (!deployments.all(each -> name.equals(each.text("BlueGreenDeploymentName"))).isEmpty()) {
      throw RdsErrors.fault(
          "BlueGreenDeploymentAlreadyExistsFault",
          "A blue/green deployment with the specified name " + name + " already exists.");
    }
    String source = String.valueOf(input.text("Source"));
    String target = isCluster(source) ? greenCluster(input, source) : green(input, source);
    String id = "bgd-" + state.newText(16).toLowerCase(Locale.ROOT);
    Structure made =
        state.table.change(
            () -> {
              Map<String, Object> deployment = new LinkedHashMap<>();
              deployment.put("BlueGreenDeploymentIdentifier", id);
              deployment.put("BlueGreenDeploymentName", name);
              deployment.put("Source", source);
              deployment.put("Target", target);
              deployment.put("CreateTime", state.now());
              deployment.put("TagList", RdsState.tags(input));
              deployment.put(Resources.LOCAL, Params.of("Id", id));
              lifecycle.begin(deployment, "PROVISIONING", "AVAILABLE");
              deployments.put(deployment);
              return deployments.get(id);
            });
    lifecycle.run(id);
    return Params.of("BlueGreenDeployment", view(made, "PROVISIONING"));
  }

  private String greenName(String blue) {
    return blue + "-green-" + state.newText(6).toLowerCase(Locale.ROOT).replaceAll("\\d", "x");
  }

  /** Returns settings that an input changes, under the names of descriptions. */
  private static Map<String, Object> targets(Structure input) {
    Map<String, Object> settings = new LinkedHashMap<>();
    Map<String, String> members =
        Map.of(
            "TargetEngineVersion", "EngineVersion",
            "TargetDBInstanceClass", "DBInstanceClass",
            "TargetIops", "Iops",
            "TargetStorageType", "StorageType",
            "TargetAllocatedStorage", "AllocatedStorage",
            "TargetStorageThroughput", "StorageThroughput");
    members.forEach(
        (from, to) -> {
          Object value = input.get(from);
          if (value != null) {
            settings.put(to, value);
          }
        });
    String group = input.text("TargetDBParameterGroupName");
    if (group != null) {
      settings.put("DBParameterGroups", InstanceSettings.parameterGroup(group));
    }
    return settings;
  }

  private String green(Structure input, String sourceArn) {
    Structure source = instance(sourceArn);
    if (source == null) {
      throw RdsErrors.fault("DBInstanceNotFoundFault", "DBInstance " + sourceArn + " not found.");
    }
    if (source.structure("MasterUserSecret") != null) {
      throw RdsErrors.fault(
          "SourceDatabaseNotSupportedFault",
          "The source DB instance " + sourceArn + " isn't supported for a blue/green deployment.");
    }
    boolean upgraded = input.text("TargetEngineVersion") != null;
    Map<String, Object> settings =
        Instances.settings(
            source,
            upgraded
                ? List.of("DeletionProtection", "DBParameterGroups", "OptionGroupMemberships")
                : List.of("DeletionProtection"));
    settings.putAll(targets(input));
    settings.put("TagList", source.list("TagList"));
    Structure made =
        instances.add(
            greenName(state.instances.nameOf(source)),
            settings,
            source.integer("Endpoint", "Port"),
            added -> state.servers.replicate(added, source));
    return String.valueOf(made.text("DBInstanceArn"));
  }

  private @Nullable Structure instance(String arn) {
    for (Structure each : state.instances.all(one -> arn.equals(one.text("DBInstanceArn")))) {
      return each;
    }
    return null;
  }

  private @Nullable Structure cluster(String arn) {
    for (Structure each : state.clusters.all(one -> arn.equals(one.text("DBClusterArn")))) {
      return each;
    }
    return null;
  }

  private String greenCluster(Structure input, String sourceArn) {
    Structure source = cluster(sourceArn);
    if (source == null) {
      throw RdsErrors.fault("DBClusterNotFoundFault", "DBCluster " + sourceArn + " not found.");
    }
    if (source.structure("MasterUserSecret") != null) {
      throw RdsErrors.fault(
          "SourceClusterNotSupportedFault",
          "The source DB cluster " + sourceArn + " isn't supported for a blue/green deployment.");
    }
    Map<String, Object> settings = ClusterSettings.of(source);
    String version = input.text("TargetEngineVersion");
    if (version != null) {
      settings.put("EngineVersion", version);
      settings.remove("DBClusterParameterGroup");
    }
    String group = input.text("TargetDBClusterParameterGroupName");
    if (group != null) {
      settings.put("DBClusterParameterGroup", group);
    }
    settings.put("TagList", source.list("TagList"));
    String name = greenName(state.clusters.nameOf(source));
    Structure made = clusters.add(name, settings, added -> state.servers.replicate(added, source));
    for (Structure member : source.structures("DBClusterMembers")) {
      Structure instance = state.instances.find(member.text("DBInstanceIdentifier"));
      if (instance != null) {
        Map<String, Object> its =
            Instances.settings(
                instance,
                version == null
                    ? List.of("DeletionProtection")
                    : List.of(
                        "DeletionProtection",
                        "DBParameterGroups",
                        "OptionGroupMemberships",
                        "EngineVersion"));
        its.putAll(targets(input));
        its.put("DBClusterIdentifier", name);
        instances.add(greenName(state.instances.nameOf(instance)), its, null, added -> {});
      }
    }
    return String.valueOf(made.text("DBClusterArn"));
  }

  private Map<String, ?> describe(EngineCall call) {
    String id = call.input().text("BlueGreenDeploymentIdentifier");
    List<Structure> found = id == null ? deployments.all() : List.of(require(call));
    return Pages.of(
        call.input(),
        "BlueGreenDeployments",
        FILTERS.apply(call.input(), found),
        deployments::nameOf,
        this::view);
  }

  private Map<String, ?> switchOver(EngineCall call) {
    Structure before =
        state.table.change(
            () -> {
              Structure deployment = require(call);
              if (!"AVAILABLE".equals(deployment.text("Status"))) {
                throw RdsErrors.fault(
                    "InvalidBlueGreenDeploymentStateFault",
                    "The blue/green deployment "
                        + deployments.nameOf(deployment)
                        + " can't be switched over or deleted because there is an invalid"
                        + " configuration in the green environment.");
              }
              lifecycle.begin(
                  deployments.nameOf(deployment), "SWITCHOVER_IN_PROGRESS", "SWITCHOVER_COMPLETED");
              return deployment;
            });
    lifecycle.run(Resources.id(before));
    return Params.of("BlueGreenDeployment", view(before, "SWITCHOVER_IN_PROGRESS"));
  }

  private @Nullable Runnable reached(Structure before, String status) {
    if (!status.equals("SWITCHOVER_COMPLETED")) {
      return null;
    }
    String source = String.valueOf(before.text("Source"));
    String target = String.valueOf(before.text("Target"));
    Map<String, Object> arns =
        isCluster(source) ? exchangeClusters(source, target) : exchange(source, target);
    deployments.edit(
        deployments.nameOf(before),
        Params.copyOf(arns).with("StatusDetails", "Switchover completed"));
    return null;
  }

  private Map<String, Object> exchange(String sourceArn, String targetArn) {
    Structure blue = instance(sourceArn);
    Structure green = instance(targetArn);
    if (blue == null || green == null) {
      return Map.of();
    }
    String name = state.instances.nameOf(blue);
    state.servers.promote(green);
    state.servers.exchangePorts(blue, green);
    Structure old = renameInstance.apply(blue, name + "-old1");
    Structure current = renameInstance.apply(green, name);
    Object endpoint = blue.get("Endpoint");
    Object other = green.get("Endpoint");
    if (endpoint != null && other != null) {
      state.instances.edit(state.instances.nameOf(old), "Endpoint", other);
      state.instances.edit(name, "Endpoint", endpoint);
    }
    return Params.of("Source", old.text("DBInstanceArn"), "Target", current.text("DBInstanceArn"));
  }

  private Map<String, Object> exchangeClusters(String sourceArn, String targetArn) {
    Structure blue = cluster(sourceArn);
    Structure green = cluster(targetArn);
    if (blue == null || green == null) {
      return Map.of();
    }
    String name = state.clusters.nameOf(blue);
    state.servers.promote(green);
    state.servers.exchangePorts(blue, green);
    Structure old = renameCluster.apply(blue, name + "-old1");
    Structure current = renameCluster.apply(green, name);
    Object port = blue.get("Port");
    Object other = green.get("Port");
    if (port != null && other != null) {
      state.clusters.edit(state.clusters.nameOf(old), "Port", other);
      state.clusters.edit(name, "Port", port);
    }
    return Params.of("Source", old.text("DBClusterArn"), "Target", current.text("DBClusterArn"));
  }

  private Map<String, ?> delete(EngineCall call) {
    Structure deployment = require(call);
    boolean deletes =
        Boolean.TRUE.equals(call.input().bool("DeleteTarget"))
            && !"SWITCHOVER_COMPLETED".equals(deployment.text("Status"));
    if (deletes) {
      deleteTarget(String.valueOf(deployment.text("Target")), call);
    }
    state.table.change(
        () -> {
          deployments.remove(deployments.nameOf(deployment));
          return true;
        });
    return Params.of(
        "BlueGreenDeployment", view(deployment, "DELETING").with("DeleteTime", state.now()));
  }

  private void deleteTarget(String arn, EngineCall call) {
    Structure instance = instance(arn);
    if (instance != null) {
      delete("DBInstance", state.instances.nameOf(instance), call);
    }
    Structure cluster = cluster(arn);
    if (cluster != null) {
      List<String> members = new ArrayList<>();
      for (Structure member : cluster.structures("DBClusterMembers")) {
        members.add(String.valueOf(member.text("DBInstanceIdentifier")));
      }
      members.forEach(member -> delete("DBInstance", member, call));
      delete("DBCluster", state.clusters.nameOf(cluster), call);
    }
  }

  private void delete(String kind, String name, EngineCall call) {
    Map<String, Object> input = Params.of(kind + "Identifier", name, "SkipFinalSnapshot", true);
    state.table.call(
        new EngineCall("Delete" + kind, Structures.of(input), call.caller(), call.requestId()));
  }
}
