package io.boto4j.spark.internal.read;

import io.boto4j.model.NearNames;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.TimestampType;

/** The check of a schema that the user gives: against the model, or of its types alone. */
final class SchemaCheck {
  private SchemaCheck() {}

  /** Refuses columns that the model does not have, or has with a type that cannot be converted. */
  static void againstModel(StructType given, StructType model, String place) {
    List<String> known = Arrays.asList(model.fieldNames());
    for (StructField field : given.fields()) {
      if (!known.contains(field.name())) {
        throw new IllegalArgumentException(
            place
                + " has no column '"
                + field.name()
                + "'."
                + NearNames.hint(field.name(), known)
                + " Its columns are: "
                + String.join(", ", known)
                + ".");
      }
      type(field.dataType(), model.apply(field.name()).dataType(), place, field.name());
    }
  }

  private static void type(DataType given, DataType model, String place, String column) {
    if (given instanceof StructType a && model instanceof StructType b) {
      againstModel(a, b, place + "." + column);
    } else if (given instanceof ArrayType a && model instanceof ArrayType b) {
      type(a.elementType(), b.elementType(), place, column);
    } else if (given instanceof MapType a && model instanceof MapType b) {
      supported(a.keyType(), place, column, true);
      type(a.valueType(), b.valueType(), place, column);
    } else if (!fits(given, model)) {
      throw new IllegalArgumentException(
          place
              + ": the column '"
              + column
              + "' cannot be read as "
              + given.sql()
              + "; the model has "
              + model.sql()
              + ".");
    }
  }

  private static boolean fits(DataType given, DataType model) {
    if (given instanceof StringType) {
      return !(model instanceof BinaryType);
    }
    boolean numbers = given instanceof NumericType && model instanceof NumericType;
    return numbers || given.equals(model);
  }

  /** Refuses types that no attribute of DynamoDB can be converted to. */
  static void ofItems(StructType given) {
    for (StructField field : given.fields()) {
      supported(field.dataType(), "The schema", field.name(), false);
    }
  }

  private static void supported(DataType type, String place, String column, boolean key) {
    if (key && !type.equals(DataTypes.StringType)) {
      throw new IllegalArgumentException(
          place + ": the keys of the map '" + column + "' must be STRING, not " + type.sql() + ".");
    }
    if (type instanceof ArrayType array) {
      supported(array.elementType(), place, column, false);
    } else if (type instanceof MapType map) {
      supported(map.keyType(), place, column, true);
      supported(map.valueType(), place, column, false);
    } else if (type instanceof StructType struct) {
      for (StructField field : struct.fields()) {
        supported(field.dataType(), place, column + "." + field.name(), false);
      }
    } else if (!isSimple(type)) {
      throw new IllegalArgumentException(
          place
              + ": the column '"
              + column
              + "' has the type "
              + type.sql()
              + ", which items of DynamoDB cannot have. Use STRING, a number, BOOLEAN, TIMESTAMP,"
              + " BINARY, ARRAY, MAP or STRUCT.");
    }
  }

  private static boolean isSimple(DataType type) {
    return type instanceof StringType
        || type instanceof NumericType
        || type instanceof BooleanType
        || type instanceof BinaryType
        || type instanceof TimestampType;
  }
}
