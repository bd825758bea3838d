/**
 * Credentials, where they come from, and the chain that asks one provider after another.
 *
 * <p>Floor 2, public API and SPI: imports {@code io.boto4j.error} and {@code io.boto4j.config}. A
 * program gives a session {@link io.boto4j.credentials.Credentials} or any {@link
 * io.boto4j.credentials.CredentialsProvider}; the providers of the chain are internal. No message
 * and no text form here shows a secret or a token.
 */
@NullMarked
package io.boto4j.credentials;

import org.jspecify.annotations.NullMarked;
