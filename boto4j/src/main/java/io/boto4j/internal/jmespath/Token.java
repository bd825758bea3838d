package io.boto4j.internal.jmespath;

import org.jspecify.annotations.Nullable;

/**
 * A token and where it begins.
 *
 * @param value the name of an identifier, the value of a literal, a number as Integer; else the
 *     token's text
 */
record Token(TokenType type, int start, @Nullable Object value) {}
