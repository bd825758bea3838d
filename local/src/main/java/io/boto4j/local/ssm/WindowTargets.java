package io.boto4j.local.ssm;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.engine.OperationTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The targets that are registered with maintenance windows. */
final class WindowTargets {
  private static final List<String> SETTINGS =
      List.of("Targets", "OwnerInformation", "Name", "Description");
  private static final List<String> VIEW =
      List.of(
          "WindowId",
          "WindowTargetId",
          "ResourceType",
          "Targets",
          "OwnerInformation",
          "Name",
          "Description");

  private final Records windows;
  private final Records targets;

  WindowTargets(EngineContext context, Records windows) {
    this.windows = windows;
    this.targets =
        new Records(
            context,
            "window-targets",
            "WindowTargetId",
            id -> "Maintenance window target " + id + " does not exist");
  }

  void register(OperationTable table, WindowTasks tasks) {
    table.write("RegisterTargetWithMaintenanceWindow", this::create);
    table.write("UpdateMaintenanceWindowTarget", this::update);
    table.write("DeregisterTargetFromMaintenanceWindow", call -> delete(call, tasks));
    table.read("DescribeMaintenanceWindowTargets", this::describe);
  }

  /** A target of a window. */
  Structure get(String window, String id) {
    return targets.get(id, "WindowId", window);
  }

  void removeAll(String window) {
    for (Structure target : of(window)) {
      targets.remove(String.valueOf(target.text("WindowTargetId")));
    }
  }

  /** Whether a window has a target with one of these. */
  boolean has(String window, String type, List<Structure> wanted) {
    return of(window).stream()
        .filter(target -> type.equals(target.text("ResourceType")))
        .flatMap(target -> target.structures("Targets").stream())
        .anyMatch(
            each ->
                wanted.stream()
                    .anyMatch(
                        one ->
                            String.valueOf(one.text("Key")).equals(each.text("Key"))
                                && one.texts("Values").stream()
                                    .anyMatch(each.texts("Values")::contains)));
  }

  private List<Structure> of(String window) {
    return targets.all().stream().filter(each -> window.equals(each.text("WindowId"))).toList();
  }

  private Map<String, ?> create(EngineCall call) {
    Structure input = call.input();
    windows.get(input.text("WindowId"));
    Structure before = targets.created(input);
    if (before != null) {
      return Params.of("WindowTargetId", before.text("WindowTargetId"));
    }
    Map<String, Object> target = new LinkedHashMap<>(Records.select(input, VIEW));
    String id = targets.newUuid();
    target.put("WindowTargetId", id);
    target.putAll(Params.of("ClientToken", input.text("ClientToken")));
    targets.put(target);
    return Params.of("WindowTargetId", id);
  }

  private Structure require(Structure input) {
    String window = String.valueOf(input.text("WindowId"));
    windows.get(window);
    return get(window, String.valueOf(input.text("WindowTargetId")));
  }

  private Map<String, ?> update(EngineCall call) {
    Structure now = targets.update(require(call.input()), call.input(), SETTINGS);
    return Params.copyOf(Records.select(now, VIEW)).without("ResourceType");
  }

  private Map<String, ?> delete(EngineCall call, WindowTasks tasks) {
    Structure input = call.input();
    Structure target = require(input);
    String id = String.valueOf(target.text("WindowTargetId"));
    if (Boolean.TRUE.equals(input.bool("Safe")) && tasks.uses(id)) {
      throw new EngineException(
          "TargetInUseException", "The target " + id + " is in use by a task.");
    }
    targets.remove(id);
    return Params.of("WindowId", target.text("WindowId"), "WindowTargetId", id);
  }

  private static boolean matches(Structure target, Structure filter) {
    String key = String.valueOf(filter.text("Key"));
    String member =
        switch (key) {
          case "Type" -> "ResourceType";
          case "WindowTargetId", "OwnerInformation" -> key;
          default -> throw SsmErrors.validation("The specified filter key is not valid: " + key);
        };
    return filter.texts("Values").contains(target.text(member));
  }

  private Map<String, ?> describe(EngineCall call) {
    Structure input = call.input();
    String window = String.valueOf(input.text("WindowId"));
    windows.get(window);
    List<Map<String, Object>> found = new ArrayList<>();
    for (Structure target : of(window)) {
      if (input.structures("Filters").stream().allMatch(filter -> matches(target, filter))) {
        found.add(Records.select(target, VIEW));
      }
    }
    return ParameterReads.page(input, "Targets", found, 50);
  }
}
