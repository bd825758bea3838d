package io.boto4j.spark.internal.write;

import io.boto4j.local.LocalAws;
import io.boto4j.spark.internal.Options;
import io.boto4j.spark.internal.SessionSpec;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.write.DataWriter;
import org.apache.spark.sql.connector.write.DataWriterFactory;
import org.apache.spark.sql.connector.write.WriterCommitMessage;
import org.apache.spark.sql.types.StructType;

/**
 * Two attempts of the same task at a time, as speculative execution has them: Spark does not
 * speculate in local mode.
 */
public final class Attempts {
  private Attempts() {}

  static SessionSpec session(LocalAws aws) {
    return SessionSpec.of(Options.of(Writing.session(aws), "test", SessionSpec.OPTIONS));
  }

  static DynamoDbWriterFactory dynamoDb(LocalAws aws, String table, StructType schema) {
    DynamoDbWriteSpec spec =
        new DynamoDbWriteSpec(session(aws), table, false, CellOptions.PLAIN, schema);
    return new DynamoDbWriterFactory(
        spec, new KeySchema(table, Map.of("id", "S")), Double.POSITIVE_INFINITY);
  }

  /** Calls an operation for each row with two writers of one partition; only the second commits. */
  public static void interleaveCalls(
      LocalAws aws, String service, String operation, String results, Dataset<Row> rows)
      throws IOException {
    Map<String, String> options = new LinkedHashMap<>(Writing.session(aws));
    options.putAll(Map.of("service", service, "operation", operation, "id", "id"));
    CallSpec spec = CallPlanner.plan(CallWrites.options(options), rows.schema());
    ResultFolder folder = CallWrites.folder(results, "run");
    interleave(
        new CallWriterFactory(spec, folder, Duration.ofMinutes(1)),
        rows.schema(),
        rows.collectAsList());
  }

  /** Writes rows with two writers of one partition; only the second commits. */
  static WriterCommitMessage interleave(
      DataWriterFactory factory, StructType schema, List<Row> rows) throws IOException {
    DataWriter<InternalRow> killed = factory.createWriter(0, 100);
    DataWriter<InternalRow> faster = factory.createWriter(0, 101);
    for (Row row : rows) {
      killed.write(internal(schema, row));
      faster.write(internal(schema, row));
    }
    WriterCommitMessage message = faster.commit();
    faster.close();
    killed.abort();
    killed.close();
    return message;
  }

  static InternalRow internal(StructType schema, Row row) {
    return (InternalRow) CatalystTypeConverters.createToCatalystConverter(schema).apply(row);
  }
}
