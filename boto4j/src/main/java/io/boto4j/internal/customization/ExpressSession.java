package io.boto4j.internal.customization;

import io.boto4j.Response;
import io.boto4j.Structure;
import io.boto4j.credentials.Credentials;
import io.boto4j.error.Boto4jException;
import io.boto4j.error.CallInterruptedException;
import io.boto4j.error.CredentialRetrievalException;
import io.boto4j.internal.hook.CustomizationClient;
import io.boto4j.internal.time.SingleFlight;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The credentials of a directory bucket, which are valid for five minutes. Thread-safe.
 *
 * <p>As in botocore: in the last 45 seconds one thread requests new ones while the others go on
 * with the old, and a failure is ignored; in the last 10 seconds all threads wait.
 */
final class ExpressSession {
  private static final Duration ADVISORY = Duration.ofSeconds(45);
  private static final Duration MANDATORY = Duration.ofSeconds(10);
  private static final String METHOD = "s3express";

  private final String bucket;

  private final SingleFlight<Credentials> flight;
  private volatile @Nullable Credentials current;

  ExpressSession(String bucket) {
    this.bucket = bucket;
    this.flight = new SingleFlight<>("the credentials of bucket " + bucket);
  }

  Credentials credentials(CustomizationClient client) {
    Credentials known = current;
    if (known != null && lasts(known, client, ADVISORY)) {
      return known;
    }
    return known != null && lasts(known, client, MANDATORY)
        ? advisory(known, client)
        : mandatory(client);
  }

  private Credentials advisory(Credentials known, CustomizationClient client) {
    try {
      Credentials since = flight.tryGet(() -> lasting(client, ADVISORY), () -> create(client));
      return since == null ? known : since;
    } catch (CallInterruptedException e) {
      throw e;
    } catch (Boto4jException e) {
      // The credentials are still valid; the next call tries again.
      return known;
    }
  }

  private Credentials mandatory(CustomizationClient client) {
    return flight.get(() -> lasting(client, MANDATORY), () -> create(client));
  }

  private @Nullable Credentials lasting(CustomizationClient client, Duration time) {
    Credentials since = current;
    return since != null && lasts(since, client, time) ? since : null;
  }

  private Credentials create(CustomizationClient client) {
    Response response = client.call("CreateSession", Map.of("Bucket", bucket));
    Structure keys = response.structure("Credentials");
    String accessKeyId = keys == null ? null : keys.text("AccessKeyId");
    String secretAccessKey = keys == null ? null : keys.text("SecretAccessKey");
    String token = keys == null ? null : keys.text("SessionToken");
    Instant expiration = keys == null ? null : keys.instant("Expiration");
    if (accessKeyId == null || secretAccessKey == null || token == null || expiration == null) {
      throw new CredentialRetrievalException(METHOD, "the session of a bucket lacks some");
    }
    if (!client.clock().instant().isBefore(expiration)) {
      throw new CredentialRetrievalException(
          METHOD, "Credentials were refreshed, but the refreshed credentials are still expired.");
    }
    Credentials created =
        Credentials.of(accessKeyId, secretAccessKey, token)
            .withExpiration(expiration)
            .withSource(METHOD);
    current = created;
    return created;
  }

  private static boolean lasts(Credentials keys, CustomizationClient client, Duration time) {
    Instant expiration = keys.expiration();
    return expiration == null || client.clock().instant().plus(time).isBefore(expiration);
  }
}
