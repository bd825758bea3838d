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
  private final int maxPerHost;
  private final ConcurrentHashMap<Route, Semaphore> places = new ConcurrentHashMap<>();

  Leases(int maxPerHost) {
    this.maxPerHost = maxPerHost;
  }

  /** Waits for a lease until the end; 0 is never. */
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
                + " were busy (maxConnections): was the stream of a response left open?");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
    return new Lease(semaphore);
  }
}
