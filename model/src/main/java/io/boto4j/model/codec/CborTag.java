package io.boto4j.model.codec;

import org.jspecify.annotations.Nullable;

/**
 * A value with a tag (RFC 8949, section 3.4) that has no meaning to the codec.
 *
 * @param number the tag, an unsigned number
 * @param value the value, as {@link CborReader#readValue} returns it
 */
public record CborTag(long number, @Nullable Object value) {}
