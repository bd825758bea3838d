package io.boto4j.spark.internal.read;

import io.boto4j.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.ArrayBasedMapData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.ByteType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.ShortType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.TimestampType;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/**
 * The converters of all types, made once for each reader.
 *
 * <p>No conversion loses anything: a fraction does not become a whole number, and a number does not
 * overflow. A column of text takes any value except bytes; what is not text is written as JSON.
 */
final class Converters {
  private Converters() {}

  static Converter of(DataType type) {
    if (type instanceof StringType) {
      return Converters::text;
    } else if (type instanceof BooleanType) {
      return value -> value instanceof Boolean ? value : misfit(type, value);
    } else if (type instanceof BinaryType) {
      return value -> value instanceof byte[] ? value : misfit(type, value);
    } else if (type instanceof TimestampType) {
      return Converters::timestamp;
    } else if (type instanceof ArrayType array) {
      return array(array, of(array.elementType()));
    } else if (type instanceof MapType map) {
      return map(map, of(map.valueType()));
    } else if (type instanceof StructType struct) {
      return struct(struct);
    }
    return number(type);
  }

  private static Converter number(DataType type) {
    if (type instanceof LongType) {
      return value -> whole(type, value, Long.MIN_VALUE, Long.MAX_VALUE);
    } else if (type instanceof IntegerType) {
      return value -> (int) whole(type, value, Integer.MIN_VALUE, Integer.MAX_VALUE);
    } else if (type instanceof ShortType) {
      return value -> (short) whole(type, value, Short.MIN_VALUE, Short.MAX_VALUE);
    } else if (type instanceof ByteType) {
      return value -> (byte) whole(type, value, Byte.MIN_VALUE, Byte.MAX_VALUE);
    } else if (type instanceof DoubleType) {
      return value -> value instanceof Number n ? (Object) n.doubleValue() : misfit(type, value);
    } else if (type instanceof FloatType) {
      return value -> value instanceof Number n ? (Object) n.floatValue() : misfit(type, value);
    } else if (type instanceof DecimalType decimal) {
      return value -> decimal(decimal, value);
    }
    throw new IllegalArgumentException("The type " + type.sql() + " cannot be read from AWS.");
  }

  private static Object text(Object value) {
    if (value instanceof CharSequence text) {
      return UTF8String.fromString(text.toString());
    }
    if (value instanceof byte[]) {
      throw new Misfit("", "STRING", "binary; read it as BINARY");
    }
    if (value instanceof BigDecimal number) {
      return UTF8String.fromString(number.toPlainString());
    }
    boolean plain = value instanceof Number || value instanceof Boolean || value instanceof Instant;
    return UTF8String.fromString(plain ? value.toString() : Json.write(value));
  }

  private static Object timestamp(Object value) {
    Instant instant = null;
    if (value instanceof Instant given) {
      instant = given;
    } else if (value instanceof CharSequence text) {
      try {
        instant = Instant.parse(text);
      } catch (DateTimeException e) {
        throw new Misfit(
            "", "TIMESTAMP", "text that is not an instant such as 2026-01-31T10:00:00Z");
      }
    }
    if (instant == null) {
      throw new Misfit("", "TIMESTAMP", kind(value));
    }
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  private static long whole(DataType type, Object value, long least, long most) {
    if (value instanceof Number number) {
      try {
        long whole =
            number instanceof Integer || number instanceof Long
                ? number.longValue()
                : exact(number).longValueExact();
        if (whole >= least && whole <= most) {
          return whole;
        }
      } catch (ArithmeticException e) {
        throw new Misfit("", type.sql(), "a number with a fraction or more digits");
      }
      throw new Misfit("", type.sql(), "a larger number");
    }
    throw new Misfit("", type.sql(), kind(value));
  }

  private static BigDecimal exact(Number number) {
    if (number instanceof BigDecimal decimal) {
      return decimal;
    }
    return number instanceof BigInteger integer
        ? new BigDecimal(integer)
        : new BigDecimal(number.toString());
  }

  private static Object decimal(DecimalType type, Object value) {
    if (!(value instanceof Number number)) {
      throw new Misfit("", type.sql(), kind(value));
    }
    try {
      BigDecimal exact = exact(number).setScale(type.scale());
      if (exact.precision() <= type.precision()) {
        return Decimal.apply(exact, type.precision(), type.scale());
      }
    } catch (ArithmeticException | NumberFormatException e) {
      throw new Misfit("", type.sql(), "a number with more digits after the point");
    }
    throw new Misfit("", type.sql(), "a larger number");
  }

  private static Converter array(ArrayType type, Converter element) {
    return value -> {
      if (!(value instanceof Collection<?> list)) {
        return misfit(type, value);
      }
      Object[] converted = new Object[list.size()];
      int index = 0;
      for (Object each : list) {
        converted[index] = inside(element, each, "[" + index + "]");
        index++;
      }
      return new GenericArrayData(converted);
    };
  }

  private static Converter map(MapType type, Converter element) {
    return value -> {
      if (!(value instanceof Map<?, ?> map)) {
        return misfit(type, value);
      }
      Object[] keys = new Object[map.size()];
      Object[] values = new Object[map.size()];
      int index = 0;
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        String key = (String) entry.getKey();
        keys[index] = UTF8String.fromString(key);
        values[index++] = inside(element, entry.getValue(), key);
      }
      return new ArrayBasedMapData(new GenericArrayData(keys), new GenericArrayData(values));
    };
  }

  private static Converter struct(StructType type) {
    List<StructField> fields = List.of(type.fields());
    Converter[] converters = new Converter[fields.size()];
    for (int i = 0; i < converters.length; i++) {
      converters[i] = of(fields.get(i).dataType());
    }
    return value -> {
      if (!(value instanceof Map<?, ?> map)) {
        return misfit(type, value);
      }
      Object[] row = new Object[converters.length];
      for (int i = 0; i < row.length; i++) {
        String name = fields.get(i).name();
        row[i] = inside(converters[i], map.get(name), name);
      }
      return (InternalRow) new GenericInternalRow(row);
    };
  }

  private static @Nullable Object inside(
      Converter converter, @Nullable Object value, String place) {
    if (value == null) {
      return null;
    }
    try {
      return converter.convert(value);
    } catch (Misfit e) {
      throw e.within(place);
    }
  }

  private static Object misfit(DataType type, Object value) {
    throw new Misfit("", type.sql(), kind(value));
  }

  private static String kind(Object value) {
    if (value instanceof CharSequence) {
      return "text";
    } else if (value instanceof Number) {
      return "a number";
    } else if (value instanceof Boolean) {
      return "a boolean";
    } else if (value instanceof byte[]) {
      return "binary";
    } else if (value instanceof Map) {
      return "a map";
    }
    return value instanceof Collection ? "a list" : "of another type";
  }
}
