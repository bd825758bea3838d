/**
 * Text forms that requests and answers are made of: percent-encoding, timestamps, host labels.
 *
 * <p>Floor 1, internal. On the way to the first byte, hence written by hand: {@code
 * java.time.format} and regular expressions cost a cold process more than the whole of it.
 */
@NullMarked
package io.boto4j.internal.text;

import org.jspecify.annotations.NullMarked;
