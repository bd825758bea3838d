package io.boto4j.local.dynamodb;

import io.boto4j.Structure;
import io.boto4j.local.dynamodb.value.Failures;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The constraints on single members of a request, with DynamoDB's order of the choices. */
final class Constraints {
  private static final List<String> CAPACITY = List.of("INDEXES", "TOTAL", "NONE");
  private static final List<String> METRICS = List.of("SIZE", "NONE");
  private static final List<String> SELECT =
      List.of("SPECIFIC_ATTRIBUTES", "COUNT", "ALL_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES");
  private static final List<String> LOGIC = List.of("OR", "AND");
  private static final List<String> OPERATORS =
      List.of(
          "IN",
          "NULL",
          "BETWEEN",
          "LT",
          "NOT_CONTAINS",
          "EQ",
          "GT",
          "NOT_NULL",
          "NE",
          "LE",
          "BEGINS_WITH",
          "GE",
          "CONTAINS");

  private Constraints() {}

  /** Checks what all operations on items have in common. */
  static void checkItemOperation(Structure input) {
    check(input.text("ReturnConsumedCapacity"), "returnConsumedCapacity", CAPACITY);
    check(input.text("ReturnItemCollectionMetrics"), "returnItemCollectionMetrics", METRICS);
    check(input.text("ConditionalOperator"), "conditionalOperator", LOGIC);
  }

  /** Checks what queries and scans have in common. */
  static void checkRead(Structure input) {
    check(input.text("Select"), "select", SELECT);
    checkAtLeast(input.integer("Limit"), "limit", 1);
    checkItemOperation(input);
  }

  static void checkOperator(@Nullable String operator, String at) {
    check(operator, at, OPERATORS);
  }

  static void check(@Nullable String value, String at, List<String> choices) {
    if (value != null && !choices.contains(value)) {
      throw failure("'" + value + "'", at, "Member must satisfy enum value set: " + choices);
    }
  }

  static void checkAtLeast(@Nullable Integer value, String at, int least) {
    if (value != null && value < least) {
      throw failure(
          "'" + value + "'", at, "Member must have value greater than or equal to " + least);
    }
  }

  static void checkAtMost(@Nullable Integer value, String at, int most) {
    if (value != null && value > most) {
      throw failure("'" + value + "'", at, "Member must have value less than or equal to " + most);
    }
  }

  static RuntimeException failure(String value, String at, String constraint) {
    return Failures.validation(
        "1 validation error detected: Value "
            + value
            + " at '"
            + at
            + "' failed to satisfy constraint: "
            + constraint);
  }
}
