/** Draws what the benchmarks have measured: pictures for the documentation. */
@NullMarked
package io.boto4j.benchmarks.plots;

import org.jspecify.annotations.NullMarked;
