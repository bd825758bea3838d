/** Compares warm calls by number of threads: calls per second, and the cost of each. */
@NullMarked
package io.boto4j.benchmarks.calls;

import org.jspecify.annotations.NullMarked;
