package io.boto4j.http;

/**
 * How long one request may take, where that differs from what the transport was made with.
 * Immutable.
 *
 * <p>The timeouts are for each wait, so a server that sends a byte now and then can go on for long;
 * the deadline is for all of it: connecting, the request, and the answer to the last byte of its
 * body, streamed or not.
 *
 * @param connectTimeoutMillis for reaching the server; 0 for the transport's own timeout
 * @param readTimeoutMillis for each wait for more of the answer, or for the server to take more of
 *     the request; 0 for the transport's own timeout
 * @param deadlineNanos when all has to be over, as {@link System#nanoTime()} tells time; 0 for no
 *     deadline
 */
public record RequestLimits(int connectTimeoutMillis, int readTimeoutMillis, long deadlineNanos) {
  /**
   * Makes limits.
   *
   * @param connectTimeoutMillis for reaching the server; 0 for the transport's own
   * @param readTimeoutMillis for each wait; 0 for the transport's own
   * @param deadlineNanos when all has to be over; 0 for never
   * @throws IllegalArgumentException if a timeout is negative
   */
  public RequestLimits {
    if (connectTimeoutMillis < 0 || readTimeoutMillis < 0) {
      throw new IllegalArgumentException(
          "Timeouts may not be negative: connectTimeoutMillis "
              + connectTimeoutMillis
              + ", readTimeoutMillis "
              + readTimeoutMillis);
    }
  }

  /**
   * The transport's own timeouts, and a deadline.
   *
   * @param deadlineNanos when all has to be over, as {@link System#nanoTime()} tells time
   * @return the limits
   */
  public static RequestLimits until(long deadlineNanos) {
    // A clock that may begin anywhere may show 0, which stands for no deadline here.
    return new RequestLimits(0, 0, deadlineNanos == 0 ? 1 : deadlineNanos);
  }

  /**
   * Returns these limits inside wider ones.
   *
   * @param outer the limits that hold where these set nothing
   * @return this object's timeouts where they are set, else those of {@code outer}; and the earlier
   *     of the two deadlines
   */
  public RequestLimits within(RequestLimits outer) {
    return new RequestLimits(
        connectTimeoutMillis == 0 ? outer.connectTimeoutMillis : connectTimeoutMillis,
        readTimeoutMillis == 0 ? outer.readTimeoutMillis : readTimeoutMillis,
        earlier(deadlineNanos, outer.deadlineNanos));
  }

  private static long earlier(long one, long other) {
    if (one == 0 || other == 0) {
      return one == 0 ? other : one;
    }
    return one - other < 0 ? one : other;
  }

  /**
   * Whether there is a deadline.
   *
   * @return false if {@link #deadlineNanos()} is 0
   */
  public boolean hasDeadline() {
    return deadlineNanos != 0;
  }
}
