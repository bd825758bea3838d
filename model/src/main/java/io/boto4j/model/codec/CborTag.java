package io.boto4j.model.codec;

import org.jspecify.annotations.Nullable;

/**
 * A value under a tag (RFC 8949, section 3.4) that the codec gives no meaning.
 *
 * @param number the tag, an unsigned number
 * @param value the value, as {@link CborReader#readValue} has it
 */
public record CborTag(long number, @Nullable Object value) {}
