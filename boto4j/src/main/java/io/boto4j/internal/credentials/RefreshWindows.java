package io.boto4j.internal.credentials;

import java.time.Duration;

/**
 * The times at which something that expires is renewed, in botocore's two windows.
 *
 * @param advisory the time before the expiration from which one thread tries to renew the value
 *     while the others use the current one
 * @param mandatory the time before the expiration from which all threads wait for a new value
 * @param pause the pause after a failed advisory renewal
 */
public record RefreshWindows(Duration advisory, Duration mandatory, Duration pause) {
  /** botocore's windows for credentials: 15 and 10 minutes, with pauses of 10 seconds. */
  public static final RefreshWindows CREDENTIALS =
      new RefreshWindows(Duration.ofMinutes(15), Duration.ofMinutes(10), Duration.ofSeconds(10));

  /** botocore's windows for SSO tokens: 15 and 10 minutes, with pauses of a minute. */
  public static final RefreshWindows SSO_TOKEN =
      new RefreshWindows(Duration.ofMinutes(15), Duration.ofMinutes(10), Duration.ofMinutes(1));

  /** No windows, for a value that cannot be renewed without a user: it is used until it expires. */
  public static final RefreshWindows NONE =
      new RefreshWindows(Duration.ZERO, Duration.ZERO, Duration.ZERO);

  /**
   * Creates windows.
   *
   * @param advisory the time before the expiration from which a renewal is tried
   * @param mandatory the time before the expiration from which a renewal must succeed
   * @param pause the pause after a failed advisory renewal
   * @throws IllegalArgumentException if one is negative, or advisory is shorter than mandatory
   */
  public RefreshWindows {
    if (mandatory.isNegative() || pause.isNegative() || advisory.compareTo(mandatory) < 0) {
      throw new IllegalArgumentException(
          "Not 0 <= mandatory <= advisory and 0 <= pause: "
              + mandatory
              + ", "
              + advisory
              + ", "
              + pause);
    }
  }

  /**
   * Returns windows that fit a lifetime: a value that lives no longer than the windows would be
   * renewed by every call.
   */
  RefreshWindows within(Duration lifetime) {
    Duration half = lifetime.dividedBy(2);
    Duration third = lifetime.dividedBy(3);
    return half.compareTo(advisory) >= 0 && third.compareTo(mandatory) >= 0
        ? this
        : new RefreshWindows(min(advisory, half), min(mandatory, third), pause);
  }

  private static Duration min(Duration a, Duration b) {
    return a.compareTo(b) <= 0 ? a : b;
  }
}
