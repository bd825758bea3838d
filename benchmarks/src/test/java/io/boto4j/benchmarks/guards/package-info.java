/**
 * Bounds that keep boto4j small and quick: counts, which do not change on a busy machine, each a
 * little above its current value. A commit that raises one gives the reason.
 */
@NullMarked
package io.boto4j.benchmarks.guards;

import org.jspecify.annotations.NullMarked;
