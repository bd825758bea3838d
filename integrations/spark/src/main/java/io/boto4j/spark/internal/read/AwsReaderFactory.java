package io.boto4j.spark.internal.read;

import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.types.StructType;

/**
 * The factory of readers, which Spark sends to the executors.
 *
 * @param spec what is read
 * @param required the columns that the query needs
 * @param limit the rows that are enough from each partition, or 0 for all
 * @param requestsPerSecond the share of one task
 * @param readUnitsPerSecond the share of one task
 */
record AwsReaderFactory(
    ReadSpec spec,
    StructType required,
    int limit,
    double requestsPerSecond,
    double readUnitsPerSecond)
    implements PartitionReaderFactory {

  @Override
  public PartitionReader<InternalRow> createReader(InputPartition partition) {
    return new AwsReader(this, (AwsPartition) partition);
  }
}
