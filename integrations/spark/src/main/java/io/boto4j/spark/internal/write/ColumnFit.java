package io.boto4j.spark.internal.write;

import io.boto4j.model.ListShape;
import io.boto4j.model.MapShape;
import io.boto4j.model.NearNames;
import io.boto4j.model.Shape;
import io.boto4j.model.StructureShape;
import java.util.Objects;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.IntegralType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.NullType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.TimestampType;

/** The check, before a job, that the types of columns fit the shapes of parameters. */
final class ColumnFit {
  private ColumnFit() {}

  /**
   * Checks a type and everything in it.
   *
   * @param type the type of the column, or of a part of it
   * @param shape the shape of the parameter
   * @param place the path, for messages
   * @throws IllegalArgumentException if no value of the type fits
   */
  static void check(DataType type, Shape shape, String place) {
    if (type instanceof NullType || matches(type, shape)) {
      checkParts(type, shape, place);
      return;
    }
    throw new IllegalArgumentException(
        "The column "
            + place
            + " has the type "
            + type.simpleString()
            + ", but the parameter needs "
            + wanted(shape)
            + ".");
  }

  private static boolean matches(DataType type, Shape shape) {
    return switch (shape.type()) {
      case STRING -> type instanceof StringType;
      case INTEGER, LONG, BIG_INTEGER -> isWhole(type);
      case FLOAT, DOUBLE, BIG_DECIMAL -> type instanceof NumericType;
      case BOOLEAN -> type instanceof BooleanType;
      case TIMESTAMP ->
          type instanceof TimestampType
              || type instanceof DateType
              || type instanceof StringType
              || isWhole(type);
      case BLOB -> type instanceof BinaryType || type instanceof StringType;
      case LIST -> type instanceof ArrayType;
      case MAP -> type instanceof MapType || type instanceof StructType;
      case STRUCTURE -> type instanceof StructType;
      case DOCUMENT -> true;
    };
  }

  private static boolean isWhole(DataType type) {
    return type instanceof IntegralType || (type instanceof DecimalType d && d.scale() == 0);
  }

  private static void checkParts(DataType type, Shape shape, String place) {
    if (shape instanceof ListShape list && type instanceof ArrayType array) {
      check(array.elementType(), list.element().shape(), place + "[]");
    } else if (shape instanceof MapShape map && type instanceof MapType values) {
      check(values.valueType(), map.value().shape(), place + "{}");
    } else if (shape instanceof MapShape map && type instanceof StructType struct) {
      for (StructField field : struct.fields()) {
        check(field.dataType(), map.value().shape(), place + "." + field.name());
      }
    } else if (shape instanceof StructureShape structure && type instanceof StructType struct) {
      checkFields(struct, structure, place);
    }
  }

  private static void checkFields(StructType struct, StructureShape structure, String place) {
    for (StructField field : struct.fields()) {
      String name = field.name();
      if (structure.member(name) == null) {
        throw new IllegalArgumentException(
            "The column "
                + place
                + " has the field "
                + name
                + ", which the parameter does not have."
                + NearNames.hint(name, structure.memberNames()));
      }
      Shape shape = Objects.requireNonNull(structure.member(name)).shape();
      check(field.dataType(), shape, place + "." + name);
    }
  }

  private static String wanted(Shape shape) {
    return switch (shape.type()) {
      case STRING -> "a string";
      case INTEGER, LONG, BIG_INTEGER -> "a whole number, such as int or bigint";
      case FLOAT, DOUBLE, BIG_DECIMAL -> "a number";
      case BOOLEAN -> "a boolean";
      case TIMESTAMP -> "a timestamp";
      case BLOB -> "binary or a string";
      case LIST -> "an array";
      case MAP -> "a map with strings as keys";
      case STRUCTURE -> "a struct";
      case DOCUMENT -> "any type";
    };
  }
}
