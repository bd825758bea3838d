package io.boto4j.credentials;

import io.boto4j.error.NoCredentialsException;

/**
 * A source of the credentials that requests are signed with.
 *
 * <p>It is called for every signature, from any number of threads: an implementation must be safe
 * to share between threads, cache its credentials, and replace them before they expire. For
 * example, for a vault client that has its own cache:
 *
 * <pre>{@code
 * CredentialsProvider provider = () -> Credentials.of(vault.read("id"), vault.read("secret"));
 * }</pre>
 */
@FunctionalInterface
public interface CredentialsProvider {
  /**
   * Returns the credentials to sign with now.
   *
   * @return the credentials, never null
   * @throws NoCredentialsException if there are none
   */
  Credentials credentials();
}
