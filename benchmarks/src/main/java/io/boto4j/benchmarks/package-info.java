/** The programs of the benchmarks module. */
@NullMarked
package io.boto4j.benchmarks;

import org.jspecify.annotations.NullMarked;
