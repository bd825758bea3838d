/**
 * API: the data source {@code aws} of Apache Spark, and the ways for a job to make its own sessions
 * on the executors.
 */
@NullMarked
package io.boto4j.spark;

import org.jspecify.annotations.NullMarked;
