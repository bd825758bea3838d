/**
 * Internal: what the format {@code aws} writes. Items of DynamoDB tables, files in S3, and calls of
 * any operation for each row.
 */
@NullMarked
package io.boto4j.spark.internal.write;

import org.jspecify.annotations.NullMarked;
