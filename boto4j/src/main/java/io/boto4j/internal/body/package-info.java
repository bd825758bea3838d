/**
 * The steps that depend on the body of a request or a response: compression, checksums, and streams
 * that must be kept in memory.
 *
 * <p>Floor 3, internal (not exported).
 */
@NullMarked
package io.boto4j.internal.body;

import org.jspecify.annotations.NullMarked;
