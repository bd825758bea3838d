package io.boto4j.local.policy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of a condition block: an operator, a key of the request's context and values.
 *
 * @param set the qualifier for keys with several values, or null
 * @param operator the operator without the qualifier and without {@code IfExists}
 * @param ifExists whether the condition holds for requests without the key
 * @param key the key as the policy writes it
 * @param values the values, of which one must match
 */
record Condition(
    @Nullable String set, Operator operator, boolean ifExists, String key, List<String> values) {
  static final String ALL = "ForAllValues:";
  static final String ANY = "ForAnyValue:";
  private static final String IF_EXISTS = "IfExists";

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException if there is no such operator
   */
  static Condition of(String operator, String key, List<String> values) {
    String name = operator;
    String set = null;
    if (name.startsWith(ALL) || name.startsWith(ANY)) {
      set = name.startsWith(ALL) ? ALL : ANY;
      name = name.substring(set.length());
    }
    boolean ifExists = name.endsWith(IF_EXISTS);
    if (ifExists) {
      name = name.substring(0, name.length() - IF_EXISTS.length());
    }
    return new Condition(set, Operator.named(name), ifExists, key, List.copyOf(values));
  }

  /** Whether a request with this context, whose keys are in lower case, meets the condition. */
  boolean holds(Map<String, List<String>> context) {
    @Nullable List<String> actual = context.get(key.toLowerCase(Locale.ROOT));
    if (operator == Operator.NULL) {
      boolean absent = actual == null || actual.isEmpty();
      return values.stream().anyMatch(value -> Boolean.parseBoolean(value) == absent);
    }
    if (actual == null || actual.isEmpty()) {
      return ifExists || ALL.equals(set) || (operator.negated() && !ANY.equals(set));
    }
    if (ALL.equals(set)) {
      return actual.stream().allMatch(one -> matches(one, context));
    }
    if (ANY.equals(set)) {
      return actual.stream().anyMatch(one -> matches(one, context));
    }
    return operator.negated()
        ? actual.stream().allMatch(one -> matches(one, context))
        : actual.stream().anyMatch(one -> matches(one, context));
  }

  private boolean matches(String actual, Map<String, List<String>> context) {
    boolean any =
        values.stream().anyMatch(value -> operator.compares(Pattern.of(value, context), actual));
    return any != operator.negated();
  }
}
