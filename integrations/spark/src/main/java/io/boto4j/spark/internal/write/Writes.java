package io.boto4j.spark.internal.write;

import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.connector.write.LogicalWriteInfo;
import org.apache.spark.sql.connector.write.WriteBuilder;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/** The choice of what a write with the format {@code aws} does, by its options. */
public final class Writes {
  /** Options that only calls for each row have. */
  private static final List<String> OF_CALLS =
      List.of("id", "keep", "parametersColumn", "concurrency", "maxErrors", "failFast", "results");

  private static final List<String> READING =
      List.of("get", "list", "describe", "head", "scan", "query", "search", "select", "batchget");

  private Writes() {}

  /**
   * Returns whether options can only be meant for a table that is read. Its schema is then checked
   * at once; otherwise it may be that of a data set that will be written.
   *
   * @param options the options
   * @return whether the operation reads, and there is no option of calls for each row
   */
  static boolean isReading(CaseInsensitiveStringMap options) {
    String operation = options.getOrDefault("operation", "").toLowerCase(Locale.ROOT);
    return READING.stream().anyMatch(operation::startsWith)
        && OF_CALLS.stream().noneMatch(options::containsKey);
  }

  /**
   * Returns the builder of a write.
   *
   * <ul>
   *   <li>service {@code dynamodb} with a {@code table}, or without an {@code operation}: items of
   *       a table
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
    boolean called = options.containsKey("operation");
    if (service.equals("dynamodb") && (!called || options.containsKey("table"))) {
      return DynamoDbWrites.builder(info);
    } else if (service.equals("s3") && !called) {
      return S3Writes.builder(info);
    }
    return CallWrites.builder(info);
  }
}
