/**
 * The road of one call: {@link io.boto4j.internal.call.CallRoad} is the list of its steps, and each
 * step is a class here.
 *
 * <p>Floor 4, internal.
 */
@NullMarked
package io.boto4j.internal.call;

import org.jspecify.annotations.NullMarked;
