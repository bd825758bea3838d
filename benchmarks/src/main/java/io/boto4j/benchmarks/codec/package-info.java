/**
 * The codecs against the libraries that could take their place: the same bytes to the same values,
 * and back.
 */
@NullMarked
package io.boto4j.benchmarks.codec;

import org.jspecify.annotations.NullMarked;
