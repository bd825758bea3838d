/**
 * The attempts at a call: sign, send, parse, and again if a retry is due. {@link
 * io.boto4j.internal.attempt.AttemptLoop} lists the steps.
 *
 * <p>Floor 4, internal (not exported).
 */
@NullMarked
package io.boto4j.internal.attempt;

import org.jspecify.annotations.NullMarked;
