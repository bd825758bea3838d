/**
 * The structures and responses that calls return.
 *
 * <p>Floor 1, internal.
 */
@NullMarked
package io.boto4j.internal.value;

import org.jspecify.annotations.NullMarked;
