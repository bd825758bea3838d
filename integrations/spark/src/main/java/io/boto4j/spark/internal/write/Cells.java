package io.boto4j.spark.internal.write;

import io.boto4j.Json;
import io.boto4j.model.NearNames;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.expressions.SpecializedGetters;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.MapData;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.ByteType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.NullType;
import org.apache.spark.sql.types.ShortType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;
import org.apache.spark.sql.types.VariantType;
import org.jspecify.annotations.Nullable;

/**
 * The readers of cells by Spark's types: the schema is read once, and rows are then converted
 * without a look at it.
 */
final class Cells {
  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final long MICROS_PER_MILLI = 1_000;
  private static final int NANOS_PER_MICRO = 1_000;

  private final CellOptions options;

  /** The paths of all arrays, against which the option with sets is checked. */
  private final List<String> arrays = new ArrayList<>();

  private Cells(CellOptions options) {
    this.options = options;
  }

  /**
   * Returns the reader of a type.
   *
   * @param type the type of the column
   * @param place the path of the column, for messages and for {@link CellOptions#sets}
   * @param options the options
   * @throws IllegalArgumentException if AWS has no form for the type
   */
  static Cell of(DataType type, String place, CellOptions options) {
    return new Cells(options).cell(type, place);
  }

  /**
   * Returns the reader of a whole row, as a map by column name.
   *
   * @throws IllegalArgumentException if AWS has no form for a type, or a set is not an array
   */
  static RowReader ofRow(StructType schema, CellOptions options) {
    Cells cells = new Cells(options);
    RowReader reader = cells.row(schema, "");
    for (String set : options.sets()) {
      if (!cells.arrays.contains(set)) {
        throw new IllegalArgumentException(
            "The option 'sets' names "
                + set
                + ", which is not a column with an array."
                + NearNames.hint(set, cells.arrays));
      }
    }
    return reader;
  }

  private Cell cell(DataType type, String place) {
    Cell simple = simple(type);
    if (simple != null) {
      return simple;
    } else if (type instanceof TimestampType) {
      return timestamp();
    } else if (type instanceof DecimalType decimal) {
      return decimal(decimal.precision(), decimal.scale());
    } else if (type instanceof ArrayType array) {
      return array(array, place);
    } else if (type instanceof MapType map) {
      return map(map, place);
    } else if (type instanceof StructType struct) {
      RowReader fields = row(struct, place + ".");
      return (row, i) -> fields.read(row.getStruct(i, struct.size()));
    }
    throw new IllegalArgumentException(
        "The column "
            + place
            + " has the type "
            + type.simpleString()
            + ", which has no form in AWS: cast it, for example to string or decimal");
  }

  private static @Nullable Cell simple(DataType type) {
    if (type instanceof StringType) {
      return (row, i) -> row.getUTF8String(i).toString();
    } else if (type instanceof LongType) {
      return SpecializedGetters::getLong;
    } else if (type instanceof IntegerType) {
      return SpecializedGetters::getInt;
    } else if (type instanceof ShortType) {
      return (row, i) -> (int) row.getShort(i);
    } else if (type instanceof ByteType) {
      return (row, i) -> (int) row.getByte(i);
    } else if (type instanceof DoubleType) {
      return SpecializedGetters::getDouble;
    } else if (type instanceof FloatType) {
      return SpecializedGetters::getFloat;
    } else if (type instanceof BooleanType) {
      return SpecializedGetters::getBoolean;
    } else if (type instanceof BinaryType) {
      return SpecializedGetters::getBinary;
    } else if (type instanceof DateType) {
      return (row, i) -> LocalDate.ofEpochDay(row.getInt(i)).toString();
    } else if (type instanceof TimestampNTZType) {
      return (row, i) -> local(row.getLong(i)).toString();
    } else if (type instanceof VariantType) {
      return (row, i) -> Json.read(row.getVariant(i).toJson(ZoneOffset.UTC));
    }
    return type instanceof NullType ? (row, i) -> null : null;
  }

  private Cell timestamp() {
    return switch (options.timestamps()) {
      case INSTANT -> (row, i) -> instant(row.getLong(i));
      case EPOCH_SECONDS -> (row, i) -> Math.floorDiv(row.getLong(i), MICROS_PER_SECOND);
      case EPOCH_MILLIS -> (row, i) -> Math.floorDiv(row.getLong(i), MICROS_PER_MILLI);
    };
  }

  private static Instant instant(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, MICROS_PER_SECOND),
        Math.floorMod(micros, MICROS_PER_SECOND) * NANOS_PER_MICRO);
  }

  private static LocalDateTime local(long micros) {
    return LocalDateTime.ofInstant(instant(micros), ZoneOffset.UTC);
  }

  private static Cell decimal(int precision, int scale) {
    return (row, i) -> {
      BigDecimal value = row.getDecimal(i, precision, scale).toJavaBigDecimal();
      // Spark pads to the scale of the column: 1.500000 is written as 1.5.
      BigDecimal shortest = value.stripTrailingZeros();
      return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    };
  }

  private Cell array(ArrayType type, String place) {
    arrays.add(place);
    Cell element = cell(type.elementType(), place + "[]");
    if (options.sets().contains(place)) {
      return (row, i) -> set(row.getArray(i), element);
    }
    return (row, i) -> list(row.getArray(i), element);
  }

  private static List<@Nullable Object> list(ArrayData array, Cell element) {
    int size = array.numElements();
    List<@Nullable Object> values = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      values.add(element.readNullable(array, i));
    }
    return values;
  }

  /** A set without null elements; null if it is empty, because DynamoDB has no empty sets. */
  private static @Nullable Object set(ArrayData array, Cell element) {
    LinkedHashSet<Object> values = new LinkedHashSet<>();
    for (int i = 0; i < array.numElements(); i++) {
      Object value = element.readNullable(array, i);
      if (value != null) {
        values.add(value instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : value);
      }
    }
    return values.isEmpty() ? null : values;
  }

  private Cell map(MapType type, String place) {
    if (!(type.keyType() instanceof StringType)) {
      throw new IllegalArgumentException(
          "The column "
              + place
              + " is a map with keys of type "
              + type.keyType().simpleString()
              + "; maps of AWS have strings as keys: cast them");
    }
    Cell value = cell(type.valueType(), place + "{}");
    return (row, i) -> map(row.getMap(i), value);
  }

  private Map<String, @Nullable Object> map(MapData map, Cell valueCell) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    ArrayData keys = map.keyArray();
    for (int i = 0; i < map.numElements(); i++) {
      Object value = valueCell.readNullable(map.valueArray(), i);
      if (value != null || options.keepNulls()) {
        values.put(keys.getUTF8String(i).toString(), value);
      }
    }
    return values;
  }

  private RowReader row(StructType schema, String prefix) {
    StructField[] fields = schema.fields();
    String[] names = new String[fields.length];
    Cell[] cells = new Cell[fields.length];
    for (int i = 0; i < fields.length; i++) {
      names[i] = fields[i].name();
      cells[i] = cell(fields[i].dataType(), prefix + names[i]);
    }
    return new RowReader(names, cells, options.keepNulls());
  }
}
