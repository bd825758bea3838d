package io.boto4j.internal.retry;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many further attempts a client has left: when a service is down they are used up soon, and
 * calls fail at their first error instead of keeping the service down. Safe to share.
 */
final class RetryQuota {
  static final int CAPACITY = 500;

  private final AtomicInteger left = new AtomicInteger(CAPACITY);

  /** Takes all of the amount, or nothing. */
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
