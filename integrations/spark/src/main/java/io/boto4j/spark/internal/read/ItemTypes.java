package io.boto4j.spark.internal.read;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * The types seen in a sample of items of DynamoDB, merged: one for each attribute, at any depth.
 *
 * <p>Whole numbers of up to 18 digits are BIGINT, other numbers DECIMAL(38, …); sets and lists are
 * arrays, maps are structures. An attribute with values of different types is text.
 */
final class ItemTypes {
  private static final int LONG_DIGITS = 18;
  private static final int USUAL_SCALE = 20;

  private enum Kind {
    UNKNOWN,
    TEXT,
    NUMBER,
    BOOLEAN,
    BINARY,
    LIST,
    MAP
  }

  private Kind kind = Kind.UNKNOWN;
  private int wholeDigits;
  private int scale;
  private @Nullable ItemTypes element;
  private final Map<String, ItemTypes> members = new TreeMap<>();

  /** Returns the schema of a sample, with columns in the order of their names. */
  static StructType schema(Iterable<? extends Map<String, ?>> items) {
    ItemTypes all = new ItemTypes();
    for (Map<String, ?> item : items) {
      all.add(item);
    }
    return all.struct();
  }

  private void add(@Nullable Object value) {
    if (value == null) {
      return;
    }
    Kind seen = kindOf(value);
    kind = kind == Kind.UNKNOWN || kind == seen ? seen : mixed(seen);
    if (value instanceof BigDecimal number) {
      BigDecimal plain = number.stripTrailingZeros();
      scale = Math.max(scale, plain.scale());
      wholeDigits = Math.max(wholeDigits, plain.precision() - plain.scale());
    } else if (value instanceof Collection<?> list) {
      for (Object each : list) {
        element = element == null ? new ItemTypes() : element;
        element.add(each);
      }
    } else if (value instanceof Map<?, ?> map) {
      map.forEach(
          (name, each) -> members.computeIfAbsent((String) name, key -> new ItemTypes()).add(each));
    }
  }

  /** Text takes every value except bytes: with those, there is no common type, and B wins. */
  private Kind mixed(Kind seen) {
    return kind == Kind.BINARY || seen == Kind.BINARY ? Kind.BINARY : Kind.TEXT;
  }

  private static Kind kindOf(Object value) {
    if (value instanceof BigDecimal) {
      return Kind.NUMBER;
    } else if (value instanceof Boolean) {
      return Kind.BOOLEAN;
    } else if (value instanceof byte[]) {
      return Kind.BINARY;
    } else if (value instanceof Collection) {
      return Kind.LIST;
    }
    return value instanceof Map ? Kind.MAP : Kind.TEXT;
  }

  private DataType type() {
    return switch (kind) {
      case UNKNOWN, TEXT -> DataTypes.StringType;
      case BOOLEAN -> DataTypes.BooleanType;
      case BINARY -> DataTypes.BinaryType;
      case NUMBER -> number();
      case LIST ->
          DataTypes.createArrayType(element == null ? DataTypes.StringType : element.type(), true);
      case MAP -> members.isEmpty() ? DataTypes.StringType : struct();
    };
  }

  private DataType number() {
    if (scale <= 0 && wholeDigits <= LONG_DIGITS) {
      return DataTypes.LongType;
    }
    int most = DecimalType.MAX_PRECISION();
    int fraction = Math.max(0, Math.min(Math.max(scale, USUAL_SCALE), most - wholeDigits));
    boolean fits = wholeDigits <= most && scale <= fraction;
    return fits ? DataTypes.createDecimalType(most, fraction) : DataTypes.StringType;
  }

  private StructType struct() {
    List<StructField> fields = new ArrayList<>();
    members.forEach((name, types) -> fields.add(ShapeTypes.field(name, types.type())));
    return DataTypes.createStructType(fields);
  }
}
