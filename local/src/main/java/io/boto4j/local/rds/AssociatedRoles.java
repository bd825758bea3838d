package io.boto4j.local.rds;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Roles of IAM that instances or clusters use. */
final class AssociatedRoles {
  private static final String ROLES = "AssociatedRoles";

  private final RdsState state;
  private final Resources resources;
  private final Function<String, Structure> require;

  /** The word in the names of operations and members: {@code DBInstance} or {@code DBCluster}. */
  private final String word;

  AssociatedRoles(
      RdsState state, Resources resources, String word, Function<String, Structure> require) {
    this.state = state;
    this.resources = resources;
    this.word = word;
    this.require = require;
  }

  void register() {
    state.table.write("AddRoleTo" + word, this::add);
    state.table.write("RemoveRoleFrom" + word, this::remove);
  }

  private Structure resource(EngineCall call) {
    return require.apply(resources.nameIn(String.valueOf(call.input().text(word + "Identifier"))));
  }

  private Map<String, ?> add(EngineCall call) {
    Structure resource = resource(call);
    String name = resources.nameOf(resource);
    boolean ofCluster = word.equals("DBCluster");
    String kind = ofCluster ? "Cluster" : "Instance";
    if (!"available".equals(resource.text(ofCluster ? "Status" : "DBInstanceStatus"))) {
      throw RdsErrors.fault(
          "Invalid" + word + "StateFault",
          kind + " " + name + " should be in a valid state to add role.");
    }
    String role = String.valueOf(call.input().text("RoleArn"));
    String feature = call.input().text("FeatureName");
    for (Structure each : resource.structures(ROLES)) {
      if (role.equals(each.text("RoleArn"))) {
        throw exists("Role " + role, kind, name);
      }
      if (feature != null && feature.equals(each.text("FeatureName"))) {
        throw exists("Feature " + feature, kind, name);
      }
    }
    List<Object> roles = new ArrayList<>(resource.list(ROLES));
    roles.add(Params.of("RoleArn", role, "FeatureName", feature, "Status", "ACTIVE"));
    resources.edit(name, ROLES, roles);
    return Map.of();
  }

  /** The message is misspelled by RDS. */
  private RuntimeException exists(String what, String kind, String name) {
    return RdsErrors.fault(
        word + "RoleAlreadyExistsFault", what + " alreday assigned to " + kind + " " + name);
  }

  private Map<String, ?> remove(EngineCall call) {
    Structure resource = resource(call);
    String name = resources.nameOf(resource);
    String role = String.valueOf(call.input().text("RoleArn"));
    String feature = call.input().text("FeatureName");
    List<Structure> roles = new ArrayList<>(resource.structures(ROLES));
    boolean removed =
        roles.removeIf(
            each ->
                role.equals(each.text("RoleArn"))
                    && (feature == null || feature.equals(each.text("FeatureName"))));
    if (!removed) {
      throw RdsErrors.fault(
          word + "RoleNotFoundFault", "The role " + role + " isn't associated with " + name + ".");
    }
    resources.edit(name, ROLES, roles);
    return Map.of();
  }
}
