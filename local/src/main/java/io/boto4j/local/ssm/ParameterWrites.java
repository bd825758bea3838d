package io.boto4j.local.ssm;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.engine.OperationTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Puts, labels and deletes parameters. */
final class ParameterWrites {
  private static final int MAX_VERSIONS = 100;
  private static final int MAX_LABELS = 10;
  private static final List<String> TYPES = List.of("String", "StringList", "SecureString");
  private static final List<String> DATA_TYPES =
      List.of("text", "aws:ec2:image", "aws:ssm:integration");

  private final Parameters parameters;
  private final SecureStrings secure;
  private final OperationTable table;

  ParameterWrites(Parameters parameters, SecureStrings secure, OperationTable table) {
    this.parameters = parameters;
    this.secure = secure;
    this.table = table;
  }

  void register() {
    table.read("PutParameter", this::put);
    table.write("DeleteParameter", this::delete);
    table.write("DeleteParameters", this::deleteAll);
    table.write("LabelParameterVersion", this::label);
    table.write("UnlabelParameterVersion", this::unlabel);
  }

  private static void checkName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    String stripped = lower.replaceFirst("^/+", "");
    if (stripped.startsWith("aws") || stripped.startsWith("ssm")) {
      boolean isPath = name.chars().filter(c -> c == '/').count() > 1;
      if (lower.startsWith("/aws") && isPath) {
        throw new EngineException(
            "AccessDeniedException", "No access to reserved parameter name: " + name + ".");
      }
      throw SsmErrors.validation(
          isPath
              ? "Parameter name: can't be prefixed with \"ssm\" (case-insensitive). If formed as a"
                  + " path, it can consist of sub-paths divided by slash symbol; each sub-path can"
                  + " be formed as a mix of letters, numbers and the following 3 symbols .-_"
              : "Parameter name: can't be prefixed with \"aws\" or \"ssm\" (case-insensitive).");
    }
    if (name.indexOf('/') > 0) {
      throw SsmErrors.validation("Parameter name must be a fully qualified name.");
    }
    if (!name.matches("[a-zA-Z0-9_.\\-/]+")) {
      throw SsmErrors.validation(
          "Parameter name: can't be prefixed with \"ssm\" (case-insensitive). If formed as a path,"
              + " it can consist of sub-paths divided by slash symbol; each sub-path can be formed"
              + " as a mix of letters, numbers and the following 3 symbols .-_");
    }
    if (name.chars().filter(c -> c == '/').count() > 15) {
      throw new EngineException(
          "HierarchyLevelLimitExceededException",
          "A hierarchy can have a maximum of 15 levels. For more information, see Requirements and"
              + " constraints for parameter names in the AWS Systems Manager User Guide.");
    }
  }

  private Map<String, ?> put(EngineCall call) {
    Structure input = call.input();
    String name = String.valueOf(input.text("Name"));
    String value = input.text("Value");
    boolean overwrite = Boolean.TRUE.equals(input.bool("Overwrite"));
    if (value == null || value.isEmpty()) {
      throw SsmErrors.validation(
          "1 validation error detected: Value '' at 'value' failed to satisfy constraint: Member"
              + " must have length greater than or equal to 1.");
    }
    if (overwrite && !input.structures("Tags").isEmpty()) {
      throw SsmErrors.validation(
          "Invalid request: tags and overwrite can't be used together. To create a parameter with"
              + " tags, please remove overwrite flag. To update tags for an existing parameter,"
              + " please use AddTagsToResource or RemoveTagsFromResource.");
    }
    checkName(String.valueOf(input.text("Name")));
    Structure before = parameters.find(name);
    String type = input.text("Type");
    if (type == null && before != null) {
      type = Parameters.newest(before).text("Type");
    }
    if (type == null) {
      throw SsmErrors.validation("A parameter type is required when you create a parameter.");
    }
    if (!TYPES.contains(type)) {
      throw SsmErrors.validation(
          "1 validation error detected: Value '"
              + type
              + "' at 'type' failed to satisfy constraint: Member must satisfy enum value set:"
              + " [SecureString, StringList, String]");
    }
    String dataType = input.text("DataType");
    if (dataType != null && !DATA_TYPES.contains(dataType)) {
      throw SsmErrors.validation(
          "The following data type is not supported: "
              + dataType
              + " (Data type names are all lowercase.)");
    }
    if (before != null && !overwrite) {
      throw new EngineException(
          "ParameterAlreadyExists",
          "The parameter already exists. To overwrite this value, set the overwrite option in the"
              + " request to true.");
    }
    checkPattern(input.text("AllowedPattern"), value);
    String tier = tier(input, before, value);
    String stored =
        type.equals("SecureString") ? secure.encrypt(name, value, keyId(input, before)) : value;
    String finalType = type;
    return table.change(() -> store(call, name, finalType, tier, stored));
  }

  private static @Nullable String keyId(Structure input, @Nullable Structure before) {
    String key = input.text("KeyId");
    return key == null && before != null ? Parameters.newest(before).text("KeyId") : key;
  }

  private static void checkPattern(@Nullable String pattern, String value) {
    if (pattern == null) {
      return;
    }
    try {
      if (!Pattern.compile(pattern).matcher(value).find()) {
        throw new EngineException(
            "ParameterPatternMismatchException",
            "Parameter value, cannot be validated against allowedPattern: " + pattern);
      }
    } catch (PatternSyntaxException e) {
      throw new EngineException(
          "InvalidAllowedPatternException", "Invalid allowed pattern: " + pattern);
    }
  }

  private static String tier(Structure input, @Nullable Structure before, String value) {
    String tier = input.text("Tier");
    if (tier == null && before != null) {
      tier = Parameters.newest(before).text("Tier");
    }
    boolean large = value.length() > 4096;
    if (value.length() > 8192) {
      throw SsmErrors.validation(
          "Advanced tier parameters support a maximum parameter value of 8192 characters.");
    }
    if ("Intelligent-Tiering".equals(tier)) {
      return large ? "Advanced" : "Standard";
    }
    if (large && !"Advanced".equals(tier)) {
      throw SsmErrors.validation(
          "Standard tier parameters support a maximum parameter value of 4096 characters. To create"
              + " a larger parameter value, upgrade the parameter to use the advanced-parameter"
              + " tier. For more information, see"
              + " https://docs.aws.amazon.com/systems-manager/latest/userguide/"
              + "parameter-store-advanced-parameters.html");
    }
    return tier == null ? "Standard" : tier;
  }

  private static @Nullable String either(
      Structure input, @Nullable Structure before, String member) {
    String value = input.text(member);
    return value == null && before != null ? before.text(member) : value;
  }

  private Map<String, ?> store(
      EngineCall call, String name, String type, String tier, String stored) {
    Structure input = call.input();
    Structure parameter = parameters.find(name);
    List<Object> versions = new ArrayList<>();
    Structure last = null;
    long number = 1;
    if (parameter != null) {
      if (!Boolean.TRUE.equals(input.bool("Overwrite"))) {
        throw new EngineException(
            "ParameterAlreadyExists",
            "The parameter already exists. To overwrite this value, set the overwrite option in the"
                + " request to true.");
      }
      versions.addAll(parameter.structures("Versions"));
      last = Parameters.newest(parameter);
      Long its = last.longInteger("Version");
      number = its == null ? 1 : its + 1;
      if (versions.size() >= MAX_VERSIONS) {
        Structure oldest = parameter.structures("Versions").get(0);
        if (!oldest.texts("Labels").isEmpty()) {
          throw new EngineException(
              "ParameterMaxVersionLimitExceeded",
              "You attempted to create a new version of "
                  + name
                  + " by calling the PutParameter API with the overwrite flag. Version "
                  + oldest.longInteger("Version")
                  + ", the oldest version, can't be deleted because it has a label associated with"
                  + " it. Move the label to another version of the parameter, and try again.");
        }
        versions.remove(0);
      }
    }
    String key = either(input, last, "KeyId");
    String dataType = either(input, last, "DataType");
    versions.add(
        new LinkedHashMap<>(
            Params.of(
                "Version",
                number,
                "Value",
                stored,
                "Type",
                type,
                "Description",
                either(input, last, "Description"),
                "KeyId",
                key == null && type.equals("SecureString") ? SecureStrings.DEFAULT_KEY : key,
                "AllowedPattern",
                either(input, last, "AllowedPattern"),
                "LastModifiedDate",
                parameters.now(),
                "LastModifiedUser",
                call.caller().arn(),
                "Labels",
                List.of(),
                "Tier",
                tier,
                "Policies",
                either(input, last, "Policies"),
                "DataType",
                dataType == null ? "text" : dataType)));
    parameters.put(
        name,
        versions,
        parameter == null ? input.structures("Tags") : parameter.structures("Tags"));
    return Params.of("Version", number, "Tier", tier);
  }

  private Map<String, ?> delete(EngineCall call) {
    String name = String.valueOf(call.input().text("Name"));
    if (!parameters.remove(name)) {
      throw SsmErrors.noParameter("Parameter " + name + " not found.");
    }
    return Map.of();
  }

  private Map<String, ?> deleteAll(EngineCall call) {
    List<String> deleted = new ArrayList<>();
    List<String> invalid = new ArrayList<>();
    for (String name : call.input().texts("Names")) {
      (parameters.remove(name) ? deleted : invalid).add(name);
    }
    return Params.of("DeletedParameters", deleted, "InvalidParameters", invalid);
  }

  private static boolean isLabel(String label) {
    String lower = label.toLowerCase(Locale.ROOT);
    return label.matches("[a-zA-Z0-9_.\\-]*")
        && !lower.startsWith("aws")
        && !lower.startsWith("ssm")
        && !label.matches("[0-9].*");
  }

  private Map<String, ?> label(EngineCall call) {
    Structure input = call.input();
    String name = String.valueOf(input.text("Name"));
    Structure parameter = parameters.get(name);
    Long wanted = input.longInteger("ParameterVersion");
    Structure version =
        wanted == null || wanted == 0
            ? Parameters.newest(parameter)
            : Parameters.version(parameter, wanted);
    if (version == null) {
      throw SsmErrors.noVersion(String.valueOf(wanted), name);
    }
    List<String> labels = new ArrayList<>();
    List<String> invalid = new ArrayList<>();
    for (String label : input.texts("Labels")) {
      if (!isLabel(label)) {
        invalid.add(label);
        continue;
      }
      if (label.length() > 100) {
        throw SsmErrors.validation(
            "1 validation error detected: Value '["
                + label
                + "]' at 'labels' failed to satisfy constraint: Member must satisfy constraint:"
                + " [Member must have length less than or equal to 100, Member must have length"
                + " greater than or equal to 1]");
      }
      labels.add(label);
    }
    List<String> all = new ArrayList<>(version.texts("Labels"));
    labels.stream().filter(label -> !all.contains(label)).forEach(all::add);
    if (all.size() > MAX_LABELS) {
      throw new EngineException(
          "ParameterVersionLabelLimitExceeded",
          "An error occurred (ParameterVersionLabelLimitExceeded) when calling the"
              + " LabelParameterVersion operation: A parameter version can have maximum 10"
              + " labels.Move one or more labels to another version and try again.");
    }
    relabel(parameter, version, all, labels);
    return Params.of("InvalidLabels", invalid, "ParameterVersion", version.longInteger("Version"));
  }

  /** Sets the labels of one version, and takes those that moved from the others. */
  private void relabel(
      Structure parameter, Structure version, List<String> labels, List<String> moved) {
    List<Object> versions = new ArrayList<>();
    for (Structure each : parameter.structures("Versions")) {
      Map<String, Object> changed = new LinkedHashMap<>(each);
      if (String.valueOf(each.longInteger("Version"))
          .equals(String.valueOf(version.longInteger("Version")))) {
        changed.put("Labels", labels);
      } else {
        List<String> left = new ArrayList<>(each.texts("Labels"));
        left.removeAll(moved);
        changed.put("Labels", left);
      }
      versions.add(changed);
    }
    parameters.edit(parameter, "Versions", versions);
  }

  private Map<String, ?> unlabel(EngineCall call) {
    Structure input = call.input();
    String name = String.valueOf(input.text("Name"));
    Structure parameter = parameters.get(name);
    Long number = input.longInteger("ParameterVersion");
    Structure version = number == null ? null : Parameters.version(parameter, number);
    if (version == null) {
      throw SsmErrors.noVersion(String.valueOf(number), name);
    }
    List<String> left = new ArrayList<>(version.texts("Labels"));
    List<String> removed = new ArrayList<>();
    List<String> invalid = new ArrayList<>();
    for (String label : input.texts("Labels")) {
      (left.remove(label) ? removed : invalid).add(label);
    }
    relabel(parameter, version, left, List.of());
    return Params.of("RemovedLabels", removed, "InvalidLabels", invalid);
  }
}
