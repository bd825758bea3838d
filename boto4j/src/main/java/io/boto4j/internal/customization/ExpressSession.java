package io.boto4j.internal.customization;

import io.boto4j.Response;
import io.boto4j.Structure;
import io.boto4j.credentials.Credentials;
import io.boto4j.error.Boto4jException;
import io.boto4j.error.CallInterruptedException;
import io.boto4j.error.CredentialRetrievalException;
import io.boto4j.internal.hook.CustomizationClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
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

  /** Fair, so that all threads that waited for a failure have it before one of them tries again. */
  private final ReentrantLock refreshing = new ReentrantLock(/* fair= */ true);

  private volatile @Nullable Credentials current;

  /** The number of failed calls, which shows a thread whether the one it waited for failed. */
  private volatile int failures;

  /** The last failure; guarded by the lock. */
  private @Nullable Boto4jException failure;

  ExpressSession(String bucket) {
    this.bucket = bucket;
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
    if (!refreshing.tryLock()) {
      return known;
    }
    try {
      Credentials since = current;
      if (since == null || !lasts(since, client, ADVISORY)) {
        since = create(client);
        current = since;
      }
      return since;
    } catch (CallInterruptedException e) {
      throw e;
    } catch (Boto4jException e) {
      // The credentials are still valid; the next call tries again.
      return known;
    } finally {
      refreshing.unlock();
    }
  }

  private Credentials mandatory(CustomizationClient client) {
    int before = failures;
    lock();
    try {
      Credentials since = current;
      if (since == null || !lasts(since, client, MANDATORY)) {
        if (failure != null && failures != before) {
          throw failure;
        }
        since = createOrFail(client);
        current = since;
      }
      return since;
    } finally {
      refreshing.unlock();
    }
  }

  private void lock() {
    try {
      refreshing.lockInterruptibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CallInterruptedException(
          "Interrupted while waiting for the session of bucket " + bucket, e);
    }
  }

  private Credentials createOrFail(CustomizationClient client) {
    try {
      return create(client);
    } catch (CallInterruptedException e) {
      // Concerns this thread only: a waiting thread calls for itself.
      throw e;
    } catch (Boto4jException e) {
      failure = e;
      int failed = failures;
      failures = failed + 1; // by one thread at a time, under the lock
      throw e;
    }
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
    return Credentials.of(accessKeyId, secretAccessKey, token)
        .withExpiration(expiration)
        .withSource(METHOD);
  }

  private static boolean lasts(Credentials keys, CustomizationClient client, Duration time) {
    Instant expiration = keys.expiration();
    return expiration == null || client.clock().instant().plus(time).isBefore(expiration);
  }
}
