package io.boto4j.credentials;

import io.boto4j.error.NoCredentialsException;

/**
 * Gives the credentials that requests are signed with.
 *
 * <p>Asked for every signature, by any number of threads at once: an implementation keeps what it
 * has found, replaces it before it expires, and is safe to share between threads. For example, from
 * a vault that caches by itself:
 *
 * <pre>{@code
 * CredentialsProvider provider = () -> Credentials.of(vault.read("id"), vault.read("secret"));
 * }</pre>
 */
@FunctionalInterface
public interface CredentialsProvider {
  /**
   * Gives the credentials to sign with now.
   *
   * @return the credentials, never null
   * @throws NoCredentialsException when there are none
   */
  Credentials credentials();
}
