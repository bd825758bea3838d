package io.boto4j.local.iam;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.OperationTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Instance profiles, each with one role at most. */
final class InstanceProfiles {
  private final IamState state;

  InstanceProfiles(IamState state) {
    this.state = state;
  }

  void register(OperationTable table) {
    table.write("CreateInstanceProfile", this::create);
    table.read("GetInstanceProfile", call -> Params.of("InstanceProfile", view(require(call))));
    table.read(
        "ListInstanceProfiles",
        call ->
            page(
                call,
                state.instanceProfiles.all(profile -> IamState.hasPrefix(profile, call.input()))));
    table.read("ListInstanceProfilesForRole", this::ofRole);
    table.write("DeleteInstanceProfile", this::delete);
    table.write("AddRoleToInstanceProfile", this::addRole);
    table.write("RemoveRoleFromInstanceProfile", this::removeRole);
    Tags.register(table, "InstanceProfile", "InstanceProfileName", state.instanceProfiles);
  }

  private Structure require(EngineCall call) {
    return state.instanceProfiles.get(call.input().text("InstanceProfileName"));
  }

  Params view(Structure profile) {
    List<Params> roles = new ArrayList<>();
    for (String name : profile.texts("Roles")) {
      Structure role = state.roles.find(name);
      if (role != null) {
        roles.add(Roles.view(role).without("Tags").without("RoleLastUsed"));
      }
    }
    return Params.of(
        "Path", profile.text("Path"),
        "InstanceProfileName", profile.text("InstanceProfileName"),
        "InstanceProfileId", profile.text("InstanceProfileId"),
        "Arn", profile.text("Arn"),
        "CreateDate", profile.instant("CreateDate"),
        "Roles", roles,
        "Tags", profile.structures("Tags"));
  }

  private Params page(EngineCall call, List<Structure> profiles) {
    return Pages.of(
        call.input(),
        "InstanceProfiles",
        profiles,
        profile -> profile.text("InstanceProfileName"),
        this::view);
  }

  private Map<String, ?> create(EngineCall call) {
    Structure input = call.input();
    String name = String.valueOf(input.text("InstanceProfileName"));
    List<Map<String, String>> tags = Tags.checked(input);
    if (state.instanceProfiles.hasName(name)) {
      throw IamErrors.alreadyExists("Instance Profile " + name + " already exists.");
    }
    String path = IamState.path(input);
    state.instanceProfiles.put(
        name,
        Params.of(
            "Path", path,
            "InstanceProfileName", name,
            "InstanceProfileId", state.newId("AIPA"),
            "Arn", state.arn("instance-profile", path, name),
            "CreateDate", state.now(),
            "Roles", List.of(),
            "Tags", tags));
    return Params.of("InstanceProfile", view(state.instanceProfiles.get(name)));
  }

  private Map<String, ?> ofRole(EngineCall call) {
    String role = String.valueOf(call.input().text("RoleName"));
    state.roles.get(role);
    return page(call, state.instanceProfiles.all(profile -> profile.texts("Roles").contains(role)));
  }

  private Map<String, ?> delete(EngineCall call) {
    Structure profile = require(call);
    Users.conflictIf(
        !profile.texts("Roles").isEmpty(), "remove roles from instance profile first.");
    state.instanceProfiles.remove(String.valueOf(profile.text("InstanceProfileName")));
    return Map.of();
  }

  private Map<String, ?> addRole(EngineCall call) {
    Structure profile = require(call);
    String role = String.valueOf(call.input().text("RoleName"));
    state.roles.get(role);
    if (!profile.texts("Roles").isEmpty()) {
      throw IamErrors.limit("Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1");
    }
    state.instanceProfiles.edit(
        String.valueOf(profile.text("InstanceProfileName")), "Roles", List.of(role));
    return Map.of();
  }

  private Map<String, ?> removeRole(EngineCall call) {
    Structure profile = require(call);
    String role = String.valueOf(call.input().text("RoleName"));
    List<String> roles = new ArrayList<>(profile.texts("Roles"));
    if (!roles.remove(role)) {
      throw IamErrors.noSuchEntity("Role " + role + " cannot be found.");
    }
    state.instanceProfiles.edit(
        String.valueOf(profile.text("InstanceProfileName")), "Roles", roles);
    return Map.of();
  }
}
