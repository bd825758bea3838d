/**
 * The first steps of a call: filling in defaults and validating the input. Also creates structures
 * by hand, which are validated in the same way.
 *
 * <p>Floor 3, internal (not exported).
 */
@NullMarked
package io.boto4j.internal.input;

import org.jspecify.annotations.NullMarked;
