/** Tests of writing, with a real Spark and boto4j-local as AWS. */
@NullMarked
package io.boto4j.spark.internal.write;

import org.jspecify.annotations.NullMarked;
