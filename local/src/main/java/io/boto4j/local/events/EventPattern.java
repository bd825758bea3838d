package io.boto4j.local.events;

import io.boto4j.Json;
import io.boto4j.local.pattern.AddressBlock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules for event patterns. */
final class EventPattern {
  private static final List<String> COMPARISONS = List.of("<", "<=", "=", ">=", ">");
  private static final List<String> NEGATABLE =
      List.of("prefix", "suffix", "equals-ignore-case", "wildcard");

  private EventPattern() {}

  /** Reads and checks a pattern. */
  static Map<?, ?> read(String text) {
    Object pattern;
    try {
      pattern = Json.read(text);
    } catch (IllegalArgumentException e) {
      throw EventsErrors.pattern("Invalid JSON");
    }
    if (!(pattern instanceof Map<?, ?> map)) {
      throw EventsErrors.pattern("Filter is not an object");
    }
    check(map);
    return map;
  }

  private static void check(Map<?, ?> pattern) {
    for (Map.Entry<?, ?> entry : pattern.entrySet()) {
      Object value = entry.getValue();
      if (value instanceof Map<?, ?> nested) {
        check(nested);
      } else if (value instanceof List<?> list) {
        checkList(String.valueOf(entry.getKey()), list);
      } else {
        throw EventsErrors.pattern("'" + entry.getKey() + "' must be an object or an array");
      }
    }
  }

  private static void checkList(String name, List<?> list) {
    if (list.isEmpty()) {
      throw EventsErrors.pattern("Empty arrays are not allowed");
    }
    if (name.equals("$or") && list.stream().allMatch(each -> each instanceof Map<?, ?>)) {
      if (list.size() < 2) {
        throw EventsErrors.pattern("There must have at least 2 Objects in $or relationship.");
      }
      list.forEach(each -> check((Map<?, ?>) each));
    } else {
      list.forEach(EventPattern::checkCondition);
    }
  }

  private static void checkCondition(@Nullable Object condition) {
    if (condition instanceof List<?>) {
      throw EventsErrors.pattern("Match value must be String, number, true, false, or null");
    }
    if (condition instanceof Map<?, ?> map) {
      if (map.size() != 1) {
        throw EventsErrors.pattern("Only one key allowed in match expression");
      }
      map.forEach((operator, operand) -> checkOperator(String.valueOf(operator), operand));
    }
  }

  private static void checkOperator(String operator, @Nullable Object operand) {
    switch (operator) {
      case "exists" -> {
        if (!(operand instanceof Boolean)) {
          throw EventsErrors.pattern("exists match pattern must be either true or false.");
        }
      }
      case "prefix", "suffix" -> {
        boolean ignoresCase =
            operand instanceof Map<?, ?> map
                && map.size() == 1
                && map.get("equals-ignore-case") instanceof String;
        if (!(operand instanceof String) && !ignoresCase) {
          throw EventsErrors.pattern(operator + " match pattern must be a string");
        }
      }
      case "equals-ignore-case", "wildcard" -> {
        if (!(operand instanceof String text)) {
          throw EventsErrors.pattern(operator + " match pattern must be a string");
        }
        if (operator.equals("wildcard") && text.contains("**")) {
          throw EventsErrors.pattern(
              "Consecutive wildcard characters at pos " + text.indexOf("**"));
        }
      }
      case "cidr" -> {
        if (!(operand instanceof String block) || !AddressBlock.isValid(block)) {
          throw EventsErrors.pattern("Malformed CIDR, one '/' required");
        }
      }
      case "numeric" -> checkNumeric(operand);
      case "anything-but" -> checkAnythingBut(operand);
      default -> throw EventsErrors.pattern("Unrecognized match type " + operator);
    }
  }

  private static void checkAnythingBut(@Nullable Object operand) {
    if (operand instanceof Map<?, ?> map) {
      map.forEach(
          (operator, value) -> {
            if (!NEGATABLE.contains(String.valueOf(operator))) {
              throw EventsErrors.pattern("Unsupported anything-but pattern: " + operator);
            }
            List<?> values = value instanceof List<?> list ? list : List.of(String.valueOf(value));
            values.forEach(each -> checkOperator(String.valueOf(operator), each));
          });
    } else if (operand instanceof List<?> list && list.isEmpty()) {
      throw EventsErrors.pattern("Anything-But list must not be empty");
    }
  }

  private static void checkNumeric(@Nullable Object operand) {
    if (!(operand instanceof List<?> range) || range.isEmpty()) {
      throw EventsErrors.pattern("Value of numeric must be an array.");
    }
    if (range.size() != 2 && range.size() != 4) {
      throw EventsErrors.pattern("Invalid member in numeric match");
    }
    for (int i = 0; i < range.size(); i += 2) {
      if (!(range.get(i) instanceof String operator) || !COMPARISONS.contains(operator)) {
        throw EventsErrors.pattern("Unrecognized numeric range operator: " + range.get(i));
      }
      if (!(range.get(i + 1) instanceof Number)) {
        throw EventsErrors.pattern("Value of " + range.get(i) + " must be numeric");
      }
    }
  }
}
