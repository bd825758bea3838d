package io.boto4j.http;

/**
 * Time limits of one request, in place of the transport's own. Immutable.
 *
 * <p>A timeout applies to each wait, so a server that sends a byte now and then can take much
 * longer. The deadline applies to the whole exchange: connecting, sending the request, and reading
 * the response to the last byte of its body, even if it is streamed.
 *
 * @param connectTimeoutMillis the time to reach the server; 0 for the transport's own timeout
 * @param readTimeoutMillis the time of each wait for more of the response, or for the server to
 *     accept more of the request; 0 for the transport's own timeout
 * @param deadlineNanos the end of the exchange, on the clock of {@link System#nanoTime()}; 0 for no
 *     deadline
 */
public record RequestLimits(int connectTimeoutMillis, int readTimeoutMillis, long deadlineNanos) {
  /**
   * Creates limits.
   *
   * @param connectTimeoutMillis the time to reach the server; 0 for the transport's own
   * @param readTimeoutMillis the time of each wait; 0 for the transport's own
   * @param deadlineNanos the end of the exchange; 0 for no deadline
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
   * Returns a deadline with the transport's own timeouts.
   *
   * @param deadlineNanos the end of the exchange, on the clock of {@link System#nanoTime()}
   * @return the limits
   */
  public static RequestLimits until(long deadlineNanos) {
    // nanoTime() has no fixed origin: it may return 0, which would mean no deadline.
    return new RequestLimits(0, 0, deadlineNanos == 0 ? 1 : deadlineNanos);
  }

  /**
   * Returns these limits inside wider ones.
   *
   * @param outer the limits that apply to whatever these do not set
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
