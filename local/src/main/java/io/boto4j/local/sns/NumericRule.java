package io.boto4j.local.sns;

import io.boto4j.local.engine.EngineException;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules for {@code {"numeric": [">", 0, "<=", 5]}} in filter policies. */
final class NumericRule {
  private static final List<String> LOWER = List.of(">", ">=");
  private static final List<String> UPPER = List.of("<", "<=");

  private NumericRule() {}

  static void check(@Nullable Object operand) {
    if (!(operand instanceof List<?> range)) {
      throw error("Value of numeric must be an array.");
    }
    if (range.isEmpty()) {
      throw error("Invalid member in numeric match: ]");
    }
    if (!(range.get(0) instanceof String operator)) {
      throw error("Invalid member in numeric match: " + range.get(0));
    }
    if (!LOWER.contains(operator) && !UPPER.contains(operator) && !operator.equals("=")) {
      throw error("Unrecognized numeric range operator: " + operator);
    }
    BigDecimal first = number(range, 1, operator);
    if (range.size() == 2) {
      return;
    }
    if (!LOWER.contains(operator) || range.size() > 4) {
      throw error("Too many elements in numeric expression");
    }
    if (!(range.get(2) instanceof String second) || !UPPER.contains(second)) {
      throw error("Bad numeric range operator: " + range.get(2));
    }
    if (number(range, 3, second).compareTo(first) <= 0) {
      throw error("Bottom must be less than top");
    }
  }

  private static BigDecimal number(List<?> range, int index, String operator) {
    if (index >= range.size() || !(range.get(index) instanceof Number number)) {
      throw error("Value of " + operator + " must be numeric");
    }
    return new BigDecimal(number.toString());
  }

  /** SNS adds the position in the JSON text, which is left out here. */
  private static EngineException error(String rest) {
    return SnsErrors.parameter("Attributes Reason: FilterPolicy: " + rest + "\n at ...");
  }
}
