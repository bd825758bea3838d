package io.boto4j.internal.attempt;

import io.boto4j.Attempt;
import io.boto4j.http.ConnectionUse;
import io.boto4j.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One attempt while it is under way. Used by one thread. */
final class OpenAttempt {
  private final int number;

  private final Clock signingClock;

  private boolean sent;
  private Instant startedAt = Instant.EPOCH;
  private long startNanos;
  private long endNanos;
  private String endpoint = "";
  private int statusCode;
  private ConnectionUse connectionUse = ConnectionUse.UNKNOWN;

  /**
   * Begins an attempt.
   *
   * @param number 1 for the first attempt of a call
   * @param signingClock the clock the request is signed by
   */
  OpenAttempt(int number, Clock signingClock) {
    this.number = number;
    this.signingClock = signingClock;
  }

  int number() {
    return number;
  }

  Clock signingClock() {
    return signingClock;
  }

  /** Whether the request was given to the transport, and the attempt has not ended yet. */
  boolean sent() {
    return sent;
  }

  /** The status of the response, or 0 if there is none. */
  int statusCode() {
    return statusCode;
  }

  /** Records that the request is given to the transport. */
  void send(Instant now, HttpRequest request) {
    sent = true;
    startedAt = now;
    startNanos = System.nanoTime();
    endNanos = startNanos;
    endpoint = request.uri().getRawAuthority();
  }

  /** Records the head of the response. */
  void head(int status, ConnectionUse use) {
    endNanos = System.nanoTime();
    statusCode = status;
    connectionUse = use;
  }

  /** Ends the attempt with a good response. */
  Attempt succeeded() {
    return end(null, null, Duration.ZERO, -1);
  }

  /** Ends the attempt with an error. */
  Attempt failed(String error, Attempt.Decision decision, Duration delay, int quotaLeft) {
    if (statusCode == 0) {
      endNanos = System.nanoTime();
    }
    return end(error, decision, delay, quotaLeft);
  }

  private Attempt end(
      @Nullable String error, Attempt.@Nullable Decision decision, Duration delay, int quotaLeft) {
    sent = false;
    return new Attempt(
        number,
        startedAt,
        Duration.ofNanos(endNanos - startNanos),
        endpoint,
        connectionUse,
        statusCode,
        error,
        decision,
        delay,
        quotaLeft);
  }
}
