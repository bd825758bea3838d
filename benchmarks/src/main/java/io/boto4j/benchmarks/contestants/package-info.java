/**
 * The programs that are compared: the same tasks done by boto4j, by other SDKs, and by hand. Each
 * is a {@code main(ENDPOINT_URL, …)} that prints what it measured or read.
 */
@NullMarked
package io.boto4j.benchmarks.contestants;

import org.jspecify.annotations.NullMarked;
