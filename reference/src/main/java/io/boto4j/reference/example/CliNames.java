package io.boto4j.reference.example;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names of the AWS CLI, where they are not those of the models in kebab case.
 *
 * <p>{@code src/test/python/cli_names.py} finds them by comparing the CLI with the models.
 */
final class CliNames {
  private static final CliNames ALL = read();

  /** The last word of each line by the words before it. */
  private final Map<String, String> differences = new HashMap<>();

  private CliNames() {}

  private static CliNames read() {
    CliNames names = new CliNames();
    for (String row : TextTable.rows("cli-names.txt")) {
      int end = row.lastIndexOf(' ');
      boolean named = !row.startsWith("absent ") && !row.startsWith("json ");
      names.differences.put(
          named ? row.substring(0, end) : row, named ? row.substring(end + 1) : "");
    }
    return names;
  }

  /** Returns the command of a service, such as {@code s3api}; null if the CLI has none. */
  static @Nullable String command(String service) {
    String name = ALL.differences.getOrDefault("command " + service, service);
    return name.equals("-") ? null : name;
  }

  static boolean hasOperation(String service, String operation) {
    return !ALL.differences.containsKey("absent " + service + " " + operation);
  }

  /** Returns the option of a member without dashes; null if it does not have the member's form. */
  static @Nullable String argument(String service, String operation, String member) {
    String key = service + " " + operation + " " + member;
    if (ALL.differences.containsKey("json " + key)) {
      return null;
    }
    String renamed = ALL.differences.get("argument " + key);
    return renamed == null ? kebabCase(member) : renamed;
  }

  /** Returns the option that sets a boolean to false, without dashes. */
  static String negative(String service, String operation, String member, String name) {
    String key = "negative " + service + " " + operation + " " + member;
    return ALL.differences.getOrDefault(key, "no-" + name);
  }

  static String kebabCase(String name) {
    return Boto3Names.of(name).replace('_', '-');
  }
}
