/** Figures of the structure of a checkout, read from its sources alone. */
@NullMarked
package io.boto4j.benchmarks.structure;

import org.jspecify.annotations.NullMarked;
