/** Draws the results of the benchmarks for the documentation. */
@NullMarked
package io.boto4j.benchmarks.plots;

import org.jspecify.annotations.NullMarked;
