package io.boto4j.local.dynamodb.expression;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with an expression whose grammar is right. DynamoDB reports one problem, by the
 * order of its checks and not by the order in the expression.
 */
final class Problems {
  /** The checks, in their order. */
  enum Check {
    PARENTHESES,
    RESERVED_IN_UPDATE,
    UNKNOWN_FUNCTION,
    MISUSED_FUNCTION,
    RESERVED,
    SECTION,
    NAME,
    VALUE,
    OVERLAP,
    CONFLICT,
    OPERANDS,
    DISTINCT,
    FUNCTION
  }

  private final Map<Check, String> found = new EnumMap<>(Check.class);

  void add(Check check, String message) {
    found.putIfAbsent(check, message);
  }

  /** Returns the problem that is reported, or null if it does not exist. */
  @Nullable String first() {
    return found.isEmpty() ? null : found.values().iterator().next();
  }
}
