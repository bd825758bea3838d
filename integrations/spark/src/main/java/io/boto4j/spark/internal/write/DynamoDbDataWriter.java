package io.boto4j.spark.internal.write;

import io.boto4j.Client;
import io.boto4j.dynamodb.BatchWriter;
import io.boto4j.dynamodb.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.metric.CustomTaskMetric;
import org.apache.spark.sql.connector.write.DataWriter;
import org.apache.spark.sql.connector.write.WriterCommitMessage;
import org.jspecify.annotations.Nullable;

/**
 * The writer of one task to a DynamoDB table, in batches.
 *
 * <p>Puts and deletions by key can be repeated: a second attempt of a task, or a speculative one,
 * leaves the table as one attempt would.
 */
final class DynamoDbDataWriter implements DataWriter<InternalRow> {
  private final DynamoDbWriteSpec spec;
  private final List<String> keys;
  private final RowReader rows;
  private final BatchWriter batch;
  private final WriteCounts counts;

  DynamoDbDataWriter(
      DynamoDbWriteSpec spec, List<String> keys, Client dynamodb, WriteCounts counts) {
    this.spec = spec;
    this.keys = keys;
    this.rows = Cells.ofRow(spec.schema(), spec.cells());
    String[] sortKey = keys.subList(1, keys.size()).toArray(String[]::new);
    this.batch = Table.of(dynamodb, spec.table()).keyed(keys.get(0), sortKey).batchWriter();
    this.counts = counts;
  }

  @Override
  public void write(InternalRow row) {
    Map<String, @Nullable Object> item = rows.read(row);
    try {
      if (spec.delete()) {
        batch.delete(keyOf(item));
      } else {
        batch.put(item);
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "The row with the key "
              + keyOf(item)
              + " cannot be written to table "
              + spec.table()
              + ": "
              + e.getMessage(),
          e);
    }
    counts.addRow();
  }

  private Map<String, @Nullable Object> keyOf(Map<String, @Nullable Object> item) {
    Map<String, @Nullable Object> key = new LinkedHashMap<>();
    for (String name : keys) {
      key.put(name, item.get(name));
    }
    return key;
  }

  @Override
  public WriterCommitMessage commit() {
    batch.close();
    return new RowsWritten(counts.rows());
  }

  @Override
  public void abort() {
    // Rows that were not sent are dropped: the next attempt writes all of them.
  }

  @Override
  public void close() {
    // The client belongs to the JVM, and the batch was closed by commit or dropped by abort.
  }

  @Override
  public CustomTaskMetric[] currentMetricsValues() {
    return counts.values();
  }
}
