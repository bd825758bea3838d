package io.boto4j.spark.internal.write;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The columns of the results of calls. */
final class CallColumns {
  static final String RESPONSE = "response";
  static final String ERROR_CODE = "error_code";
  static final String ERROR_MESSAGE = "error_message";
  static final String STATUS = "status";
  static final String REQUEST_ID = "request_id";
  static final String ATTEMPTS = "attempts";
  static final String FINISHED_AT = "finished_at";

  private static final List<StructField> OUTCOME =
      List.of(
          DataTypes.createStructField(RESPONSE, DataTypes.StringType, true),
          DataTypes.createStructField(ERROR_CODE, DataTypes.StringType, true),
          DataTypes.createStructField(ERROR_MESSAGE, DataTypes.StringType, true),
          DataTypes.createStructField(STATUS, DataTypes.IntegerType, true),
          DataTypes.createStructField(REQUEST_ID, DataTypes.StringType, true),
          DataTypes.createStructField(ATTEMPTS, DataTypes.IntegerType, true));

  /** The number of columns of an outcome. */
  static final int OUTCOMES = OUTCOME.size();

  private CallColumns() {}

  /** Returns the columns that are copied from the rows, without repetition. */
  static List<String> copied(CallSpec spec) {
    List<String> names = new ArrayList<>(spec.id());
    for (String name : spec.keep()) {
      if (!names.contains(name)) {
        names.add(name);
      }
    }
    return names;
  }

  /** Returns the schema of saved results, which also have the time of each call. */
  static StructType savedSchema(CallSpec spec) {
    return schema(spec).add(FINISHED_AT, DataTypes.TimestampType, true);
  }

  /**
   * Returns the schema of the results, with the response as JSON.
   *
   * @throws IllegalArgumentException if a copied column has the name of a column of the outcome
   */
  static StructType schema(CallSpec spec) {
    List<StructField> fields = new ArrayList<>();
    for (String name : copied(spec)) {
      if (isTaken(name)) {
        throw new IllegalArgumentException(
            "The column " + name + " is also a column of the results: rename it.");
      }
      fields.add(spec.schema().apply(name));
    }
    fields.addAll(OUTCOME);
    return DataTypes.createStructType(fields);
  }

  private static boolean isTaken(String name) {
    return name.equalsIgnoreCase(FINISHED_AT)
        || OUTCOME.stream().anyMatch(outcome -> outcome.name().equalsIgnoreCase(name));
  }
}
