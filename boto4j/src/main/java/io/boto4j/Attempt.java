package io.boto4j;

import io.boto4j.http.ConnectionUse;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One try at a call: a request sent, and what came of it.
 *
 * <p>Printed, it is a line of what happened: {@code 1. dynamodb.eu-west-1.amazonaws.com (new
 * connection): 503 ServiceUnavailable after 12 ms; RETRIED in 34 ms, quota left 486}.
 *
 * @param number 1 for the first
 * @param startedAt when it began
 * @param duration how long it took, to the end of the answer's head, or to the failure
 * @param endpoint host, and port if there was one, that the request was for
 * @param connectionUse whether it went over a new connection or a reused one; {@code UNKNOWN} if
 *     the transport does not report it, or no response came
 * @param statusCode the HTTP status, 0 if no answer came
 * @param error the code of the service's error, or the name of the exception; null if the answer
 *     was good
 * @param decision what was decided next; null if the answer was good
 * @param delay how long was waited before the next attempt
 * @param quotaLeft what is left of the client's retry quota after the decision; −1 if it was not
 *     asked
 */
public record Attempt(
    int number,
    Instant startedAt,
    Duration duration,
    String endpoint,
    ConnectionUse connectionUse,
    int statusCode,
    @Nullable String error,
    @Nullable Decision decision,
    Duration delay,
    int quotaLeft) {
  /** What follows an attempt that failed. */
  public enum Decision {
    /** The request is sent again after a delay. */
    RETRIED,
    /** The service sent the request elsewhere, where it is made again at once. */
    REDIRECTED,
    /** The signature was refused for its time: it is made again by the service's clock. */
    CLOCK_CORRECTED,
    /** It would fail again. */
    NOT_RETRYABLE,
    /** The call has had all its attempts. */
    MAX_ATTEMPTS_REACHED,
    /** The client has used up its retry quota: the service has been failing for a while. */
    RETRY_QUOTA_REACHED,
    /** The body of the request is a stream that was read and cannot be read again. */
    BODY_NOT_REPLAYABLE,
    /**
     * The service had begun to answer that all is well, and carrying the request out twice might do
     * harm.
     */
    ALREADY_CARRIED_OUT,
    /** The call's total timeout leaves no time for another attempt. */
    NO_TIME_LEFT
  }

  /**
   * Makes an attempt.
   *
   * @param number 1 for the first
   * @param startedAt when it began
   * @param duration how long it took
   * @param endpoint host and port
   * @param connectionUse whether the connection was new or reused, if known
   * @param statusCode the HTTP status, or 0
   * @param error what went wrong, or null
   * @param decision what was decided next, or null
   * @param delay how long was waited before the next attempt
   * @param quotaLeft what is left of the retry quota, or −1
   */
  public Attempt {
    Objects.requireNonNull(startedAt, "startedAt");
    Objects.requireNonNull(duration, "duration");
    Objects.requireNonNull(endpoint, "endpoint");
    Objects.requireNonNull(connectionUse, "connectionUse");
    Objects.requireNonNull(delay, "delay");
  }

  /**
   * This attempt with another decision.
   *
   * @param other what was decided after all
   * @return a new attempt
   */
  public Attempt with(Decision other) {
    return new Attempt(
        number,
        startedAt,
        duration,
        endpoint,
        connectionUse,
        statusCode,
        error,
        other,
        delay,
        quotaLeft);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(96).append(number).append(". ").append(endpoint);
    if (connectionUse != ConnectionUse.UNKNOWN) {
      text.append(
          connectionUse == ConnectionUse.REUSED ? " (connection reused)" : " (new connection)");
    }
    text.append(':');
    if (statusCode > 0) {
      text.append(' ').append(statusCode);
    }
    if (error != null) {
      text.append(' ').append(error);
    }
    text.append(" after ").append(duration.toMillis()).append(" ms");
    if (decision != null) {
      text.append("; ").append(decision);
    }
    if (decision == Decision.RETRIED) {
      text.append(" in ").append(delay.toMillis()).append(" ms");
    }
    return quotaLeft < 0 ? text.toString() : text.append(", quota left " + quotaLeft).toString();
  }
}
