package io.boto4j.local.iam;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.engine.OperationTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Roles, without the service-linked ones. */
final class Roles {
  private static final int DEFAULT_SESSION = 3600;

  private final IamState state;
  private final ManagedPolicies managed;

  Roles(IamState state, ManagedPolicies managed) {
    this.state = state;
    this.managed = managed;
  }

  void register(OperationTable table) {
    table.write("CreateRole", this::create);
    table.read(
        "GetRole", call -> Params.of("Role", view(state.roles.get(call.input().text("RoleName")))));
    table.read(
        "ListRoles",
        call ->
            Pages.of(
                call.input(),
                "Roles",
                state.roles.all(role -> IamState.hasPrefix(role, call.input())),
                role -> role.text("RoleName"),
                role ->
                    view(role)
                        .without("Tags")
                        .without("PermissionsBoundary")
                        .without("RoleLastUsed")));
    table.write("UpdateRole", this::update);
    table.write(
        "UpdateRoleDescription",
        call -> {
          state.roles.edit(
              String.valueOf(editable(call.input()).text("RoleName")),
              "Description",
              call.input().text("Description"));
          return Params.of("Role", view(state.roles.get(call.input().text("RoleName"))));
        });
    table.write("UpdateAssumeRolePolicy", this::updateTrust);
    table.write("DeleteRole", this::delete);
    Tags.register(table, "Role", "RoleName", state.roles);
  }

  static Params view(Structure role) {
    String trust = role.text("Trust");
    Structure used = role.structure("LastUsed");
    return Params.of(
        "Path", role.text("Path"),
        "RoleName", role.text("RoleName"),
        "RoleId", role.text("RoleId"),
        "Arn", role.text("Arn"),
        "CreateDate", role.instant("CreateDate"),
        "AssumeRolePolicyDocument", trust == null ? null : Documents.encoded(trust),
        "Description", role.text("Description"),
        "MaxSessionDuration", role.integer("MaxSessionDuration"),
        "PermissionsBoundary", IamState.boundary(role),
        "Tags", IamState.tagsOrNothing(role),
        "RoleLastUsed", used == null ? Map.of() : used);
  }

  private Map<String, ?> create(EngineCall call) {
    Structure input = call.input();
    String name = String.valueOf(input.text("RoleName"));
    List<Map<String, String>> tags = Tags.checked(input);
    String boundary = managed.boundary(input);
    if (state.roles.hasName(name)) {
      throw IamErrors.alreadyExists("Role with name " + name + " already exists.");
    }
    String trust = String.valueOf(input.text("AssumeRolePolicyDocument"));
    PolicyGrammar.checkNewTrust(trust);
    put(IamState.path(input), name, trust, input, boundary, tags, null);
    return Params.of("Role", view(state.roles.get(name)).without("RoleLastUsed"));
  }

  void put(
      String path,
      String name,
      String trust,
      Structure input,
      @Nullable String boundary,
      List<Map<String, String>> tags,
      @Nullable String linkedService) {
    Integer session = input.integer("MaxSessionDuration");
    state.roles.put(
        name,
        Params.of(
            "Path", path,
            "RoleName", name,
            "RoleId", state.newId("AROA"),
            "Arn", state.arn("role", path, name),
            "CreateDate", state.now(),
            "Trust", trust,
            "Description", input.text("Description"),
            "MaxSessionDuration", session == null ? DEFAULT_SESSION : session,
            "PermissionsBoundary", boundary,
            "LinkedService", linkedService,
            "Tags", tags));
  }

  private Structure editable(Structure input) {
    Structure role = state.roles.get(input.text("RoleName"));
    String service = role.text("LinkedService");
    if (service != null) {
      throw new EngineException(
          "UnmodifiableEntityException",
          "Cannot perform the operation on the protected role '"
              + role.text("RoleName")
              + "' - this role is only modifiable by AWS service: "
              + service);
    }
    return role;
  }

  private Map<String, ?> update(EngineCall call) {
    Structure input = call.input();
    String name = String.valueOf(editable(input).text("RoleName"));
    // What a request leaves out returns to its default.
    Map<String, @Nullable Object> changed = new HashMap<>();
    Integer session = input.integer("MaxSessionDuration");
    changed.put("Description", input.text("Description"));
    changed.put("MaxSessionDuration", session == null ? DEFAULT_SESSION : session);
    state.roles.edit(name, changed);
    return Map.of();
  }

  private Map<String, ?> updateTrust(EngineCall call) {
    Structure role = editable(call.input());
    String trust = String.valueOf(call.input().text("PolicyDocument"));
    PolicyGrammar.checkTrust(trust);
    state.roles.edit(String.valueOf(role.text("RoleName")), "Trust", trust);
    return Map.of();
  }

  private Map<String, ?> delete(EngineCall call) {
    Structure role = editable(call.input());
    String name = String.valueOf(role.text("RoleName"));
    Users.conflictIf(
        !state.instanceProfiles.all(profile -> profile.texts("Roles").contains(name)).isEmpty(),
        "remove roles from instance profile first.");
    Users.conflictIf(!role.texts("Attached").isEmpty(), "detach all policies first.");
    Users.conflictIf(!role.map("Inline").isEmpty(), "delete policies first.");
    state.roles.remove(name);
    return Map.of();
  }
}
