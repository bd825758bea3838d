package io.boto4j.s3;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * A limit on the bytes per second of all transfers together: a token bucket that holds a tenth of a
 * second. Each caller waits for its own bytes, in the order of arrival.
 */
final class Bandwidth {
  private static final double NANOS = 1e9;
  private static final double BURST_SECONDS = 0.1;

  private final double bytesPerSecond;
  private final LongSupplier nanos;
  private final Pause pause;
  private final ReentrantLock lock = new ReentrantLock();

  /** The time at which all bytes admitted so far have passed. */
  private long free;

  /** A pause of the current thread. */
  interface Pause {
    void nanos(long duration) throws InterruptedException;
  }

  Bandwidth(long bytesPerSecond) {
    this(bytesPerSecond, System::nanoTime, TimeUnit.NANOSECONDS::sleep);
  }

  Bandwidth(long bytesPerSecond, LongSupplier nanos, Pause pause) {
    this.bytesPerSecond = bytesPerSecond;
    this.nanos = nanos;
    this.pause = pause;
    this.free = nanos.getAsLong();
  }

  /** Waits until so many bytes may pass. */
  void pass(long bytes) throws InterruptedException {
    long wait;
    lock.lock();
    try {
      long now = nanos.getAsLong();
      long earliest = now - (long) (BURST_SECONDS * NANOS);
      free = (free - earliest < 0 ? earliest : free) + (long) (bytes / bytesPerSecond * NANOS);
      wait = free - now;
    } finally {
      lock.unlock();
    }
    if (wait > 0) {
      pause.nanos(wait);
    }
  }
}
