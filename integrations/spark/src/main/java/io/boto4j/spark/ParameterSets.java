package io.boto4j.spark;

import io.boto4j.Json;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The values of the option {@code partitions}: a list of parameters, of which each becomes a
 * partition.
 *
 * <pre>{@code
 * Dataset<Row> objects = spark.read().format("aws")
 *     .option("service", "s3")
 *     .option("operation", "ListObjectsV2")
 *     .option("partitions", ParameterSets.of(buckets.selectExpr("Name AS Bucket")))
 *     .load();
 * }</pre>
 */
public final class ParameterSets {
  private ParameterSets() {}

  /**
   * Returns the option for a list of parameters.
   *
   * @param sets the parameters of each partition, with values that JSON has
   * @return a JSON array
   * @throws IllegalArgumentException if a value has no form in JSON
   */
  public static String of(List<? extends Map<String, ?>> sets) {
    return Json.write(sets);
  }

  /**
   * Returns the option for the rows of a data set, which are collected on the driver: a column for
   * each parameter. A null leaves its parameter out.
   *
   * @param rows the rows, one for each partition
   * @return a JSON array
   */
  public static String of(Dataset<Row> rows) {
    return "[" + String.join(",", rows.toJSON().collectAsList()) + "]";
  }
}
