package io.boto4j.internal.retry;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * The quota of retries of one client. During an outage it is soon used up, and calls then fail at
 * their first error instead of prolonging the outage. Safe to share between threads.
 */
final class RetryQuota {
  static final int CAPACITY = 500;

  private final AtomicInteger left = new AtomicInteger(CAPACITY);

  /** Takes the whole amount, or nothing. */
  boolean acquire(int amount) {
    for (int seen = left.get(); seen >= amount; seen = left.get()) {
      if (left.compareAndSet(seen, seen - amount)) {
        return true;
      }
    }
    return false;
  }

  void release(int amount) {
    for (int seen = left.get(); seen < CAPACITY; seen = left.get()) {
      if (left.compareAndSet(seen, Math.min(CAPACITY, seen + amount))) {
        return;
      }
    }
  }

  int left() {
    return left.get();
  }
}
