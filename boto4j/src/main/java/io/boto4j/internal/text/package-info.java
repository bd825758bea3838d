/**
 * The text forms in requests and responses: percent-encoding, timestamps, host labels, ARNs.
 *
 * <p>Floor 1, internal. This code runs before the first byte is sent, so it is written by hand:
 * loading {@code java.time.format} or regular expressions takes a cold process longer than all of
 * this package.
 */
@NullMarked
package io.boto4j.internal.text;

import org.jspecify.annotations.NullMarked;
