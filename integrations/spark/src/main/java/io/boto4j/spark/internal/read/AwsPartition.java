package io.boto4j.spark.internal.read;

import org.apache.spark.sql.connector.read.InputPartition;
import org.jspecify.annotations.Nullable;

/**
 * A part of a read that one task reads from its beginning to its end.
 *
 * @param given the parameters from the user
 * @param own the same with the part's own, such as the segment
 * @param pushed the same with filters and columns of the query
 * @param lastKey the last key of S3 that belongs to the partition, or null
 */
record AwsPartition(
    ParameterSet given, ParameterSet own, ParameterSet pushed, @Nullable String lastKey)
    implements InputPartition {}
