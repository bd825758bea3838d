package io.boto4j.local.ssm;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.OperationTable;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Maintenance windows. They are kept, but their tasks never run. */
final class MaintenanceWindows {
  private static final List<String> SETTINGS =
      List.of(
          "Name",
          "Description",
          "StartDate",
          "EndDate",
          "Schedule",
          "ScheduleTimezone",
          "ScheduleOffset",
          "Duration",
          "Cutoff",
          "AllowUnassociatedTargets",
          "Enabled");
  private static final List<String> OPTIONAL =
      List.of("Description", "StartDate", "EndDate", "ScheduleTimezone", "ScheduleOffset");
  private static final List<String> IDENTITY =
      List.of(
          "WindowId",
          "Name",
          "Description",
          "Enabled",
          "Duration",
          "Cutoff",
          "Schedule",
          "ScheduleTimezone",
          "ScheduleOffset",
          "EndDate",
          "StartDate");

  private final EngineContext context;
  final Records windows;
  private final WindowTargets targets;
  private final WindowTasks tasks;

  MaintenanceWindows(EngineContext context) {
    this.context = context;
    this.windows =
        new Records(
            context,
            "maintenance-windows",
            "WindowId",
            id -> "Maintenance window " + id + " does not exist");
    this.targets = new WindowTargets(context, windows);
    this.tasks = new WindowTasks(context, windows, targets);
  }

  void register(OperationTable table) {
    table.write("CreateMaintenanceWindow", this::create);
    table.read("GetMaintenanceWindow", this::get);
    table.write("UpdateMaintenanceWindow", this::update);
    table.write("DeleteMaintenanceWindow", this::delete);
    table.read("DescribeMaintenanceWindows", this::describe);
    table.read("DescribeMaintenanceWindowsForTarget", this::describeForTarget);
    targets.register(table, tasks);
    tasks.register(table);
  }

  private static void check(Structure window) {
    String schedule = String.valueOf(window.text("Schedule"));
    if (!schedule.matches("(cron|rate|at)\\(.+\\)")) {
      throw SsmErrors.validation("Invalid schedule expression: " + schedule);
    }
    String zone = window.text("ScheduleTimezone");
    if (zone != null && !ZoneId.getAvailableZoneIds().contains(zone)) {
      throw SsmErrors.validation("Invalid timezone: " + zone);
    }
    Integer duration = window.integer("Duration");
    Integer cutoff = window.integer("Cutoff");
    if (duration != null && cutoff != null && cutoff >= duration) {
      throw SsmErrors.validation("Cutoff must be less than the duration of the window.");
    }
  }

  private Map<String, ?> create(EngineCall call) {
    Structure input = call.input();
    check(input);
    Structure before = windows.created(input);
    if (before != null) {
      return Params.of("WindowId", before.text("WindowId"));
    }
    Map<String, Object> window = new LinkedHashMap<>();
    String id = windows.newId("mw-");
    window.put("WindowId", id);
    window.putAll(Records.select(input, SETTINGS));
    window.put("Enabled", true);
    window.putAll(
        Params.of(
            "CreatedDate",
            context.clock().instant().truncatedTo(ChronoUnit.MILLIS),
            "ModifiedDate",
            context.clock().instant().truncatedTo(ChronoUnit.MILLIS),
            "ClientToken",
            input.text("ClientToken"),
            "Tags",
            input.structures("Tags")));
    windows.put(window);
    return Params.of("WindowId", id);
  }

  private Map<String, ?> get(EngineCall call) {
    return Params.copyOf(windows.get(call.input().text("WindowId")))
        .without("ClientToken")
        .without("Tags");
  }

  private Map<String, ?> update(EngineCall call) {
    Structure input = call.input();
    Structure window = windows.get(input.text("WindowId"));
    Params changed = Params.copyOf(window);
    if (Boolean.TRUE.equals(input.bool("Replace"))) {
      for (String member : OPTIONAL) {
        changed = changed.without(member);
      }
    }
    changed = changed.withAll(Records.select(input, SETTINGS));
    check(Structures.of(changed));
    Structure now =
        windows.put(
            changed.with("ModifiedDate", context.clock().instant().truncatedTo(ChronoUnit.MILLIS)));
    return Params.of("WindowId", now.text("WindowId")).withAll(Records.select(now, SETTINGS));
  }

  /** Deletes a window with its targets and tasks. One that does not exist is no error in AWS. */
  private Map<String, ?> delete(EngineCall call) {
    String id = String.valueOf(call.input().text("WindowId"));
    targets.removeAll(id);
    tasks.removeAll(id);
    windows.remove(id);
    return Params.of("WindowId", id);
  }

  private static boolean matches(Structure window, Structure filter) {
    String key = String.valueOf(filter.text("Key"));
    return switch (key) {
      case "Name" -> filter.texts("Values").contains(window.text("Name"));
      case "Enabled" -> filter.texts("Values").contains(String.valueOf(window.bool("Enabled")));
      default -> throw SsmErrors.validation("The specified filter key is not valid: " + key);
    };
  }

  private Map<String, ?> describe(EngineCall call) {
    List<Structure> filters = call.input().structures("Filters");
    List<Map<String, Object>> found = new ArrayList<>();
    for (Structure window : windows.all()) {
      if (filters.stream().allMatch(filter -> matches(window, filter))) {
        found.add(Records.select(window, IDENTITY));
      }
    }
    return ParameterReads.page(call.input(), "WindowIdentities", found, 50);
  }

  private Map<String, ?> describeForTarget(EngineCall call) {
    Structure input = call.input();
    String type = String.valueOf(input.text("ResourceType"));
    List<Map<String, Object>> found = new ArrayList<>();
    for (Structure window : windows.all()) {
      if (targets.has(String.valueOf(window.text("WindowId")), type, input.structures("Targets"))) {
        found.add(Records.select(window, List.of("WindowId", "Name")));
      }
    }
    return ParameterReads.page(input, "WindowIdentities", found, 50);
  }
}
