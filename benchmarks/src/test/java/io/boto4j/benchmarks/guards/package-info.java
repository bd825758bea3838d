/**
 * Bounds that keep boto4j small and quick: counts, which a busy machine does not change, each a
 * little above what is reached. Whoever raises one says why.
 */
@NullMarked
package io.boto4j.benchmarks.guards;

import org.jspecify.annotations.NullMarked;
