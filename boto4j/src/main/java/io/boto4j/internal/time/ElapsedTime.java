package io.boto4j.internal.time;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A clock for durations, which never runs backwards. Whatever lasts for some time, such as a delay
 * or a deadline, is measured with it; expirations that a service sends are times of day.
 *
 * <p>For the system's clock it is {@link System#nanoTime()}, which setting the clock does not
 * affect. A session may have another clock, such as one that a test advances: it is followed, and
 * no time passes while it is set back. Safe to share between threads.
 */
public final class ElapsedTime {
  /** Null for the system's clock. */
  private final @Nullable Clock clock;

  /** The last reading of the clock; guarded by this. */
  private long last;

  /** The time that has passed, from the first reading; guarded by this. */
  private long total;

  private ElapsedTime(@Nullable Clock clock) {
    this.clock = clock;
    if (clock != null) {
      last = read(clock);
      total = last;
    }
  }

  /**
   * Creates a clock for durations.
   *
   * @param clock the clock of the session
   * @return a new clock
   */
  public static ElapsedTime of(Clock clock) {
    return new ElapsedTime(clock.equals(Clock.systemUTC()) ? null : clock);
  }

  /**
   * Returns the time since an arbitrary origin.
   *
   * @return nanoseconds, to be compared by their difference
   */
  public long nanos() {
    return clock == null ? System.nanoTime() : nanos(clock);
  }

  private synchronized long nanos(Clock source) {
    long now = read(source);
    total += Math.max(0, now - last);
    last = now;
    return total;
  }

  private static long read(Clock clock) {
    Instant now = clock.instant();
    return now.getEpochSecond() * 1_000_000_000 + now.getNano();
  }
}
