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

  /**
   * Drops the credentials that this provider has cached, so that the next request for credentials
   * fetches new ones. {@link io.boto4j.Session#suspend} and {@link io.boto4j.Session#resume} call
   * it. The default does nothing, which is right for a provider without a cache.
   */
  default void forget() {}
}
