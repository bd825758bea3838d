package io.boto4j.local.ssm;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.engine.OperationTable;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** Patch baselines of the account and of AWS. They are kept, but nothing is patched. */
final class PatchBaselines {
  static final String WINDOWS = "WINDOWS";

  private static final List<String> SETTINGS =
      List.of(
          "Name",
          "GlobalFilters",
          "ApprovalRules",
          "ApprovedPatches",
          "ApprovedPatchesComplianceLevel",
          "ApprovedPatchesEnableNonSecurity",
          "RejectedPatches",
          "RejectedPatchesAction",
          "Description",
          "Sources",
          "AvailableSecurityUpdatesComplianceStatus");
  private static final Map<String, Object> DEFAULTS =
      Map.of(
          "OperatingSystem",
          WINDOWS,
          "ApprovedPatches",
          List.of(),
          "ApprovedPatchesComplianceLevel",
          "UNSPECIFIED",
          "ApprovedPatchesEnableNonSecurity",
          false,
          "RejectedPatches",
          List.of(),
          "RejectedPatchesAction",
          "ALLOW_AS_DEPENDENCY",
          "Sources",
          List.of());

  private final EngineContext context;
  final Records baselines;
  private final AwsBaselines aws;
  private final MVMap<String, Object> defaults;
  private final PatchGroups groups;

  PatchBaselines(EngineContext context) {
    this.context = context;
    this.baselines =
        new Records(
            context, "patch-baselines", "BaselineId", id -> "Patch baseline " + id + " not found");
    this.aws = new AwsBaselines(context.region());
    this.defaults = context.store().map("default-patch-baselines");
    this.groups = new PatchGroups(context, this);
  }

  void register(OperationTable table) {
    table.write("CreatePatchBaseline", this::create);
    table.read("GetPatchBaseline", this::get);
    table.write("UpdatePatchBaseline", this::update);
    table.write("DeletePatchBaseline", this::delete);
    table.read("DescribePatchBaselines", this::describe);
    table.read("GetDefaultPatchBaseline", this::getDefault);
    table.write("RegisterDefaultPatchBaseline", this::setDefault);
    groups.register(table);
  }

  /** A baseline of the account or of AWS. */
  @Nullable Structure find(String id) {
    Structure own = baselines.find(id);
    return own == null ? aws.find(id) : own;
  }

  /** The baseline of instances without a patch group. */
  String defaultOf(String system) {
    Object own = defaults.get(system);
    return own == null ? aws.defaultOf(system) : own.toString();
  }

  static String system(Structure input) {
    return Objects.requireNonNullElse(input.text("OperatingSystem"), WINDOWS);
  }

  /** What responses call a baseline. */
  Params identity(Structure baseline) {
    String id = String.valueOf(baseline.text("BaselineId"));
    return Params.of(
        "BaselineId", id,
        "BaselineName", baseline.text("Name"),
        "OperatingSystem", system(baseline),
        "BaselineDescription", baseline.text("Description"),
        "DefaultBaseline", id.equals(defaultOf(system(baseline))));
  }

  private Map<String, ?> create(EngineCall call) {
    Structure input = call.input();
    Structure before = baselines.created(input);
    if (before != null) {
      return Params.of("BaselineId", before.text("BaselineId"));
    }
    Map<String, Object> baseline = new LinkedHashMap<>(DEFAULTS);
    String id = baselines.newId("pb-");
    baseline.put("BaselineId", id);
    baseline.putAll(Records.select(input, List.of("OperatingSystem", "ClientToken")));
    baseline.putAll(Records.select(input, SETTINGS));
    baseline.put("CreatedDate", context.clock().instant().truncatedTo(ChronoUnit.MILLIS));
    baseline.put("ModifiedDate", context.clock().instant().truncatedTo(ChronoUnit.MILLIS));
    baseline.put("Tags", input.structures("Tags"));
    baselines.put(baseline);
    return Params.of("BaselineId", id);
  }

  private static Params view(Structure baseline) {
    return Params.copyOf(baseline).without("ClientToken").without("Tags");
  }

  private Map<String, ?> get(EngineCall call) {
    String id = String.valueOf(call.input().text("BaselineId"));
    Structure baseline = find(id);
    return view(baseline == null ? baselines.get(id) : baseline).with("PatchGroups", groups.of(id));
  }

  private Map<String, ?> update(EngineCall call) {
    Structure input = call.input();
    Structure baseline = baselines.get(input.text("BaselineId"));
    if (Boolean.TRUE.equals(input.bool("Replace"))) {
      Params reset = Params.copyOf(baseline);
      for (String member : SETTINGS) {
        reset = member.equals("Name") ? reset : reset.without(member);
      }
      baseline =
          baselines.put(
              reset.withAll(DEFAULTS).with("OperatingSystem", baseline.text("OperatingSystem")));
    }
    Params changed =
        Params.copyOf(Records.select(input, SETTINGS))
            .with("ModifiedDate", context.clock().instant().truncatedTo(ChronoUnit.MILLIS));
    return view(baselines.edit(baseline, changed));
  }

  /** Deletes a baseline. One that does not exist is no error in AWS. */
  private Map<String, ?> delete(EngineCall call) {
    String id = String.valueOf(call.input().text("BaselineId"));
    if (!groups.of(id).isEmpty() || defaults.containsValue(id)) {
      throw new EngineException(
          "ResourceInUseException",
          "The patch baseline " + id + " is the default, or registered with a patch group.");
    }
    baselines.remove(id);
    return Params.of("BaselineId", id);
  }

  private static boolean matches(Structure baseline, boolean isOwn, Structure filter) {
    List<String> values = filter.texts("Values");
    String key = String.valueOf(filter.text("Key"));
    return switch (key) {
      case "NAME_PREFIX" ->
          values.stream().anyMatch(String.valueOf(baseline.text("Name"))::startsWith);
      case "OWNER" -> values.contains(isOwn ? "Self" : "AWS");
      case "OPERATING_SYSTEM" -> values.contains(system(baseline));
      default -> throw SsmErrors.validation("The specified filter key is not valid: " + key);
    };
  }

  private Map<String, ?> describe(EngineCall call) {
    Structure input = call.input();
    List<Structure> all = new ArrayList<>(baselines.all());
    int own = all.size();
    all.addAll(aws.all());
    List<Params> found = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Structure baseline = all.get(i);
      boolean isOwn = i < own;
      if (input.structures("Filters").stream()
          .allMatch(filter -> matches(baseline, isOwn, filter))) {
        found.add(identity(baseline));
      }
    }
    return ParameterReads.page(input, "BaselineIdentities", found, 50);
  }

  private Map<String, ?> getDefault(EngineCall call) {
    String system = system(call.input());
    return Params.of("BaselineId", defaultOf(system), "OperatingSystem", system);
  }

  private Map<String, ?> setDefault(EngineCall call) {
    String id = String.valueOf(call.input().text("BaselineId"));
    Structure baseline = find(id);
    String system = system(baseline == null ? baselines.get(id) : baseline);
    if (id.equals(aws.defaultOf(system))) {
      defaults.remove(system);
    } else {
      defaults.put(system, id);
    }
    return Params.of("BaselineId", id);
  }
}
