/**
 * The wire protocols: how an operation's input becomes an HTTP request, and an answer becomes
 * output or an error.
 *
 * <p>Floor 3, internal. One class a protocol; the shape-directed readers and writers stand beside
 * it.
 */
@NullMarked
package io.boto4j.internal.protocol;

import org.jspecify.annotations.NullMarked;
