package io.boto4j.spark.internal.write;

import io.boto4j.spark.internal.write.CallPipe.Result;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.metric.CustomTaskMetric;
import org.apache.spark.sql.connector.write.DataWriter;
import org.apache.spark.sql.connector.write.WriterCommitMessage;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one task for the rows that it writes; the results go to a folder, if there is one.
 */
final class CallDataWriter implements DataWriter<InternalRow> {
  private final CallPipe<Map<String, @Nullable Object>> pipe;
  private final List<RowColumn> copied;
  private final Set<String> done;
  private final @Nullable ResultWriter results;
  private final WriteCounts counts;

  CallDataWriter(
      CallSpec spec, Set<String> done, @Nullable ResultWriter results, WriteCounts counts) {
    this.pipe = new CallPipe<>(spec, counts);
    this.copied = RowColumn.of(spec.schema(), CallColumns.copied(spec));
    this.done = done;
    this.results = results;
    this.counts = counts;
  }

  @Override
  public void write(InternalRow row) throws IOException {
    if (!done.isEmpty() && done.contains(pipe.identity(row))) {
      return;
    }
    while (pipe.isFull()) {
      deliver(pipe.take());
    }
    pipe.add(copy(row), row);
  }

  private Map<String, @Nullable Object> copy(InternalRow row) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (RowColumn column : copied) {
      values.put(column.name(), column.read(row));
    }
    return values;
  }

  private void deliver(Result<Map<String, @Nullable Object>> result) throws IOException {
    if (results != null) {
      results.add(result);
    }
    counts.addRow();
    pipe.count(result);
  }

  @Override
  public WriterCommitMessage commit() throws IOException {
    while (!pipe.isEmpty()) {
      deliver(pipe.take());
    }
    if (results != null) {
      results.complete();
    }
    return new RowsWritten(counts.rows());
  }

  /** Keeps the results of calls that were made: the next attempt does not repeat them. */
  @Override
  public void abort() throws IOException {
    if (results != null) {
      for (Result<Map<String, @Nullable Object>> made = pipe.poll();
          made != null;
          made = pipe.poll()) {
        results.add(made);
      }
      results.complete();
    }
    pipe.close();
  }

  @Override
  public void close() {
    pipe.close();
  }

  @Override
  public CustomTaskMetric[] currentMetricsValues() {
    return counts.values();
  }
}
