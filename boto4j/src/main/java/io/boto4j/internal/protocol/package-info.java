/**
 * The wire protocols: serializing input to HTTP requests, and parsing responses to output or
 * errors.
 *
 * <p>Floor 3, internal. Each protocol has one class, with its shape-directed serializer and parser
 * in classes of their own.
 */
@NullMarked
package io.boto4j.internal.protocol;

import org.jspecify.annotations.NullMarked;
