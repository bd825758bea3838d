/**
 * Compares the codecs with the libraries that could replace them: from the same bytes to the same
 * values, and back.
 */
@NullMarked
package io.boto4j.benchmarks.codec;

import org.jspecify.annotations.NullMarked;
