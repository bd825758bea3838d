package io.boto4j.local.dynamodb;

import io.boto4j.local.dynamodb.expression.KeyCondition;
import io.boto4j.local.dynamodb.table.KeySchema;
import io.boto4j.local.dynamodb.table.KeySchema.KeyAttribute;
import io.boto4j.local.dynamodb.value.Failures;
import io.boto4j.local.dynamodb.value.KeyEncoding;
import io.boto4j.local.dynamodb.value.Value;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The range of encoded keys that a query reads: from inclusive, to exclusive.
 *
 * @param from the first key
 * @param to the first key after it
 * @param partition the beginning of all keys of the partition
 */
@SuppressWarnings("ArrayRecordComponent") // ranges are not compared
record KeyRange(byte[] from, byte[] to, byte[] partition) {
  private static final Set<String> NOT_INDEXABLE =
      Set.of("NULL", "NOT_NULL", "NE", "CONTAINS", "NOT_CONTAINS", "IN");

  /** Computes the range of conditions, or fails if they do not fit the key. */
  static KeyRange of(KeySchema schema, Map<String, KeyCondition> conditions) {
    check(schema, conditions);
    KeyEncoding encoding = new KeyEncoding();
    for (KeyAttribute attribute : schema.partition()) {
      KeyCondition condition = condition(conditions, attribute);
      if (condition == null) {
        throw missing(attribute);
      }
      if (!condition.operator().equals("EQ")) {
        throw notSupported();
      }
      encoding.add(value(condition, 0, attribute));
    }
    byte[] partition = encoding.toBytes();
    KeyRange range = new KeyRange(partition, encoding.toEnd(), partition);
    boolean open = true;
    int left = conditions.size() - schema.partition().size();
    for (KeyAttribute attribute : schema.sort()) {
      if (left == 0) {
        break;
      }
      KeyCondition condition = condition(conditions, attribute);
      if (condition == null) {
        throw missing(attribute);
      }
      if (!open) {
        throw notSupported();
      }
      range = range.narrow(condition, attribute);
      open = condition.operator().equals("EQ");
      left--;
    }
    if (left > 0) {
      throw notSupported();
    }
    return range;
  }

  private static void check(KeySchema schema, Map<String, KeyCondition> conditions) {
    int most = schema.partition().size() + Math.max(1, schema.sort().size());
    if (conditions.isEmpty() || conditions.size() > most) {
      throw Failures.validation("Conditions can be of length 1 or 2 only");
    }
    if (schema.partition().size() == 1 && schema.sort().isEmpty() && conditions.size() > 1) {
      if (conditions.containsKey(schema.partition().get(0).name())) {
        throw notSupported();
      }
    }
    for (KeyAttribute attribute : schema.all()) {
      KeyCondition condition = condition(conditions, attribute);
      if (condition != null && NOT_INDEXABLE.contains(condition.operator())) {
        throw Failures.validation("Attempted conditional constraint is not an indexable operation");
      }
    }
  }

  private static @Nullable KeyCondition condition(
      Map<String, KeyCondition> conditions, KeyAttribute attribute) {
    return conditions.get(attribute.name());
  }

  private static Value value(KeyCondition condition, int index, KeyAttribute attribute) {
    Value value = condition.values().get(index);
    if (value.type() != attribute.type()) {
      throw Failures.parameter("Condition parameter type does not match schema type");
    }
    boolean empty =
        (value instanceof Value.Text text && text.text().isEmpty())
            || (value instanceof Value.Binary binary && binary.bytes().length == 0);
    if (empty && !condition.operator().equals("BEGINS_WITH")) {
      throw Failures.validation(
          "One or more parameter values are not valid. The AttributeValue for a key attribute"
              + " cannot contain an empty "
              + (value.type() == Value.Type.S ? "string" : "binary")
              + " value. Key: "
              + attribute.name());
    }
    return value;
  }

  private static RuntimeException missing(KeyAttribute attribute) {
    return Failures.validation("Query condition missed key schema element: " + attribute.name());
  }

  private static RuntimeException notSupported() {
    return Failures.validation("Query key condition not supported");
  }

  /** Narrows the range, whose bounds are those of one value of the key so far. */
  private KeyRange narrow(KeyCondition condition, KeyAttribute attribute) {
    Value value = value(condition, 0, attribute);
    byte[] first = with(value);
    byte[] after = KeyEncoding.after(first);
    return switch (condition.operator()) {
      case "EQ" -> new KeyRange(first, after, partition);
      case "LT" -> new KeyRange(from, first, partition);
      case "LE" -> new KeyRange(from, after, partition);
      case "GT" -> new KeyRange(after, to, partition);
      case "GE" -> new KeyRange(first, to, partition);
      case "BETWEEN" ->
          new KeyRange(first, KeyEncoding.after(with(value(condition, 1, attribute))), partition);
      default -> {
        if (value.type() == Value.Type.N) {
          throw Failures.parameter(
              "ComparisonOperator BEGINS_WITH is not valid for N AttributeValue type");
        }
        byte[] start = new KeyEncoding().addEncoded(from).addStart(value).toBytes();
        yield new KeyRange(start, KeyEncoding.after(start), partition);
      }
    };
  }

  private byte[] with(Value value) {
    return new KeyEncoding().addEncoded(from).add(value).toBytes();
  }

  /** Checks that a query can go on after a key. */
  void checkStart(byte[] start) {
    boolean samePartition =
        start.length >= partition.length
            && Arrays.equals(start, 0, partition.length, partition, 0, partition.length);
    if (!samePartition) {
      throw Failures.validation(
          "The provided starting key is outside query boundaries based on provided conditions");
    }
    boolean within =
        Arrays.compareUnsigned(start, from) >= 0 && Arrays.compareUnsigned(start, to) < 0;
    if (!within) {
      throw Failures.validation("The provided starting key does not match the range key predicate");
    }
  }
}
