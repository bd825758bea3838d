package io.boto4j.internal.retry;

import io.boto4j.internal.time.ElapsedTime;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A limit of requests per second: a token bucket whose rate follows CUBIC, as in TCP's congestion
 * control, with botocore's numbers.
 *
 * <p>A token is always taken immediately, even if the bucket is empty and then in debt; the caller
 * waits until the debt is paid. Callers thus wait only once, and in the order in which they came.
 * Safe to share between threads: no method blocks.
 */
final class SendRate {
  private static final double SMOOTHING = 0.8;
  private static final double BUCKETS_PER_SECOND = 2;
  private static final double BETA = 0.7;
  private static final double SCALE = 0.4;
  private static final double MAX_OVER_MEASURED = 2;
  private static final double MIN_FILL = 0.5;

  private final ElapsedTime time;
  private final ReentrantLock lock = new ReentrantLock();

  /** Whether the rate is limited, which begins with the first throttling error. */
  private boolean limited;

  private double measuredRate;
  private double lastBucket;
  private int count;

  private double maxRate;
  private double lastThrottled;
  private double zeroPoint;

  private double fillRate = 1;
  private double capacity = 1;
  private double tokens;
  private double lastFill;

  SendRate(ElapsedTime time) {
    this.time = time;
    double now = seconds();
    this.lastBucket = Math.floor(now);
    this.lastThrottled = now;
    this.lastFill = now;
  }

  /** Takes a token, and returns the seconds until it is available. */
  double acquire() {
    lock.lock();
    try {
      if (!limited) {
        return 0;
      }
      refill(seconds());
      tokens -= 1;
      return tokens >= 0 ? 0 : -tokens / fillRate;
    } finally {
      lock.unlock();
    }
  }

  void recordAttempt(boolean throttled) {
    lock.lock();
    try {
      double now = seconds();
      measure(now);
      double rate;
      if (throttled) {
        maxRate = limited ? Math.min(measuredRate, fillRate) : measuredRate;
        zeroPoint = Math.cbrt(maxRate * (1 - BETA) / SCALE);
        lastThrottled = now;
        limited = true;
        rate = maxRate * BETA;
      } else {
        rate = SCALE * Math.pow(now - lastThrottled - zeroPoint, 3) + maxRate;
      }
      limit(Math.min(rate, MAX_OVER_MEASURED * measuredRate), now);
    } finally {
      lock.unlock();
    }
  }

  private void measure(double now) {
    double bucket = Math.floor(now * BUCKETS_PER_SECOND) / BUCKETS_PER_SECOND;
    count++;
    if (bucket > lastBucket) {
      measuredRate = count / (bucket - lastBucket) * SMOOTHING + measuredRate * (1 - SMOOTHING);
      count = 0;
      lastBucket = bucket;
    }
  }

  private void limit(double rate, double now) {
    refill(now);
    fillRate = Math.max(rate, MIN_FILL);
    capacity = Math.max(rate, 1);
    tokens = Math.min(tokens, capacity);
  }

  /** Adds the tokens since the last call. */
  private void refill(double now) {
    tokens = Math.min(capacity, tokens + (now - lastFill) * fillRate);
    lastFill = now;
  }

  private double seconds() {
    return time.nanos() / 1e9;
  }
}
