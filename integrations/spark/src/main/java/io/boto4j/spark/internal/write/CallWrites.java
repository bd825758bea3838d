package io.boto4j.spark.internal.write;

import io.boto4j.spark.internal.Options;
import io.boto4j.spark.internal.SessionSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connector.write.LogicalWriteInfo;
import org.apache.spark.sql.connector.write.Write;
import org.apache.spark.sql.connector.write.WriteBuilder;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import org.jspecify.annotations.Nullable;

/** Calls of an operation for each row that is written: options and checks on the driver. */
final class CallWrites {
  private static final Duration INTERVAL = Duration.ofMinutes(1);

  private static final String NO_OVERWRITE = "a call cannot be taken back. Use mode(\"append\").";

  private CallWrites() {}

  /**
   * Returns a builder; everything is checked here.
   *
   * @throws IllegalArgumentException if an option or a column does not fit the operation
   */
  static WriteBuilder builder(LogicalWriteInfo info) {
    Map<String, String> given = new LinkedHashMap<>(info.options().asCaseSensitiveMap());
    Options options = options(given, "results", "resultsInterval");
    String results = options.text("results");
    CallSpec spec = plan(options, info.schema(), results);
    Duration interval = options.duration("resultsInterval");
    ResultFolder folder = results == null ? null : folder(results, info.queryId());
    return new AppendBuilder(
        () -> write(spec, folder, interval == null ? INTERVAL : interval), NO_OVERWRITE);
  }

  /** Checks the names of options of calls. */
  static Options options(Map<String, String> given, String... more) {
    List<String> known = new ArrayList<>(CallPlanner.OPTIONS);
    known.addAll(SessionSpec.OPTIONS);
    known.addAll(List.of(more));
    return Options.of(given, "The calls of aws", known);
  }

  private static CallSpec plan(Options options, StructType schema, @Nullable String results) {
    CallSpec spec = CallPlanner.plan(options, schema);
    if (results == null) {
      // Without a folder nobody would see the errors.
      boolean tolerant = options.has("maxErrors") || options.has("failFast");
      return tolerant ? spec : spec.withMaxErrors(0);
    }
    if (spec.id().isEmpty()) {
      throw new IllegalArgumentException(
          "Results need the option 'id': the columns that identify a row, separated by commas.");
    }
    CallColumns.savedSchema(spec);
    RowColumn.of(schema, CallColumns.copied(spec));
    return spec;
  }

  /** Returns the folder of results of a run. */
  static ResultFolder folder(String path, String run) {
    SparkContext context = SparkSession.active().sparkContext();
    return new ResultFolder(
        path, new SerializableConfiguration(context.hadoopConfiguration()), run);
  }

  private static Write write(CallSpec spec, @Nullable ResultFolder folder, Duration interval) {
    return new PlainWrite(
        "call " + spec, partitions -> new CallWriterFactory(spec, folder, interval));
  }
}
