package io.boto4j.internal.retry;

import java.time.Clock;
import java.util.function.DoubleSupplier;

/**
 * The retry mode of one client: which errors are retried, and after which delay.
 *
 * <p>Safe to share between threads. Its state is shared by all calls of the client.
 */
public abstract class RetryMode {
  /** The result of {@link #acquire} when the quota is used up. */
  public static final int NONE_LEFT = -1;

  RetryMode() {}

  /**
   * Creates a retry mode.
   *
   * @param name {@code standard}, {@code adaptive} or {@code legacy}
   * @param service the peculiarities of the service
   * @param random supplies numbers from 0 (inclusive) to 1 (exclusive)
   * @param clock the session's clock, for the mode that measures rates
   * @return a new mode with a full quota
   */
  public static RetryMode of(
      String name, ServiceRetries service, DoubleSupplier random, Clock clock) {
    return switch (name) {
      case "legacy" -> new LegacyMode(service, random);
      case "adaptive" -> new AdaptiveMode(service, random, clock);
      default -> new StandardMode(service, random);
    };
  }

  /** Whether an HTTP status is an error that another attempt may not have. */
  static boolean isTransientStatus(int status) {
    return status == 500 || status == 502 || status == 503 || status == 504;
  }

  /**
   * Returns the kind of an error.
   *
   * @param failed the attempt that failed
   * @return the kind
   */
  public abstract ErrorKind kindOf(FailedAttempt failed);

  /**
   * Returns the delay before the next attempt. It is random, so that clients that failed at the
   * same time do not retry at the same time.
   *
   * @param failed the attempt that failed
   * @param kind the kind of the error
   * @return the delay in seconds
   */
  public abstract double delaySeconds(FailedAttempt failed, ErrorKind kind);

  /**
   * Takes the cost of another attempt from the client's quota.
   *
   * @param kind the kind of the error
   * @return the amount taken, or {@link #NONE_LEFT}
   */
  public abstract int acquire(ErrorKind kind);

  /**
   * Returns quota after a successful attempt.
   *
   * @param cost the amount that the call's last {@link #acquire} took, or 0 if the first attempt
   *     succeeded
   */
  public abstract void release(int cost);

  /**
   * Returns the rest of the quota.
   *
   * @return the rest, or −1 if the mode has no quota
   */
  public abstract int quotaLeft();

  /**
   * Whether a call waits before it fails when the quota is used up. Callers of long-polling
   * operations call again immediately, without a delay of their own.
   *
   * @param operation the name of the operation
   * @return true for operations that poll for work
   */
  public abstract boolean waitsWithoutQuota(String operation);

  /**
   * Takes permission to send one request.
   *
   * @return the delay before it may be sent, in seconds
   */
  public double sendDelaySeconds() {
    return 0;
  }

  /**
   * Records the end of an attempt, with or without a response.
   *
   * @param throttled whether the service throttled the request
   */
  public void recordAttempt(boolean throttled) {}
}
