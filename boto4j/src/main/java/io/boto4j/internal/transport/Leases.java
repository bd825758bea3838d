package io.boto4j.internal.transport;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The leases of a limited number of connections, first come, first served. Idle connections do not
 * count: the next thread takes one of them before it opens another.
 */
final class Leases {
  /** More than any number of threads that wait; it can be added to any limit without overflow. */
  private static final int EVERYONE = 1 << 30;

  private final int maxPerHost;
  private final ConcurrentHashMap<Route, Semaphore> places = new ConcurrentHashMap<>();
  private volatile boolean closed;

  Leases(int maxPerHost) {
    this.maxPerHost = maxPerHost;
  }

  /**
   * Waits for a lease until the end; 0 is never.
   *
   * @throws IllegalStateException if the leases are closed, before or during the wait
   */
  Lease take(Route route, long end) throws IOException {
    Semaphore semaphore = places.get(route);
    if (semaphore == null) {
      semaphore = places.computeIfAbsent(route, key -> new Semaphore(maxPerHost, true));
    }
    // close() sets this before it looks for semaphores, so it finds this one or is noticed here.
    ConnectionPool.requireOpen(closed);
    try {
      if (end == 0) {
        semaphore.acquire();
      } else if (!semaphore.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        ConnectionPool.requireOpen(closed);
        throw new SocketTimeoutException(
            "All "
                + maxPerHost
                + " connections to "
                + route.hostHeader
                + " were busy (maxConnections): was the stream of a response left open?");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
    ConnectionPool.requireOpen(closed);
    return new Lease(semaphore);
  }

  /** Ends all waits, now and later. */
  void close() {
    if (closed) {
      return;
    }
    closed = true;
    for (Semaphore semaphore : places.values()) {
      semaphore.release(EVERYONE);
    }
  }
}
