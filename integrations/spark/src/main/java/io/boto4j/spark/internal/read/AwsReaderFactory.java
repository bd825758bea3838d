package io.boto4j.spark.internal.read;

import java.util.List;
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
 * @param hidden those of them that come from the partition, not from the items
 * @param limit the rows that are enough from each partition, or 0 for all
 * @param requestsPerSecond the share of one task
 * @param readUnitsPerSecond the share of one task
 */
record AwsReaderFactory(
    ReadSpec spec,
    StructType required,
    List<String> hidden,
    int limit,
    double requestsPerSecond,
    double readUnitsPerSecond)
    implements PartitionReaderFactory {

  @Override
  public PartitionReader<InternalRow> createReader(InputPartition partition) {
    return new AwsReader(this, (AwsPartition) partition);
  }
}
