package io.boto4j;

import io.boto4j.http.ConnectionUse;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of a call: a request that was sent, its outcome and what was decided next.
 *
 * <p>{@link #toString} is a line for a log: {@code 1. dynamodb.eu-west-1.amazonaws.com (new
 * connection): 503 ServiceUnavailable after 12 ms; RETRIED in 34 ms, quota left 486}. Immutable.
 *
 * @param number the attempt's number within the call, from 1
 * @param startedAt the start of the attempt, by the session's clock
 * @param duration the time until the response's head was read, or until the failure
 * @param endpoint the host of the request, with its port if the URL has one
 * @param connectionUse whether the connection was new or reused; {@code UNKNOWN} if the transport
 *     does not report it or there was no response
 * @param statusCode the HTTP status, or 0 if there was no response
 * @param error the service's error code, or the simple name of the exception; null if the attempt
 *     succeeded
 * @param decision the decision after a failure; null if the attempt succeeded
 * @param delay the delay before the next attempt, zero if there was none
 * @param quotaLeft the client's remaining retry quota after the decision, or −1 if the quota was
 *     not involved
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
  /** A decision about what follows a failed attempt. */
  public enum Decision {
    /** The request is sent again after a delay. */
    RETRIED,
    /** The service named another endpoint, to which the request is sent at once. */
    REDIRECTED,
    /**
     * The signature's time was refused; the request is sent again at once, signed by the service's
     * clock.
     */
    CLOCK_CORRECTED,
    /** The call fails: another attempt would fail in the same way. */
    NOT_RETRYABLE,
    /** The call fails: it has used all its attempts. */
    MAX_ATTEMPTS_REACHED,
    /**
     * The call fails: the client's retry quota is used up, because the service has been failing for
     * a while.
     */
    RETRY_QUOTA_REACHED,
    /** The call fails: the request's body is a stream that cannot be read again. */
    BODY_NOT_REPLAYABLE,
    /**
     * The call fails: the response had begun to report success, and carrying out the request twice
     * might do harm.
     */
    ALREADY_CARRIED_OUT,
    /** The call fails: its total timeout leaves no time for another attempt. */
    NO_TIME_LEFT
  }

  /**
   * Creates an attempt.
   *
   * @param number the attempt's number within the call, from 1
   * @param startedAt the start of the attempt
   * @param duration the time until the response's head was read, or until the failure
   * @param endpoint the host, with its port if the URL has one
   * @param connectionUse whether the connection was new or reused, if known
   * @param statusCode the HTTP status, or 0
   * @param error the error code or the name of the exception, or null
   * @param decision the decision after a failure, or null
   * @param delay the delay before the next attempt
   * @param quotaLeft the remaining retry quota, or −1
   */
  public Attempt {
    Objects.requireNonNull(startedAt, "startedAt");
    Objects.requireNonNull(duration, "duration");
    Objects.requireNonNull(endpoint, "endpoint");
    Objects.requireNonNull(connectionUse, "connectionUse");
    Objects.requireNonNull(delay, "delay");
  }

  /**
   * Returns a copy of this attempt with another decision.
   *
   * @param other the decision
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

  /**
   * Returns one line that describes the attempt.
   *
   * @return the line, without a line break
   */
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
