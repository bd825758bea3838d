package io.boto4j.internal.transport;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Who may have a connection, where their number is limited: first come, first served. Idle ones
 * count for nothing, as whoever comes next takes one of them before another is opened.
 */
final class Leases {
  private final int maxPerHost;
  private final ConcurrentHashMap<Route, Semaphore> places = new ConcurrentHashMap<>();

  Leases(int maxPerHost) {
    this.maxPerHost = maxPerHost;
  }

  /** Waits for a turn until the end; 0 is never. */
  Lease take(Route route, long end) throws IOException {
    Semaphore semaphore = places.get(route);
    if (semaphore == null) {
      semaphore = places.computeIfAbsent(route, key -> new Semaphore(maxPerHost, true));
    }
    try {
      if (end == 0) {
        semaphore.acquire();
      } else if (!semaphore.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        throw new SocketTimeoutException(
            "All "
                + maxPerHost
                + " connections to "
                + route.hostHeader
                + " were busy (maxConnections): was an answer's stream left open?");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
    return new Lease(semaphore);
  }
}
