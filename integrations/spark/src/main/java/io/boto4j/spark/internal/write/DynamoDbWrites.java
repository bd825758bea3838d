package io.boto4j.spark.internal.write;

import io.boto4j.spark.internal.Options;
import io.boto4j.spark.internal.RateLimit;
import io.boto4j.spark.internal.SessionSpec;
import io.boto4j.spark.internal.write.CellOptions.Timestamps;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connector.write.LogicalWriteInfo;
import org.apache.spark.sql.connector.write.Write;
import org.apache.spark.sql.connector.write.WriteBuilder;

/** The writes of rows to a DynamoDB table: options and checks on the driver. */
final class DynamoDbWrites {
  /** The options besides those of sessions. */
  private static final List<String> OWN =
      List.of(
          "service", "operation", "table", "nulls", "sets", "timestamps", "writeCapacityPerSecond");

  private static final String NO_OVERWRITE =
      "it would delete all items of a DynamoDB table, which cannot be undone. Use"
          + " mode(\"append\"), which replaces items with the same key; to delete items, write"
          + " their keys with option(\"operation\", \"DeleteItem\").";

  private DynamoDbWrites() {}

  /**
   * Returns a builder, which calls DescribeTable and checks the columns when it builds.
   *
   * @throws IllegalArgumentException if an option is wrong
   */
  static WriteBuilder builder(LogicalWriteInfo info) {
    List<String> known = new ArrayList<>(OWN);
    known.addAll(SessionSpec.OPTIONS);
    Options options =
        Options.of(info.options().asCaseSensitiveMap(), "The writer of dynamodb", known);
    String operation = options.oneOf("operation", "PutItem", "BatchWriteItem", "DeleteItem");
    DynamoDbWriteSpec spec =
        new DynamoDbWriteSpec(
            SessionSpec.of(options),
            options.required("table", "orders"),
            operation.equals("DeleteItem"),
            cells(options),
            info.schema());
    double units = options.positive("writeCapacityPerSecond", Double.POSITIVE_INFINITY);
    return new AppendBuilder(() -> write(spec, units), NO_OVERWRITE);
  }

  private static CellOptions cells(Options options) {
    boolean keepNulls = options.oneOf("nulls", "omit", "null").equals("null");
    Timestamps timestamps =
        switch (options.oneOf("timestamps", "iso", "epochSeconds", "epochMillis")) {
          case "epochSeconds" -> Timestamps.EPOCH_SECONDS;
          case "epochMillis" -> Timestamps.EPOCH_MILLIS;
          default -> Timestamps.INSTANT;
        };
    return new CellOptions(keepNulls, timestamps, Set.copyOf(Names.of(options.text("sets"))));
  }

  private static Write write(DynamoDbWriteSpec spec, double units) {
    KeySchema keys = KeySchema.of(spec.session().client("dynamodb"), spec.table());
    keys.check(spec.schema(), spec.cells());
    Cells.ofRow(spec.schema(), spec.cells());
    int slots = SparkSession.active().sparkContext().defaultParallelism();
    return new PlainWrite(
        spec.toString(),
        partitions ->
            new DynamoDbWriterFactory(spec, keys, RateLimit.share(units, partitions, slots)));
  }
}
