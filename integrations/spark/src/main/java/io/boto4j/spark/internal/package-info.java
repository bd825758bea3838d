/**
 * Internal: what readers and writers of Spark share, such as options, the description of a session
 * that travels to the executors, and rate limits.
 */
@NullMarked
package io.boto4j.spark.internal;

import org.jspecify.annotations.NullMarked;
