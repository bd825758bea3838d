package io.boto4j.local.iam;

import io.boto4j.Json;
import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.OperationTable;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Roles that belong to a service. */
final class ServiceLinkedRoles {
  /** The spelling of services in the names of their roles, where it is not obvious. */
  private static final Map<String, String> NAMES =
      Map.of(
          "autoscaling", "AutoScaling",
          "application-autoscaling", "ApplicationAutoScaling",
          "elasticbeanstalk", "ElasticBeanstalk");

  private final IamState state;
  private final Roles roles;

  ServiceLinkedRoles(IamState state, Roles roles) {
    this.state = state;
    this.roles = roles;
  }

  void register(OperationTable table) {
    table.write("CreateServiceLinkedRole", this::create);
    table.write("DeleteServiceLinkedRole", this::delete);
    table.read("GetServiceLinkedRoleDeletionStatus", this::status);
  }

  private static String roleName(String service) {
    String[] parts = service.split("\\.", -1);
    String last = parts[Math.max(0, parts.length - 3)];
    String name = NAMES.getOrDefault(last, last);
    if (!last.equals(parts[0])) {
      StringBuilder first = new StringBuilder();
      for (String word : parts[0].split("-", -1)) {
        if (!word.isEmpty()) {
          first.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
      }
      name += "_" + first;
    }
    return "AWSServiceRoleFor" + name;
  }

  private Map<String, ?> create(EngineCall call) {
    Structure input = call.input();
    String service = String.valueOf(input.text("AWSServiceName"));
    String suffix = input.text("CustomSuffix");
    String name = roleName(service) + (suffix == null ? "" : "_" + suffix);
    if (state.roles.hasName(name)) {
      throw IamErrors.invalidInput(
          "Service role name "
              + name
              + " has been taken in this account, please try a different suffix.");
    }
    String trust =
        Json.write(
            Params.of(
                "Version",
                "2012-10-17",
                "Statement",
                List.of(
                    Params.of(
                        "Action", List.of("sts:AssumeRole"),
                        "Effect", "Allow",
                        "Principal", Map.of("Service", List.of(service))))));
    roles.put("/aws-service-role/" + service + "/", name, trust, input, null, List.of(), service);
    return Params.of("Role", Roles.view(state.roles.get(name)).without("RoleLastUsed"));
  }

  private Map<String, ?> delete(EngineCall call) {
    String name = String.valueOf(call.input().text("RoleName"));
    Structure role = state.roles.get(name);
    String service = role.text("LinkedService");
    if (service == null) {
      throw IamErrors.invalidInput("The role with name " + name + " is not a service-linked role.");
    }
    String task = "task/aws-service-role/" + service + "/" + name + "/" + UUID.randomUUID();
    state.jobs.put(task, Map.of("Status", "SUCCEEDED"));
    state.roles.remove(name);
    return Params.of("DeletionTaskId", task);
  }

  private Map<String, ?> status(EngineCall call) {
    Structure task = state.jobs.find(call.input().text("DeletionTaskId"));
    if (task == null) {
      throw IamErrors.noSuchEntity("Deletion task not found.");
    }
    return Params.of("Status", task.text("Status"));
  }
}
