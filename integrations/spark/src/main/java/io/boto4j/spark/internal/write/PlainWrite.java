package io.boto4j.spark.internal.write;

import java.util.function.IntFunction;
import org.apache.spark.sql.connector.metric.CustomMetric;
import org.apache.spark.sql.connector.write.BatchWrite;
import org.apache.spark.sql.connector.write.DataWriterFactory;
import org.apache.spark.sql.connector.write.PhysicalWriteInfo;
import org.apache.spark.sql.connector.write.Write;
import org.apache.spark.sql.connector.write.WriterCommitMessage;

/** A write whose tasks do all the work: there is nothing to commit or abort for the whole job. */
final class PlainWrite implements Write, BatchWrite {
  private final String description;
  private final IntFunction<DataWriterFactory> factories;

  /**
   * Creates a write.
   *
   * @param description the target, without secrets, for the plan
   * @param factories create the factory of the tasks from the number of partitions
   */
  PlainWrite(String description, IntFunction<DataWriterFactory> factories) {
    this.description = description;
    this.factories = factories;
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public String toString() {
    return description;
  }

  @Override
  public BatchWrite toBatch() {
    return this;
  }

  @Override
  public CustomMetric[] supportedCustomMetrics() {
    return WriteCounts.metrics();
  }

  @Override
  public DataWriterFactory createBatchWriterFactory(PhysicalWriteInfo info) {
    return factories.apply(info.numPartitions());
  }

  @Override
  public void commit(WriterCommitMessage[] messages) {
    // What a task has sent is in AWS.
  }

  @Override
  public void abort(WriterCommitMessage[] messages) {
    // What a task has sent stays: running the job again writes the same.
  }
}
