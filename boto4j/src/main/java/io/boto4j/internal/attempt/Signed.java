package io.boto4j.internal.attempt;

import io.boto4j.credentials.Credentials;
import io.boto4j.credentials.CredentialsProvider;
import io.boto4j.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/**
 * The result of signing a request.
 *
 * @param request the signed request
 * @param credentials the client's own credentials if the request is signed with them, else null:
 *     for requests that are not signed, carry a bearer token, or are signed with the credentials of
 *     a session with a bucket
 */
public record Signed(HttpRequest request, @Nullable Credentials credentials) {
  /**
   * Returns the credentials of a provider, which a user may have written.
   *
   * @param provider the provider
   * @return its credentials
   * @throws IllegalStateException if there are none
   */
  public static Credentials keys(CredentialsProvider provider) {
    Credentials keys = provider.credentials();
    if (keys == null) {
      throw new IllegalStateException(
          "The credentials provider " + provider.getClass().getName() + " returned null");
    }
    return keys;
  }

  /** Omits the credentials. */
  @Override
  public String toString() {
    return "Signed[" + request + "]";
  }
}
