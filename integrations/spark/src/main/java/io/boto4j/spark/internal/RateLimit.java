package io.boto4j.spark.internal;

import io.boto4j.Sleeper;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A limit on requests, or on capacity units, per second: a token bucket that holds one second.
 *
 * <p>Callers take what they need and wait while the bucket is in debt, so an amount larger than a
 * second's is served too, and what was only known after the call can be charged then. Safe for use
 * by multiple threads.
 */
public final class RateLimit {
  private static final double NANOS = 1e9;
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  private final double perSecond;
  private final LongSupplier nanoTime;
  private final Sleeper sleeper;
  private double available;
  private long filledAt;

  /**
   * Creates a limit whose bucket is full.
   *
   * @param perSecond the amount per second; {@link Double#POSITIVE_INFINITY} for no limit
   * @param nanoTime the clock, such as {@code System::nanoTime}
   * @param sleeper the pause, which is asked for at most a second at a time
   */
  public RateLimit(double perSecond, LongSupplier nanoTime, Sleeper sleeper) {
    if (!(perSecond > 0)) {
      throw new IllegalArgumentException("The rate is not above 0: " + perSecond);
    }
    this.perSecond = perSecond;
    this.nanoTime = nanoTime;
    this.sleeper = sleeper;
    this.available = Math.max(1, perSecond);
    this.filledAt = nanoTime.getAsLong();
  }

  /**
   * Returns the part of a rate that each partition may use.
   *
   * @param perSecond the rate of the whole job
   * @param partitions the number of partitions
   * @param slots the number of tasks that can run at the same time
   * @return the rate of one task
   */
  public static double share(double perSecond, int partitions, int slots) {
    return perSecond / Math.max(1, Math.min(partitions, slots));
  }

  /**
   * Takes an amount, after waiting until the bucket is not in debt.
   *
   * @param amount the amount, 0 or more
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public void take(double amount) throws InterruptedException {
    for (long wait = tryTake(amount); wait > 0; wait = tryTake(amount)) {
      Duration pause = Duration.ofNanos(wait);
      sleeper.sleep(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    }
  }

  /** Takes the amount and returns 0, or returns the nanoseconds until that is possible. */
  private synchronized long tryTake(double amount) {
    if (Double.isInfinite(perSecond)) {
      return 0;
    }
    fill();
    double needed = Math.min(amount, Math.max(1, perSecond));
    if (available >= needed) {
      available -= amount;
      return 0;
    }
    return (long) Math.ceil((needed - available) / perSecond * NANOS);
  }

  /**
   * Charges an amount that has already been used, without waiting; later callers wait for it.
   *
   * @param amount the amount, 0 or more
   */
  public synchronized void charge(double amount) {
    fill();
    available -= amount;
  }

  private void fill() {
    long now = nanoTime.getAsLong();
    double added = (now - filledAt) / NANOS * perSecond;
    if (added > 0) {
      available = Math.min(Math.max(1, perSecond), available + added);
      filledAt = now;
    }
  }
}
