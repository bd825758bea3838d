package io.boto4j.internal.retry;

import java.time.Clock;
import java.util.function.DoubleSupplier;

/**
 * The retry mode of one client: which errors get another attempt, and after what delay.
 *
 * <p>Safe to share between threads; what it remembers is remembered for all calls of the client.
 */
public abstract class RetryMode {
  /** What {@link #acquire} returns when there is nothing left to acquire. */
  public static final int NONE_LEFT = -1;

  RetryMode() {}

  /**
   * Makes a mode.
   *
   * @param name {@code standard}, {@code adaptive} or {@code legacy}
   * @param service the service's id, as {@code DynamoDB}
   * @param random numbers from 0 on and below 1
   * @param clock what time it is, for the mode that measures rates
   * @return a new mode with a full quota
   */
  public static RetryMode of(String name, String service, DoubleSupplier random, Clock clock) {
    return switch (name) {
      case "legacy" -> new LegacyMode(service, random);
      case "adaptive" -> new AdaptiveMode(service, random, clock);
      default -> new StandardMode(service, random);
    };
  }

  /**
   * What an error says of another attempt.
   *
   * @param failed the attempt
   * @return its kind
   */
  public abstract ErrorKind kindOf(FailedAttempt failed);

  /**
   * How long to wait before the next attempt; at random, so that clients that failed together do
   * not come back together.
   *
   * @param failed the attempt that failed
   * @param kind its kind
   * @return seconds
   */
  public abstract double delaySeconds(FailedAttempt failed, ErrorKind kind);

  /**
   * Takes what another attempt costs from the client's quota.
   *
   * @param kind the kind of the error
   * @return what was taken, or {@link #NONE_LEFT}
   */
  public abstract int acquire(ErrorKind kind);

  /**
   * Puts into the quota what a good answer earns.
   *
   * @param cost what the call's last {@link #acquire} took, or 0 if the first attempt was good
   */
  public abstract void release(int cost);

  /**
   * What is left of the quota.
   *
   * @return a count, or −1 if the mode has none
   */
  public abstract int quotaLeft();

  /**
   * Whether a call waits once, though it is not attempted again, when the quota is used up: callers
   * of such operations ask again at once.
   *
   * @param operation the operation's name
   * @return true for operations that wait for something to do
   */
  public abstract boolean waitsWithoutQuota(String operation);

  /**
   * Takes the permission to send one request.
   *
   * @return for how many seconds it is not to be sent yet
   */
  public double sendDelaySeconds() {
    return 0;
  }

  /**
   * Learns from an answer, or from none.
   *
   * @param throttled whether the service asks for fewer requests
   */
  public void answered(boolean throttled) {}
}
