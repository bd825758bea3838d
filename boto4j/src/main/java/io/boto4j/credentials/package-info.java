/**
 * Credentials and their providers.
 *
 * <p>Floor 2, public API and SPI. A session accepts {@link io.boto4j.credentials.Credentials} or
 * any other {@link io.boto4j.credentials.CredentialsProvider}. No message and no string form in
 * this package shows a secret or a token.
 */
@NullMarked
package io.boto4j.credentials;

import org.jspecify.annotations.NullMarked;
