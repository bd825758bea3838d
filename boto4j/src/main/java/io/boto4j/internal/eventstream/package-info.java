/**
 * The binary frames of event streams, {@code application/vnd.amazon.eventstream}: reading and
 * writing, without their meaning.
 *
 * <p>Floor 2, internal. Loaded only by operations with event streams.
 */
@NullMarked
package io.boto4j.internal.eventstream;

import org.jspecify.annotations.NullMarked;
