/**
 * The road of a call, from the parameters to a request that is ready for its attempts. {@link
 * io.boto4j.internal.call.CallRoad} lists the steps.
 *
 * <p>Floor 4, above the attempts. Internal (not exported).
 */
@NullMarked
package io.boto4j.internal.call;

import org.jspecify.annotations.NullMarked;
