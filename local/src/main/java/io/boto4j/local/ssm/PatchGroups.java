package io.boto4j.local.ssm;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.engine.OperationTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.MVMap;

/** The baselines of patch groups: one per group and operating system. */
final class PatchGroups {
  private static final char SEPARATOR = '\n';

  private final PatchBaselines baselines;

  /** The ids of baselines, by operating system and group. */
  private final MVMap<String, Object> map;

  PatchGroups(EngineContext context, PatchBaselines baselines) {
    this.baselines = baselines;
    this.map = context.store().map("patch-groups");
  }

  void register(OperationTable table) {
    table.write("RegisterPatchBaselineForPatchGroup", this::add);
    table.write("DeregisterPatchBaselineForPatchGroup", this::remove);
    table.read("GetPatchBaselineForPatchGroup", this::get);
    table.read("DescribePatchGroups", this::describe);
  }

  private static String group(Structure input) {
    return String.valueOf(input.text("PatchGroup"));
  }

  private static String key(String system, String group) {
    return system + SEPARATOR + group;
  }

  private static String groupOf(String key) {
    return key.substring(key.indexOf(SEPARATOR) + 1);
  }

  /** The groups of a baseline. */
  List<String> of(String baseline) {
    List<String> groups = new ArrayList<>();
    for (Map.Entry<String, Object> each : map.entrySet()) {
      if (baseline.equals(each.getValue())) {
        groups.add(groupOf(each.getKey()));
      }
    }
    return groups;
  }

  private Map<String, ?> add(EngineCall call) {
    String id = String.valueOf(call.input().text("BaselineId"));
    Structure baseline = baselines.find(id);
    if (baseline == null) {
      // AWS uses the text of maintenance windows here.
      throw new EngineException(
          "DoesNotExistException", "Maintenance window " + id + " does not exist");
    }
    String system = PatchBaselines.system(baseline);
    String group = group(call.input());
    if (map.containsKey(key(system, group))) {
      throw new EngineException(
          "AlreadyExistsException",
          "Patch Group baseline already has a baseline registered for OperatingSystem "
              + system
              + ".");
    }
    map.put(key(system, group), id);
    return Params.of("BaselineId", id, "PatchGroup", group);
  }

  private Map<String, ?> remove(EngineCall call) {
    String id = String.valueOf(call.input().text("BaselineId"));
    Structure baseline = baselines.find(id);
    String group = group(call.input());
    String key = baseline == null ? "" : key(PatchBaselines.system(baseline), group);
    boolean isRegistered = id.equals(map.get(key));
    if (baseline == null || (!isRegistered && !id.startsWith("arn:"))) {
      throw new EngineException(
          "DoesNotExistException", "Patch Baseline to be retrieved does not exist.");
    }
    if (isRegistered) {
      map.remove(key);
    }
    return Params.of("BaselineId", id, "PatchGroup", group);
  }

  private Map<String, ?> get(EngineCall call) {
    String system = PatchBaselines.system(call.input());
    String group = group(call.input());
    Object id = map.get(key(system, group));
    return Params.of(
        "BaselineId",
        id == null ? baselines.defaultOf(system) : id,
        "PatchGroup",
        group,
        "OperatingSystem",
        system);
  }

  private static boolean matches(String group, Structure baseline, Structure filter) {
    String key = String.valueOf(filter.text("Key"));
    List<String> values = filter.texts("Values");
    return switch (key) {
      case "NAME_PREFIX" -> values.stream().anyMatch(group::startsWith);
      case "OPERATING_SYSTEM" -> values.contains(PatchBaselines.system(baseline));
      default -> throw SsmErrors.validation("The specified filter key is not valid: " + key);
    };
  }

  private Map<String, ?> describe(EngineCall call) {
    Structure input = call.input();
    List<Params> mappings = new ArrayList<>();
    for (Map.Entry<String, Object> each : map.entrySet()) {
      Structure baseline = baselines.find(each.getValue().toString());
      String group = groupOf(each.getKey());
      if (baseline != null
          && input.structures("Filters").stream()
              .allMatch(filter -> matches(group, baseline, filter))) {
        mappings.add(
            Params.of("PatchGroup", group, "BaselineIdentity", baselines.identity(baseline)));
      }
    }
    return ParameterReads.page(input, "Mappings", mappings, 50);
  }
}
