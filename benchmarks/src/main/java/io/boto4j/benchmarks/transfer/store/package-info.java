/**
 * A store that looks like S3 to all contestants and costs them nothing: it receives bytes without
 * keeping them, and sends a pattern.
 */
@NullMarked
package io.boto4j.benchmarks.transfer.store;

import org.jspecify.annotations.NullMarked;
