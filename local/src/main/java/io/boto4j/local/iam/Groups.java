package io.boto4j.local.iam;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.OperationTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Groups and their users. */
final class Groups {
  private final IamState state;

  Groups(IamState state) {
    this.state = state;
  }

  void register(OperationTable table) {
    table.write("CreateGroup", this::create);
    table.read("GetGroup", this::get);
    table.read(
        "ListGroups",
        call ->
            Pages.of(
                call.input(),
                "Groups",
                state.groups.all(group -> IamState.hasPrefix(group, call.input())),
                group -> group.text("GroupName"),
                Groups::view));
    table.write("UpdateGroup", this::update);
    table.write("DeleteGroup", this::delete);
    table.write("AddUserToGroup", this::add);
    table.write("RemoveUserFromGroup", this::remove);
    table.read("ListGroupsForUser", this::ofUser);
  }

  static Params view(Structure group) {
    return Params.of(
        "Path", group.text("Path"),
        "GroupName", group.text("GroupName"),
        "GroupId", group.text("GroupId"),
        "Arn", group.text("Arn"),
        "CreateDate", group.instant("CreateDate"));
  }

  private Map<String, ?> create(EngineCall call) {
    String name = String.valueOf(call.input().text("GroupName"));
    if (state.groups.hasName(name)) {
      throw IamErrors.alreadyExists("Group " + name + " already exists");
    }
    String path = IamState.path(call.input());
    state.groups.put(
        name,
        Params.of(
            "Path", path,
            "GroupName", name,
            "GroupId", state.newId("AGPA"),
            "Arn", state.arn("group", path, name),
            "CreateDate", state.now()));
    return Params.of("Group", view(state.groups.get(name)));
  }

  private List<Structure> members(String group) {
    return state.users.all(user -> user.texts("Groups").contains(group));
  }

  private Map<String, ?> get(EngineCall call) {
    String name = String.valueOf(call.input().text("GroupName"));
    Structure group = state.groups.get(name);
    return Pages.of(
            call.input(),
            "Users",
            members(name),
            user -> user.text("UserName"),
            user -> Users.view(user).without("Tags").without("PermissionsBoundary"))
        .with("Group", view(group));
  }

  private Structure require(Structure input) {
    String name = String.valueOf(input.text("GroupName"));
    Structure group = state.groups.find(name);
    if (group == null) {
      throw IamErrors.noSuchEntity("The group with name " + name + " cannot be found.");
    }
    return group;
  }

  private Map<String, ?> update(EngineCall call) {
    Structure group = require(call.input());
    String name = String.valueOf(group.text("GroupName"));
    String newName = call.input().text("NewGroupName");
    String newPath = call.input().text("NewPath");
    String finalName = newName == null ? name : newName;
    if (newName != null && !newName.equals(name) && state.groups.has(newName)) {
      throw IamErrors.alreadyExists("Group " + newName + " already exists");
    }
    String path = newPath == null ? String.valueOf(group.text("Path")) : newPath;
    Map<String, Object> changed = new LinkedHashMap<>(group);
    changed.put("GroupName", finalName);
    changed.put("Path", path);
    changed.put("Arn", state.arn("group", path, finalName));
    List<Structure> members = members(name);
    state.groups.remove(name);
    state.groups.put(finalName, changed);
    for (Structure user : members) {
      List<String> groups = new ArrayList<>(user.texts("Groups"));
      groups.replaceAll(each -> each.equals(name) ? finalName : each);
      state.users.edit(String.valueOf(user.text("UserName")), "Groups", groups);
    }
    return Map.of();
  }

  private Map<String, ?> delete(EngineCall call) {
    Structure group = require(call.input());
    String name = String.valueOf(group.text("GroupName"));
    Users.conflictIf(!members(name).isEmpty(), "remove users from group first.");
    Users.conflictIf(!group.texts("Attached").isEmpty(), "detach all policies first.");
    Users.conflictIf(!group.map("Inline").isEmpty(), "delete policies first.");
    state.groups.remove(name);
    return Map.of();
  }

  private Map<String, ?> add(EngineCall call) {
    String group = String.valueOf(call.input().text("GroupName"));
    String name = String.valueOf(call.input().text("UserName"));
    Structure user = state.users.get(name);
    state.groups.get(group);
    List<String> groups = new ArrayList<>(user.texts("Groups"));
    if (!groups.contains(group)) {
      groups.add(group);
      state.users.edit(name, "Groups", groups);
    }
    return Map.of();
  }

  private Map<String, ?> remove(EngineCall call) {
    String group = String.valueOf(call.input().text("GroupName"));
    String name = String.valueOf(call.input().text("UserName"));
    state.groups.get(group);
    Structure user = state.users.get(name);
    List<String> groups = new ArrayList<>(user.texts("Groups"));
    if (!groups.remove(group)) {
      throw IamErrors.noSuchEntity("User " + name + " not in group " + group);
    }
    state.users.edit(name, "Groups", groups);
    return Map.of();
  }

  private Map<String, ?> ofUser(EngineCall call) {
    Structure user = state.users.get(call.input().text("UserName"));
    List<Structure> groups = new ArrayList<>();
    for (String name : user.texts("Groups")) {
      groups.add(state.groups.get(name));
    }
    return Pages.of(call.input(), "Groups", groups, group -> group.text("GroupName"), Groups::view);
  }
}
