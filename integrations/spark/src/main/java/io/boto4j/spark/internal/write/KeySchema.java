package io.boto4j.spark.internal.write;

import io.boto4j.Client;
import io.boto4j.Structure;
import io.boto4j.error.ServiceException;
import io.boto4j.model.NearNames;
import java.io.Serializable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;

/**
 * The key attributes of a DynamoDB table, and the check that a data set has them.
 *
 * @param table the name of the table
 * @param types the types of the key attributes by name, S, N or B; partition key first
 */
record KeySchema(String table, Map<String, String> types) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Reads the keys of a table from its description. */
  static KeySchema of(Client dynamodb, String table) {
    Structure description;
    try {
      description = dynamodb.call("DescribeTable", Map.of("TableName", table));
    } catch (ServiceException e) {
      e.rethrowUnless("ResourceNotFoundException");
      throw new IllegalArgumentException(
          "There is no table " + table + " in " + place(dynamodb) + "." + hint(dynamodb, table), e);
    }
    Map<String, String> defined = new LinkedHashMap<>();
    for (Structure each : description.structures("Table", "AttributeDefinitions")) {
      defined.put(each.text("AttributeName"), each.text("AttributeType"));
    }
    Map<String, String> types = new LinkedHashMap<>();
    for (Structure each : description.structures("Table", "KeySchema")) {
      String name = String.valueOf(each.text("AttributeName"));
      types.put(name, defined.getOrDefault(name, "S"));
    }
    return new KeySchema(table, types);
  }

  private static String place(Client dynamodb) {
    return "region " + dynamodb.region();
  }

  /** Near names of tables, if they may be listed. */
  private static String hint(Client dynamodb, String table) {
    try {
      return NearNames.hint(table, dynamodb.call("ListTables").texts("TableNames"));
    } catch (ServiceException e) {
      return " Its tables cannot be listed: " + e.code() + ".";
    }
  }

  /**
   * Checks that a data set has the key attributes, with fitting types.
   *
   * @throws IllegalArgumentException if a column is missing or has another type
   */
  void check(StructType schema, CellOptions options) {
    for (Map.Entry<String, String> key : types.entrySet()) {
      int index = Arrays.asList(schema.fieldNames()).indexOf(key.getKey());
      if (index < 0) {
        throw new IllegalArgumentException(missing(key.getKey(), List.of(schema.fieldNames())));
      }
      DataType type = schema.fields()[index].dataType();
      if (!fits(key.getValue(), type, options)) {
        throw new IllegalArgumentException(
            "The column "
                + key.getKey()
                + " is a key of table "
                + table
                + " with the type "
                + key.getValue()
                + ", but has the type "
                + type.simpleString()
                + ". Cast it to "
                + wanted(key.getValue())
                + ".");
      }
    }
  }

  private String missing(String key, List<String> columns) {
    String hint = NearNames.hint(key, columns);
    return "Table "
        + table
        + " has the key attribute "
        + key
        + ", but there is no column of that name."
        + hint
        + " The columns are: "
        + String.join(", ", columns)
        + ".";
  }

  private static boolean fits(String key, DataType type, CellOptions options) {
    boolean text = options.timestamps() == CellOptions.Timestamps.INSTANT;
    return switch (key) {
      case "S" ->
          type instanceof StringType
              || type instanceof DateType
              || type instanceof TimestampNTZType
              || (type instanceof TimestampType && text);
      case "N" -> type instanceof NumericType || (type instanceof TimestampType && !text);
      default -> type instanceof BinaryType;
    };
  }

  private static String wanted(String key) {
    return switch (key) {
      case "S" -> "string";
      case "N" -> "a number, such as bigint or decimal";
      default -> "binary";
    };
  }
}
