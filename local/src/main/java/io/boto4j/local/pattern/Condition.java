package io.boto4j.local.pattern;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** One condition of a pattern, on one value that is neither a list nor an object. */
final class Condition {
  /** Numbers are compared to this many digits after the point. */
  private static final int DIGITS = 6;

  private Condition() {}

  static boolean matches(@Nullable Object condition, @Nullable Object value) {
    if (!(condition instanceof Map<?, ?> map)) {
      return isEqual(condition, value);
    }
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (!matches(String.valueOf(entry.getKey()), entry.getValue(), value)) {
        return false;
      }
    }
    return !map.isEmpty();
  }

  private static boolean matches(
      String operator, @Nullable Object operand, @Nullable Object value) {
    return switch (operator) {
      case "anything-but" -> isAnythingBut(operand, value);
      case "numeric" -> operand instanceof List<?> range && isInRange(range, value);
      case "cidr" ->
          operand instanceof String block
              && value instanceof String address
              && AddressBlock.contains(block, address);
      default -> value instanceof String text && matchesText(operator, operand, text);
    };
  }

  private static boolean matchesText(String operator, @Nullable Object operand, String text) {
    return switch (operator) {
      case "prefix" -> compare(operand, text, String::startsWith);
      case "suffix" -> compare(operand, text, String::endsWith);
      case "equals-ignore-case" ->
          operand instanceof String wanted && lower(wanted).equals(lower(text));
      case "wildcard" -> operand instanceof String wildcard && Wildcard.matches(wildcard, text);
      default -> false;
    };
  }

  private static boolean compare(
      @Nullable Object operand, String text, BiPredicate<String, String> comparison) {
    if (operand instanceof Map<?, ?> map
        && map.get("equals-ignore-case") instanceof String wanted) {
      return comparison.test(lower(text), lower(wanted));
    }
    return operand instanceof String wanted && comparison.test(text, wanted);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static boolean isAnythingBut(@Nullable Object operand, @Nullable Object value) {
    if (operand instanceof List<?> list) {
      return list.stream().noneMatch(each -> isEqual(each, value));
    }
    if (!(operand instanceof Map<?, ?> map)) {
      return !isEqual(operand, value);
    }
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      String operator = String.valueOf(entry.getKey());
      List<?> operands =
          entry.getValue() instanceof List<?> list
              ? list
              : java.util.Collections.singletonList(entry.getValue());
      if (!(value instanceof String text)
          || operands.stream().anyMatch(each -> matchesText(operator, each, text))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isEqual(@Nullable Object wanted, @Nullable Object value) {
    if (wanted instanceof Number number) {
      return value instanceof Number other && decimal(number).compareTo(decimal(other)) == 0;
    }
    return Objects.equals(wanted, value);
  }

  private static BigDecimal decimal(Number number) {
    return new BigDecimal(number.toString()).setScale(DIGITS, RoundingMode.DOWN);
  }

  private static boolean isInRange(List<?> range, @Nullable Object value) {
    if (!(value instanceof Number number)) {
      return false;
    }
    for (int i = 0; i + 1 < range.size(); i += 2) {
      if (!(range.get(i + 1) instanceof Number bound)
          || !isOrdered(decimal(number).compareTo(decimal(bound)), range.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOrdered(int order, @Nullable Object comparison) {
    return switch (String.valueOf(comparison)) {
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case "=" -> order == 0;
      case ">=" -> order >= 0;
      case ">" -> order > 0;
      default -> false;
    };
  }
}
