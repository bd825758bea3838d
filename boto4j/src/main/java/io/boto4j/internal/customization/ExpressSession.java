package io.boto4j.internal.customization;

import io.boto4j.Response;
import io.boto4j.Structure;
import io.boto4j.credentials.Credentials;
import io.boto4j.error.Boto4jException;
import io.boto4j.error.CredentialRetrievalException;
import io.boto4j.internal.call.CallRoad;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The credentials that a directory bucket gives for five minutes at a time. Thread-safe.
 *
 * <p>As botocore's: in the last 45 seconds one thread asks for new ones while the others go on with
 * the old, and a failure then is of no account; in the last 10 all wait.
 */
final class ExpressSession {
  private static final Duration ADVISORY = Duration.ofSeconds(45);
  private static final Duration MANDATORY = Duration.ofSeconds(10);
  private static final String METHOD = "s3express";

  private final String bucket;
  private final ReentrantLock refreshing = new ReentrantLock();
  private volatile @Nullable Credentials current;

  ExpressSession(String bucket) {
    this.bucket = bucket;
  }

  Credentials credentials(CallRoad road) {
    Credentials known = current;
    if (known != null && lasts(known, road, ADVISORY)) {
      return known;
    }
    return known != null && lasts(known, road, MANDATORY) ? advisory(known, road) : mandatory(road);
  }

  private Credentials advisory(Credentials known, CallRoad road) {
    if (!refreshing.tryLock()) {
      return known;
    }
    try {
      Credentials since = current;
      if (since == null || !lasts(since, road, ADVISORY)) {
        since = create(road);
        current = since;
      }
      return since;
    } catch (Boto4jException e) {
      // What is there is still good; the next call tries again.
      return known;
    } finally {
      refreshing.unlock();
    }
  }

  private Credentials mandatory(CallRoad road) {
    refreshing.lock();
    try {
      Credentials since = current;
      if (since == null || !lasts(since, road, MANDATORY)) {
        since = create(road);
        current = since;
      }
      return since;
    } finally {
      refreshing.unlock();
    }
  }

  private Credentials create(CallRoad road) {
    Response answer = road.call("CreateSession", Map.of("Bucket", bucket));
    Structure keys = answer.structure("Credentials");
    String accessKeyId = keys == null ? null : keys.text("AccessKeyId");
    String secretAccessKey = keys == null ? null : keys.text("SecretAccessKey");
    String token = keys == null ? null : keys.text("SessionToken");
    Instant expiration = keys == null ? null : keys.instant("Expiration");
    if (accessKeyId == null || secretAccessKey == null || token == null || expiration == null) {
      throw new CredentialRetrievalException(METHOD, "the session of a bucket lacks some");
    }
    if (!road.clock().instant().isBefore(expiration)) {
      throw new CredentialRetrievalException(
          METHOD, "Credentials were refreshed, but the refreshed credentials are still expired.");
    }
    return Credentials.of(accessKeyId, secretAccessKey, token)
        .withExpiration(expiration)
        .withSource(METHOD);
  }

  private static boolean lasts(Credentials keys, CallRoad road, Duration time) {
    Instant expiration = keys.expiration();
    return expiration == null || road.clock().instant().plus(time).isBefore(expiration);
  }
}
