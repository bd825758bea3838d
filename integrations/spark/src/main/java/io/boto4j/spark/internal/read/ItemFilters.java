package io.boto4j.spark.internal.read;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.sources.EqualTo;
import org.apache.spark.sql.sources.Filter;
import org.apache.spark.sql.sources.GreaterThan;
import org.apache.spark.sql.sources.GreaterThanOrEqual;
import org.apache.spark.sql.sources.In;
import org.apache.spark.sql.sources.LessThan;
import org.apache.spark.sql.sources.LessThanOrEqual;
import org.apache.spark.sql.sources.Or;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.ByteType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.ShortType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Filters on attributes of DynamoDB, as a {@code FilterExpression}. They save transfer, not
 * capacity: DynamoDB counts what it read, not what it sends.
 */
final class ItemFilters {
  private static final int MOST_VALUES = 100;
  private static final int MOST_DIGITS = 38;

  private final ReadSpec spec;
  private final StructType schema;
  private final Map<String, Object> names = new LinkedHashMap<>();
  private final Map<String, Object> values = new LinkedHashMap<>();

  private ItemFilters(ReadSpec spec, StructType schema) {
    this.spec = spec;
    this.schema = schema;
  }

  static Pushdown.Result of(ReadSpec spec, StructType schema, Filter[] filters) {
    ItemFilters items = new ItemFilters(spec, schema);
    List<Filter> pushed = new ArrayList<>();
    List<String> conditions = new ArrayList<>();
    for (Filter filter : filters) {
      String condition = items.condition(filter);
      if (condition != null) {
        pushed.add(filter);
        conditions.add(condition);
      }
    }
    return pushed.isEmpty()
        ? Pushdown.Result.NOTHING
        : new Pushdown.Result(pushed, items.effect(String.join(" AND ", conditions)));
  }

  private Pushdown effect(String condition) {
    return set -> Expressions.with(set, condition, names, values);
  }

  /** Returns the condition for a filter, or null if DynamoDB cannot decide it as Spark does. */
  private @Nullable String condition(Filter filter) {
    if (filter instanceof EqualTo f) {
      return comparison(f.attribute(), "=", f.value(), true);
    } else if (filter instanceof GreaterThan f) {
      return comparison(f.attribute(), ">", f.value(), false);
    } else if (filter instanceof GreaterThanOrEqual f) {
      return comparison(f.attribute(), ">=", f.value(), false);
    } else if (filter instanceof LessThan f) {
      return comparison(f.attribute(), "<", f.value(), false);
    } else if (filter instanceof LessThanOrEqual f) {
      return comparison(f.attribute(), "<=", f.value(), false);
    } else if (filter instanceof In f) {
      return in(f);
    } else if (filter instanceof Or f) {
      return or(f);
    }
    return null;
  }

  /**
   * DynamoDB refuses names and values that no condition uses, so those of half an OR are removed.
   */
  private @Nullable String or(Or filter) {
    Set<String> namesBefore = Set.copyOf(names.keySet());
    Set<String> valuesBefore = Set.copyOf(values.keySet());
    String left = condition(filter.left());
    String right = left == null ? null : condition(filter.right());
    if (right == null) {
      names.keySet().retainAll(namesBefore);
      values.keySet().retainAll(valuesBefore);
      return null;
    }
    return "(" + left + " OR " + right + ")";
  }

  private @Nullable String comparison(
      String column, String operator, Object value, boolean equality) {
    Map<String, Object> attribute = isPushable(column) ? attribute(column, value, equality) : null;
    return attribute == null ? null : name(column) + " " + operator + " " + value(attribute);
  }

  private @Nullable String in(In filter) {
    Object[] wanted = filter.values();
    if (!isPushable(filter.attribute()) || wanted.length == 0 || wanted.length > MOST_VALUES) {
      return null;
    }
    List<Map<String, Object>> attributes = new ArrayList<>();
    for (Object each : wanted) {
      Map<String, Object> attribute = attribute(filter.attribute(), each, true);
      if (attribute == null) {
        return null;
      }
      attributes.add(attribute);
    }
    List<String> placeholders = attributes.stream().map(this::value).toList();
    return name(filter.attribute()) + " IN (" + String.join(", ", placeholders) + ")";
  }

  /** A query refuses conditions on the keys outside its key condition. */
  private boolean isPushable(String column) {
    boolean exists = schema.getFieldIndex(column).isDefined();
    boolean keyOfQuery = spec.operation().equals("Query") && spec.keyNames().contains(column);
    return exists && !keyOfQuery && !column.equals(spec.corruptColumn());
  }

  private @Nullable Map<String, Object> attribute(
      String column, @Nullable Object value, boolean equality) {
    DataType type = schema.apply(column).dataType();
    if (value instanceof Boolean && type instanceof BooleanType && equality) {
      return Map.of("BOOL", value);
    } else if (value instanceof String text && type instanceof StringType && equality) {
      return isCertainlyText(text) ? Map.of("S", text) : null;
    } else if (value instanceof Number number && isExact(type)) {
      BigDecimal exact = new BigDecimal(number.toString());
      return exact.precision() <= MOST_DIGITS ? Map.of("N", exact.toPlainString()) : null;
    }
    return null;
  }

  /**
   * A column of text also has numbers, booleans and JSON, which an S of DynamoDB is not equal to.
   */
  private static boolean isCertainlyText(String text) {
    if (text.isEmpty() || text.equals("true") || text.equals("false")) {
      return false;
    }
    char first = text.charAt(0);
    boolean other = (first >= '0' && first <= '9') || first == '-' || first == '[' || first == '{';
    return !other;
  }

  private static boolean isExact(DataType type) {
    return type instanceof LongType
        || type instanceof IntegerType
        || type instanceof ShortType
        || type instanceof ByteType
        || type instanceof DecimalType;
  }

  private String name(String column) {
    String placeholder = "#boto4jF" + names.size();
    names.put(placeholder, column);
    return placeholder;
  }

  private String value(Map<String, Object> attribute) {
    String placeholder = ":boto4jF" + values.size();
    values.put(placeholder, attribute);
    return placeholder;
  }
}
