package io.boto4j.local.stepfunctions.asl;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules of choices. */
public final class Choice {
  private final Template template;

  /**
   * Creates an evaluator.
   *
   * @param template reads paths
   */
  public Choice(Template template) {
    this.template = template;
  }

  /**
   * Whether a rule holds.
   *
   * @param rule the rule
   * @return whether its state is next
   * @throws Failure if a path leads nowhere
   */
  public boolean holds(Map<?, ?> rule) {
    if (rule.get("And") instanceof List<?> rules) {
      return rules.stream().allMatch(each -> each instanceof Map<?, ?> map && holds(map));
    }
    if (rule.get("Or") instanceof List<?> rules) {
      return rules.stream().anyMatch(each -> each instanceof Map<?, ?> map && holds(map));
    }
    if (rule.get("Not") instanceof Map<?, ?> inner) {
      return !holds(inner);
    }
    String variable = String.valueOf(rule.get("Variable"));
    for (Map.Entry<?, ?> entry : rule.entrySet()) {
      String operator = String.valueOf(entry.getKey());
      if (!List.of("Variable", "Next", "Comment").contains(operator)) {
        return holds(operator, variable, entry.getValue());
      }
    }
    throw Failure.runtime("A rule of the Choice state has no comparison");
  }

  private boolean holds(String operator, String variable, @Nullable Object wanted) {
    boolean present = template.isPresent(variable);
    if (operator.equals("IsPresent")) {
      return present == Boolean.TRUE.equals(wanted);
    }
    if (!present) {
      throw Failure.runtime(
          "Invalid path '"
              + variable
              + "': The choice state's condition path references an invalid value.");
    }
    Object value = template.path(variable);
    if (operator.startsWith("Is")) {
      return is(operator, value) == Boolean.TRUE.equals(wanted);
    }
    boolean isPath = operator.endsWith("Path");
    Object other = isPath ? template.path(String.valueOf(wanted)) : wanted;
    return compare(isPath ? operator.substring(0, operator.length() - 4) : operator, value, other);
  }

  private static boolean is(String operator, @Nullable Object value) {
    return switch (operator) {
      case "IsNull" -> value == null;
      case "IsString" -> value instanceof String;
      case "IsNumeric" -> value instanceof Number;
      case "IsBoolean" -> value instanceof Boolean;
      case "IsTimestamp" -> time(value) != null;
      default -> throw Failure.runtime("Unknown comparison: " + operator);
    };
  }

  private static @Nullable OffsetDateTime time(@Nullable Object value) {
    try {
      return value instanceof String text && text.contains("T") ? OffsetDateTime.parse(text) : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static boolean compare(String operator, @Nullable Object left, @Nullable Object right) {
    if (operator.equals("StringMatches")) {
      return left instanceof String text && matches(text, String.valueOf(right));
    }
    if (operator.equals("BooleanEquals")) {
      return left instanceof Boolean && left.equals(right);
    }
    int order;
    String relation;
    if (operator.startsWith("String")) {
      relation = operator.substring("String".length());
      if (!(left instanceof String a && right instanceof String b)) {
        return false;
      }
      order = a.compareTo(b);
    } else if (operator.startsWith("Numeric")) {
      relation = operator.substring("Numeric".length());
      if (!(left instanceof Number a && right instanceof Number b)) {
        return false;
      }
      order = new BigDecimal(a.toString()).compareTo(new BigDecimal(b.toString()));
    } else if (operator.startsWith("Timestamp")) {
      relation = operator.substring("Timestamp".length());
      OffsetDateTime a = time(left);
      OffsetDateTime b = time(right);
      if (a == null || b == null) {
        return false;
      }
      order = a.toInstant().compareTo(b.toInstant());
    } else {
      throw Failure.runtime("Unknown comparison: " + operator);
    }
    return switch (relation) {
      case "Equals" -> order == 0;
      case "LessThan" -> order < 0;
      case "LessThanEquals" -> order <= 0;
      case "GreaterThan" -> order > 0;
      case "GreaterThanEquals" -> order >= 0;
      default -> throw Failure.runtime("Unknown comparison: " + operator);
    };
  }

  private static boolean matches(String text, String pattern) {
    StringBuilder expression = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\\' && i + 1 < pattern.length()) {
        expression.append(Pattern.quote(String.valueOf(pattern.charAt(++i))));
      } else {
        expression.append(c == '*' ? ".*" : Pattern.quote(String.valueOf(c)));
      }
    }
    return Pattern.compile(expression.toString(), Pattern.DOTALL).matcher(text).matches();
  }
}
