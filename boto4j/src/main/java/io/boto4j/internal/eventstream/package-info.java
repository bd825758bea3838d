/**
 * The binary frames of event streams, {@code application/vnd.amazon.eventstream}: reading and
 * writing, and nothing of what is in them.
 *
 * <p>Floor 2, internal. Loaded by operations with event streams alone.
 */
@NullMarked
package io.boto4j.internal.eventstream;

import org.jspecify.annotations.NullMarked;
