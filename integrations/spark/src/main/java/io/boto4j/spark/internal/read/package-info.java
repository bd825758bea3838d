/**
 * Internal: the reading side of the data source {@code aws}. {@link ReadSpec} is what a reader was
 * asked for, {@link ReadPlan} divides it into partitions, and {@link AwsReader} reads one of them.
 */
@NullMarked
package io.boto4j.spark.internal.read;

import org.jspecify.annotations.NullMarked;
