package io.boto4j.internal.credentials;

import io.boto4j.credentials.Credentials;
import io.boto4j.error.CredentialRetrievalException;
import io.boto4j.internal.text.PercentEncoding;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Credentials of the role that is attached to an EC2 instance.
 *
 * <p>They are used beyond their expiration while the metadata service has no newer ones ("static
 * stability"): services accept them during such an outage, and failing would stop all instances at
 * once.
 */
final class InstanceCredentials implements ChainedProvider {
  private static final String METHOD = "iam-role";
  private static final String ROLE_PATH = "latest/meta-data/iam/security-credentials/";
  private static final int WINDOW_SECONDS = 900;
  private static final int LEAST_JITTER_SECONDS = 120;
  private static final int MOST_JITTER_SECONDS = 600;

  private final MetadataClient client;
  private final Clock clock;
  private final DoubleSupplier random;

  /** The last credentials fetched; accessed by one thread at a time, the one that refreshes. */
  private volatile @Nullable Credentials last;

  InstanceCredentials(ChainParts parts) {
    this(parts, new MetadataClient(parts.settings(), parts.clock()));
  }

  InstanceCredentials(ChainParts parts, MetadataClient client) {
    this.client = client;
    this.clock = parts.clock();
    this.random = parts.random();
  }

  @Override
  public String method() {
    return METHOD;
  }

  @Override
  public Lookup find() {
    try {
      Credentials first = fetch();
      return Lookup.found(
          new RefreshingCredentials(METHOD, this::refresh, clock).startingWith(first));
    } catch (MetadataUnavailable e) {
      return Lookup.notFound(e.reason());
    }
  }

  private Credentials refresh() {
    try {
      return fetch();
    } catch (MetadataUnavailable e) {
      Credentials held = last;
      if (held == null) {
        throw new CredentialRetrievalException(METHOD, e.reason());
      }
      return extended(held, "they could not be refreshed: " + e.reason());
    }
  }

  private Credentials fetch() throws MetadataUnavailable {
    String role = firstLine(client.get(ROLE_PATH));
    byte[] json = client.getBytes(ROLE_PATH + PercentEncoding.encode(role));
    Credentials fetched = read(json);
    last = fetched;
    Instant expiration = fetched.expiration();
    return expiration != null && !clock.instant().plus(window(0)).isBefore(expiration)
        ? extended(fetched, "the metadata service has no newer credentials")
        : fetched;
  }

  /** Reads the credentials. As in botocore, an error response in JSON does not end the chain. */
  private static Credentials read(byte[] json) throws MetadataUnavailable {
    try {
      CredentialsDocument document =
          CredentialsDocument.read(METHOD, "the response of the metadata service", json);
      if (document.text("Token") == null || document.text("Expiration") == null) {
        throw new MetadataUnavailable(
            "the response of the metadata service lacks AccessKeyId, SecretAccessKey, Token or"
                + " Expiration");
      }
      return document.credentials("Token", null);
    } catch (CredentialRetrievalException e) {
      throw new MetadataUnavailable(String.valueOf(e.getMessage()));
    }
  }

  private Credentials extended(Credentials held, String why) {
    Duration offset = window(random.getAsDouble());
    System.getLogger("io.boto4j.credentials")
        .log(
            Level.WARNING,
            "The credentials of the instance's role are used beyond their expiration: "
                + why
                + ". The next refresh is within "
                + offset.toMinutes()
                + " minutes.");
    return held.withExpiration(clock.instant().plus(offset));
  }

  /**
   * Returns the time before their expiration at which credentials are refreshed, spread over the
   * instances.
   */
  private static Duration window(double share) {
    int spread = MOST_JITTER_SECONDS - LEAST_JITTER_SECONDS;
    return Duration.ofSeconds(WINDOW_SECONDS + LEAST_JITTER_SECONDS + (long) (spread * share));
  }

  private static String firstLine(String text) {
    String stripped = text.strip();
    int end = stripped.indexOf('\n');
    return end < 0 ? stripped : stripped.substring(0, end).strip();
  }
}
