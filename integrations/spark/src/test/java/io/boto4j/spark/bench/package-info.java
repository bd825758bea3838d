/** The program of {@code benchmarks/spark.sh}: no test. */
@NullMarked
package io.boto4j.spark.bench;

import org.jspecify.annotations.NullMarked;
