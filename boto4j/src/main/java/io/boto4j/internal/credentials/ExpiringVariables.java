package io.boto4j.internal.credentials;

import io.boto4j.credentials.Credentials;
import io.boto4j.credentials.CredentialsProvider;
import io.boto4j.error.CredentialRetrievalException;
import io.boto4j.internal.text.Timestamps;
import java.time.Clock;
import java.time.Instant;

/**
 * Credentials from the environment that expire at {@code AWS_CREDENTIAL_EXPIRATION}. botocore reads
 * the environment again at that time, but the environment of a JVM does not change.
 */
final class ExpiringVariables implements CredentialsProvider {
  private final Credentials credentials;
  private final Instant expiration;
  private final Clock clock;

  ExpiringVariables(Credentials credentials, Instant expiration, Clock clock) {
    this.credentials = credentials.withExpiration(expiration);
    this.expiration = expiration;
    this.clock = clock;
  }

  @Override
  public Credentials credentials() {
    if (clock.instant().isBefore(expiration)) {
      return credentials;
    }
    throw new CredentialRetrievalException(
        "env",
        "The credentials in the environment expired at "
            + Timestamps.iso8601(expiration)
            + " (AWS_CREDENTIAL_EXPIRATION). The environment of a running JVM does not change: set"
            + " new credentials and restart it.");
  }

  @Override
  public String toString() {
    return "ExpiringVariables[" + credentials + "]";
  }
}
