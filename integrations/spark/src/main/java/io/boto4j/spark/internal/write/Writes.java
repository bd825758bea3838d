package io.boto4j.spark.internal.write;

import org.apache.spark.sql.connector.write.LogicalWriteInfo;
import org.apache.spark.sql.connector.write.WriteBuilder;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/** The choice of what a write with the format {@code aws} does, by its options. */
public final class Writes {
  private Writes() {}

  /**
   * Returns the builder of a write.
   *
   * <ul>
   *   <li>service {@code dynamodb} with a {@code table}: items of the table
   *   <li>service {@code s3} without an {@code operation}: files in a bucket
   *   <li>any other: a call of the {@code operation} for each row
   * </ul>
   *
   * @param info the columns and options of the write
   * @return the builder
   * @throws IllegalArgumentException if an option or a column is wrong
   */
  public static WriteBuilder builder(LogicalWriteInfo info) {
    CaseInsensitiveStringMap options = info.options();
    String service = options.getOrDefault("service", "");
    if (service.equals("dynamodb") && options.containsKey("table")) {
      return DynamoDbWrites.builder(info);
    } else if (service.equals("s3") && !options.containsKey("operation")) {
      return S3Writes.builder(info);
    }
    return CallWrites.builder(info);
  }
}
