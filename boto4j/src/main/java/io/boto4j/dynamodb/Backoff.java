package io.boto4j.dynamodb;

import io.boto4j.Client;
import io.boto4j.error.CallInterruptedException;
import java.time.Duration;

/**
 * Pauses between the requests of a batch, some of whose parts DynamoDB has not processed: a random
 * part of 50 ms, doubled each time, at most 20 s.
 *
 * <p>Each request is retried by the client's own rules besides.
 */
final class Backoff {
  private static final double BASE_SECONDS = 0.05;
  private static final double MAX_SECONDS = 20;
  private static final int DEFAULT_ATTEMPTS = 10;

  private final Client client;
  private final int maxAttempts;
  private int incomplete;
  private int withoutProgress;

  Backoff(Client client) {
    this.client = client;
    Integer configured = client.config().maxAttempts();
    this.maxAttempts = configured == null ? DEFAULT_ATTEMPTS : configured;
  }

  /** Begins again after a request whose parts were all processed. */
  void reset() {
    incomplete = 0;
    withoutProgress = 0;
  }

  /**
   * Counts a request that was not processed completely.
   *
   * @param progress whether a part of it was
   * @return whether to go on, after {@link #pause()}
   */
  boolean goesOn(boolean progress) {
    incomplete++;
    withoutProgress = progress ? 0 : withoutProgress + 1;
    return withoutProgress < maxAttempts;
  }

  int maxAttempts() {
    return maxAttempts;
  }

  void pause() {
    double most = Math.min(MAX_SECONDS, BASE_SECONDS * Math.pow(2, incomplete - 1.0));
    double seconds = most * client.session().random().getAsDouble();
    try {
      client.session().sleeper().sleep(Duration.ofNanos((long) (seconds * 1e9)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CallInterruptedException(
          "Interrupted before the next request of a batch of DynamoDB", e);
    }
  }
}
