package io.boto4j.internal.credentials;

import io.boto4j.credentials.CredentialsProvider;
import org.jspecify.annotations.Nullable;

/** What a provider of the chain answers: what it found, or why it found nothing. */
final class Lookup {
  private final @Nullable CredentialsProvider found;
  private final String reason;

  private Lookup(@Nullable CredentialsProvider found, String reason) {
    this.found = found;
    this.reason = reason;
  }

  /**
   * Found: credentials that stay as they are, or a provider that renews them.
   *
   * @param provider asked for every signature from now on
   */
  static Lookup found(CredentialsProvider provider) {
    return new Lookup(provider, "");
  }

  /**
   * Found, in a place worth telling.
   *
   * @param provider asked for every signature from now on
   * @param where for the user, such as a file, without any value that may be a secret
   */
  static Lookup found(CredentialsProvider provider, String where) {
    return new Lookup(provider, where);
  }

  /**
   * Not found, so that the next provider is asked.
   *
   * @param reason why, for the user, without any value that may be a secret
   */
  static Lookup notFound(String reason) {
    return new Lookup(null, reason);
  }

  @Nullable CredentialsProvider provider() {
    return found;
  }

  /** Why nothing was found, or where something was, which may be empty. */
  String reason() {
    return reason;
  }
}
