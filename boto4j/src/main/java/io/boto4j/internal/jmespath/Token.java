package io.boto4j.internal.jmespath;

import org.jspecify.annotations.Nullable;

/**
 * A token of an expression.
 *
 * @param type the type
 * @param start the index of its first character
 * @param value the name of an identifier, the value of a literal, a number as Integer, or else the
 *     text of the token
 */
record Token(TokenType type, int start, @Nullable Object value) {}
