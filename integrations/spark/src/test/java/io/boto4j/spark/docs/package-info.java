/** The programs of {@code docs/spark.md}, and the tests that run them. */
@NullMarked
package io.boto4j.spark.docs;

import org.jspecify.annotations.NullMarked;
