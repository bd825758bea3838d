package io.boto4j.internal.credentials;

import io.boto4j.credentials.CredentialsProvider;
import org.jspecify.annotations.Nullable;

/** The result of asking a provider of the chain: credentials, or the reason why there are none. */
final class Lookup {
  private final @Nullable CredentialsProvider found;
  private final String reason;

  private Lookup(@Nullable CredentialsProvider found, String reason) {
    this.found = found;
    this.reason = reason;
  }

  /**
   * Returns a successful result.
   *
   * @param provider the credentials, or a provider that renews them, which is called for every
   *     signature
   */
  static Lookup found(CredentialsProvider provider) {
    return new Lookup(provider, "");
  }

  /**
   * Returns a successful result with a location.
   *
   * @param provider the credentials, or a provider that renews them, which is called for every
   *     signature
   * @param where the location, such as a file, for the user; without any value that may be a secret
   */
  static Lookup found(CredentialsProvider provider, String where) {
    return new Lookup(provider, where);
  }

  /**
   * Returns an empty result, so the next provider is asked.
   *
   * @param reason the reason, for the user; without any value that may be a secret
   */
  static Lookup notFound(String reason) {
    return new Lookup(null, reason);
  }

  @Nullable CredentialsProvider provider() {
    return found;
  }

  /**
   * Returns the reason why there are no credentials, or else their location, which may be empty.
   */
  String reason() {
    return reason;
  }
}
