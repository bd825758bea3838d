/**
 * Credentials, and what gives them.
 *
 * <p>Floor 2, public API and SPI. A program gives a session {@link
 * io.boto4j.credentials.Credentials} or any {@link io.boto4j.credentials.CredentialsProvider}. No
 * message and no text form here shows a secret or a token.
 */
@NullMarked
package io.boto4j.credentials;

import org.jspecify.annotations.NullMarked;
