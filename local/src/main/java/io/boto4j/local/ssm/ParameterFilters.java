package io.boto4j.local.ssm;

import io.boto4j.Structure;
import io.boto4j.local.engine.EngineException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The filters of lists of parameters. */
final class ParameterFilters {
  private static final String NAMES =
      "The parameter doesn't meet the parameter name requirements. The parameter name must begin"
          + " with a forward slash \"/\". It can't be prefixed with \"aws\" or \"ssm\""
          + " (case-insensitive). It must use only letters, numbers, or the following symbols: ."
          + " (period), - (hyphen), _ (underscore). Special characters are not allowed. All"
          + " sub-paths, if specified, must use the forward slash symbol \"/\". Valid example:"
          + " /get/parameters2-/by1./path0_.";

  private ParameterFilters() {}

  private static String option(Structure filter) {
    String option = filter.text("Option");
    if (option != null) {
      return option;
    }
    return "Path".equals(filter.text("Key")) ? "OneLevel" : "Equals";
  }

  static void check(List<Structure> filters, boolean byPath) {
    checkConstraints(filters);
    List<String> seen = new ArrayList<>();
    for (Structure filter : filters) {
      String key = String.valueOf(filter.text("Key"));
      String option = option(filter);
      List<String> values = filter.texts("Values");
      if (!byPath && key.equals("Label")) {
        throw invalidKey("Label. Valid filter keys include: [Path, Name, Type, KeyId, Tier].");
      }
      if (byPath && List.of("Name", "Path", "Tier").contains(key)) {
        throw invalidKey(key + ". Valid filter keys include: [Type, KeyId].");
      }
      if (List.of("Name", "Type", "Path", "Tier", "Keyid").contains(key) && values.isEmpty()) {
        throw new EngineException(
            "InvalidFilterValue",
            "The following filter values are missing : null for filter key Name.");
      }
      if (seen.contains(key)) {
        throw new EngineException(
            "InvalidFilterKey",
            "The following filter is duplicated in the request: Name. A request can contain only"
                + " one occurrence of a specific filter.");
      }
      if (key.equals("Path")) {
        checkPaths(option, values);
      } else {
        if (key.equals("Tier")) {
          checkValues(values, "Standard, Advanced, Intelligent-Tiering");
        } else if (key.equals("Type")) {
          checkValues(values, "String, StringList, SecureString");
        }
        boolean known =
            option.equals("Equals")
                || option.equals("BeginsWith")
                || (key.equals("Name") && option.equals("Contains"));
        if (!known) {
          throw invalidOption(option, "BeginsWith, Equals");
        }
      }
      seen.add(key);
    }
  }

  private static EngineException invalidKey(String end) {
    return new EngineException("InvalidFilterKey", "The following filter key is not valid: " + end);
  }

  private static EngineException invalidOption(String option, String valid) {
    return new EngineException(
        "InvalidFilterOption",
        "The following filter option is not valid: "
            + option
            + ". Valid options include: ["
            + valid
            + "].");
  }

  private static void checkValues(List<String> values, String valid) {
    for (String value : values) {
      if (!List.of(valid.split(", ", -1)).contains(value)) {
        throw new EngineException(
            "InvalidFilterOption",
            "The following filter value is not valid: "
                + value
                + ". Valid values include: ["
                + valid
                + "].");
      }
    }
  }

  private static void checkPaths(String option, List<String> values) {
    if (!option.equals("Recursive") && !option.equals("OneLevel")) {
      throw invalidOption(option, "Recursive, OneLevel");
    }
    for (String value : values) {
      String lower = value.toLowerCase(Locale.ROOT);
      if (lower.startsWith("/aws") || lower.startsWith("/ssm")) {
        throw SsmErrors.validation(
            "Filters for common parameters can't be prefixed with \"aws\" or \"ssm\""
                + " (case-insensitive). When using global parameters, please specify within a"
                + " global namespace.");
      }
      if (value.contains("//") || !value.startsWith("/") || !value.matches("[a-zA-Z0-9_.\\-/]*")) {
        throw SsmErrors.validation(NAMES);
      }
    }
  }

