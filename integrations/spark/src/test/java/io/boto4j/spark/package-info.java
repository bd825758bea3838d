/** Tests of boto4j-spark, with a real Spark in this JVM and boto4j-local as AWS. */
@NullMarked
package io.boto4j.spark;

import org.jspecify.annotations.NullMarked;
