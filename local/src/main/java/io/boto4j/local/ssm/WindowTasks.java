package io.boto4j.local.ssm;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.OperationTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tasks that are registered with maintenance windows. */
final class WindowTasks {
  private static final List<String> SETTINGS =
      List.of(
          "Targets",
          "TaskArn",
          "ServiceRoleArn",
          "TaskParameters",
          "TaskInvocationParameters",
          "Priority",
          "MaxConcurrency",
          "MaxErrors",
          "LoggingInfo",
          "Name",
          "Description",
          "CutoffBehavior",
          "AlarmConfiguration");
  private static final String TARGET_IDS = "WindowTargetIds";

  private final Records windows;
  private final Records tasks;
  private final WindowTargets targets;

  WindowTasks(EngineContext context, Records windows, WindowTargets targets) {
    this.windows = windows;
    this.targets = targets;
    this.tasks =
        new Records(
            context,
            "window-tasks",
            "WindowTaskId",
            id -> "Maintenance window task " + id + " does not exist");
  }

  void register(OperationTable table) {
    table.write("RegisterTaskWithMaintenanceWindow", this::create);
    table.read("GetMaintenanceWindowTask", call -> view(require(call.input())));
    table.write("UpdateMaintenanceWindowTask", this::update);
    table.write("DeregisterTaskFromMaintenanceWindow", this::delete);
    table.read("DescribeMaintenanceWindowTasks", this::describe);
  }

  void removeAll(String window) {
    for (Structure task : of(window)) {
      tasks.remove(String.valueOf(task.text("WindowTaskId")));
    }
  }

  /** Whether a task refers to a target. */
  boolean uses(String target) {
    return tasks.all().stream()
        .flatMap(task -> task.structures("Targets").stream())
        .anyMatch(
            each -> TARGET_IDS.equals(each.text("Key")) && each.texts("Values").contains(target));
  }

  private List<Structure> of(String window) {
    return tasks.all().stream().filter(each -> window.equals(each.text("WindowId"))).toList();
  }

  private void checkTargets(String window, Structure input) {
    for (Structure target : input.structures("Targets")) {
      if (TARGET_IDS.equals(target.text("Key"))) {
        target.texts("Values").forEach(id -> targets.get(window, id));
      }
    }
  }

  private Map<String, ?> create(EngineCall call) {
    Structure input = call.input();
    String window = String.valueOf(input.text("WindowId"));
    windows.get(window);
    checkTargets(window, input);
    Structure before = tasks.created(input);
    if (before != null) {
      return Params.of("WindowTaskId", before.text("WindowTaskId"));
    }
    Map<String, Object> task = new LinkedHashMap<>();
    String id = tasks.newUuid();
    task.put("WindowId", window);
    task.put("WindowTaskId", id);
    task.put("Priority", 1);
    task.putAll(Records.select(input, List.of("TaskType", "ClientToken")));
    task.putAll(Records.select(input, SETTINGS));
    tasks.put(task);
    return Params.of("WindowTaskId", id);
  }

  private static Params view(Structure task) {
    return Params.copyOf(task).without("ClientToken");
  }

  private Structure require(Structure input) {
    String window = String.valueOf(input.text("WindowId"));
    windows.get(window);
    return tasks.get(input.text("WindowTaskId"), "WindowId", window);
  }

  private Map<String, ?> update(EngineCall call) {
    Structure task = require(call.input());
    checkTargets(String.valueOf(task.text("WindowId")), call.input());
    return view(tasks.update(task, call.input(), SETTINGS)).without("TaskType");
  }

  private Map<String, ?> delete(EngineCall call) {
    Structure task = require(call.input());
    String id = String.valueOf(task.text("WindowTaskId"));
    tasks.remove(id);
    return Params.of("WindowId", task.text("WindowId"), "WindowTaskId", id);
  }

  private static boolean matches(Structure task, Structure filter) {
    String key = String.valueOf(filter.text("Key"));
    String value =
        switch (key) {
          case "WindowTaskId", "TaskArn", "TaskType" -> task.text(key);
          case "Priority" -> String.valueOf(task.integer(key));
          default -> throw SsmErrors.validation("The specified filter key is not valid: " + key);
        };
    return filter.texts("Values").contains(value);
  }

  private Map<String, ?> describe(EngineCall call) {
    Structure input = call.input();
    String window = String.valueOf(input.text("WindowId"));
    windows.get(window);
    List<Params> found = new ArrayList<>();
    for (Structure task : of(window)) {
      if (input.structures("Filters").stream().allMatch(filter -> matches(task, filter))) {
        found.add(
            view(task)
                .without("TaskType")
                .without("TaskInvocationParameters")
                .with("Type", task.text("TaskType")));
      }
    }
    return ParameterReads.page(input, "Tasks", found, 50);
  }
}