  private static void checkConstraints(List<Structure> filters) {
    List<String> problems = new ArrayList<>();
    int number = 1;
    for (Structure filter : filters) {
      String place = "parameterFilters." + number++ + ".member.";
      String key = String.valueOf(filter.text("Key"));
      List<String> values = filter.texts("Values");
      if (!key.matches("tag:.+|Name|Type|KeyId|Path|Label|Tier")) {
        problems.add(
            problem(
                key,
                place + "key",
                "Member must satisfy regular expression pattern:"
                    + " tag:.+|Name|Type|KeyId|Path|Label|Tier"));
      }
      if (key.length() > 132) {
        problems.add(
            problem(key, place + "key", "Member must have length less than or equal to 132"));
      }
      if (option(filter).length() > 10) {
        problems.add(
            problem(
                "over 10 chars",
                place + "option",
                "Member must have length less than or equal to 10"));
      }
      if (values.size() > 50) {
        problems.add(
            problem(values, place + "values", "Member must have length less than or equal to 50"));
      }
      if (values.stream().anyMatch(value -> value.length() > 1024)) {
        problems.add(
            problem(
                values,
                place + "values",
                "[Member must have length less than or equal to 1024, Member must have length"
                    + " greater than or equal to 1]"));
      }
    }
    if (!problems.isEmpty()) {
      throw SsmErrors.validation(
          problems.size()
              + " validation error"
              + (problems.size() == 1 ? "" : "s")
              + " detected: "
              + String.join("; ", problems));
    }
  }

  private static String problem(Object value, String place, String constraint) {
    return "Value \""
        + value
        + "\" at \""
        + place
        + "\" failed to satisfy constraint: "
        + constraint;
  }

  static boolean matches(Structure parameter, List<Structure> filters) {
    return filters.stream().allMatch(filter -> matches(parameter, filter));
  }

  private static boolean matches(Structure parameter, Structure filter) {
    String key = String.valueOf(filter.text("Key"));
    String option = option(filter);
    List<String> values = filter.texts("Values");
    Structure newest = Parameters.newest(parameter);
    String name = "/" + String.valueOf(parameter.text("Name")).replaceFirst("^/+", "");
    if (key.startsWith("tag:")) {
      for (Structure tag : parameter.structures("Tags")) {
        if (key.substring("tag:".length()).equals(tag.text("Key"))) {
          return values.isEmpty() || compares(String.valueOf(tag.text("Value")), option, values);
        }
      }
      return false;
    }
    return switch (key) {
      case "Name" ->
          compares(
              name,
              option,
              option.equals("Contains")
                  ? values
                  : values.stream().map(v -> "/" + v.replaceFirst("^/+", "")).toList());
      case "Path" -> values.stream().anyMatch(path -> isBelow(name, path, option));
      case "Type" -> compares(newest.text("Type"), option, values);
      case "KeyId" -> compares(newest.text("KeyId"), option, values);
      case "Tier" -> compares(newest.text("Tier"), option, values);
      case "Label" -> newest.texts("Labels").stream().anyMatch(values::contains);
      default -> true;
    };
  }

  private static boolean compares(@Nullable String actual, String option, List<String> values) {
    if (actual == null) {
      return false;
    }
    return values.stream()
        .anyMatch(
            value ->
                switch (option) {
                  case "BeginsWith" -> actual.startsWith(value);
                  case "Contains" -> actual.contains(value);
                  default -> actual.equals(value);
                });
  }

  private static boolean isBelow(String name, String path, String option) {
    String start = path.replaceFirst("/+$", "") + "/";
    return name.startsWith(start)
        && (option.equals("Recursive") || name.indexOf('/', start.length()) < 0);
  }

  /** The older filters, of which all must match. */
  static boolean matchesOld(Structure parameter, List<Structure> filters) {
    Structure newest = Parameters.newest(parameter);
    for (Structure filter : filters) {
      List<String> values = filter.texts("Values");
      boolean matches =
          switch (String.valueOf(filter.text("Key"))) {
            case "Name" -> compares(String.valueOf(parameter.text("Name")), "BeginsWith", values);
            case "Type" -> compares(newest.text("Type"), "Equals", values);
            case "KeyId" -> compares(newest.text("KeyId"), "Equals", values);
            default -> true;
          };
      if (!matches) {
        return false;
      }
    }
    return true;
  }
}
