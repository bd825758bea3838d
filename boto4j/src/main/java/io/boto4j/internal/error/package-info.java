/**
 * Factory methods for exceptions of {@link io.boto4j.error}, which keep their classes from being
 * loaded in a cold start. Floor 0, internal.
 */
@NullMarked
package io.boto4j.internal.error;

import org.jspecify.annotations.NullMarked;
