/**
 * The time that passes, as opposed to the time of day, and the threads that wait meanwhile.
 *
 * <p>Floor 1, internal.
 */
@NullMarked
package io.boto4j.internal.time;

import org.jspecify.annotations.NullMarked;
