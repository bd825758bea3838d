package io.boto4j.dynamodb;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts that writes of a table and of a transaction share. */
final class Writes {
  private Writes() {}

  /** Puts a condition into a request, which then returns the item if the condition fails. */
  static void condition(Map<String, Object> request, @Nullable Condition condition) {
    if (condition != null) {
      ExpressionWriter writer = new ExpressionWriter();
      request.put("ConditionExpression", condition.written(writer));
      writer.putInto(request);
      request.put("ReturnValuesOnConditionCheckFailure", "ALL_OLD");
    }
  }

  /** Checks the key of an item as far as the key is known without a call. */
  static void requireKey(TableCalls calls, Map<String, Object> item) {
    TableSchema known = calls.knownSchema();
    if (known != null) {
      known.keyOf(item);
    } else if (item.isEmpty()) {
      throw new IllegalArgumentException("The item for table " + calls.table() + " is empty");
    }
  }
}
