package io.boto4j.internal.credentials;

import java.time.Duration;

/**
 * When something that expires is renewed.
 *
 * @param advisory from so long before it expires on, one thread tries to renew it, and the others
 *     go on with what there is
 * @param mandatory from so long before on, nobody goes on without a new one
 * @param pause how long after an advisory try that failed the next one is made
 */
public record RefreshWindows(Duration advisory, Duration mandatory, Duration pause) {
  /** botocore's, for credentials: 15 and 10 minutes, and 10 seconds between tries. */
  public static final RefreshWindows CREDENTIALS =
      new RefreshWindows(Duration.ofMinutes(15), Duration.ofMinutes(10), Duration.ofSeconds(10));

  /** botocore's, for tokens of SSO: 15 and 10 minutes, and a minute between tries. */
  public static final RefreshWindows SSO_TOKEN =
      new RefreshWindows(Duration.ofMinutes(15), Duration.ofMinutes(10), Duration.ofMinutes(1));

  /** To the last second, for what cannot be renewed without a human. */
  public static final RefreshWindows NONE =
      new RefreshWindows(Duration.ZERO, Duration.ZERO, Duration.ZERO);

  /**
   * Makes windows.
   *
   * @param advisory from so long before the end on, renewing is tried
   * @param mandatory from so long before the end on, renewing must succeed
   * @param pause the time between advisory tries
   * @throws IllegalArgumentException if one is negative, or advisory is the shorter one
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

  /** What lives for a short time only would otherwise be renewed by every call. */
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
