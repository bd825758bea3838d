/** Compares the cost of clients: jars, time, heap. */
@NullMarked
package io.boto4j.benchmarks.footprint;

import org.jspecify.annotations.NullMarked;
