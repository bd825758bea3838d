/** Compares warm calls: how many a second, and what each costs, by number of threads. */
@NullMarked
package io.boto4j.benchmarks.calls;

import org.jspecify.annotations.NullMarked;
