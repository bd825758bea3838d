package io.boto4j.internal.transport;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A pool of idle connections by route; the most recently used one is taken first. Safe for any
 * number of threads. No lock is held during an operation on a socket.
 *
 * <p>As a task, it closes the idle connections of a transport that was dropped.
 */
final class ConnectionPool implements Runnable {
  private final int maxIdle;
  private final long maxIdleNanos;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Route, ArrayDeque<Connection>> idle = new HashMap<>();

  /** All open connections, idle ones included. */
  private final Set<Connection> open = ConcurrentHashMap.newKeySet();

  private long swept = System.nanoTime();
  private boolean closed;

  /** Created on first use, and only once: one thread watches all writes. */
  private volatile @Nullable WriteWatch writeWatch;

  /** Null if the number of connections is not limited. */
  private final @Nullable Leases leases;

  private final @Nullable LeakReport leakReport;

  /** Created on first use, and only once: it has all bodies that are with users. */
  private volatile @Nullable LentBodies lent;

  ConnectionPool(TransportOptions options) {
    this.maxIdle = options.maxIdlePerHost();
    this.maxIdleNanos = options.maxIdleMillis() * 1_000_000L;
    this.leases = options.maxPerHost() == 0 ? null : new Leases(options.maxPerHost());
    this.leakReport = options.leakReport();
  }

  /** Waits until the end for a lease of a connection; null if their number is not limited. */
  @Nullable Lease lease(Route route, long end) throws IOException {
    return leases == null ? null : leases.take(route, end);
  }

  /** Takes an idle connection that the server has not closed, or returns null. */
  @Nullable Connection take(Route route, boolean repeatable) {
    while (true) {
      Connection connection = poll(route);
      if (connection == null) {
        return null;
      }
      if (!isStale(connection, System.nanoTime()) && connection.alive(!repeatable)) {
        return connection;
      }
      connection.close();
    }
  }

  /** Takes a connection back, and keeps or closes it. */
  void give(Connection connection) {
    long now = System.nanoTime();
    connection.idleSince(now);
    Lease over = connection.release();
    List<Connection> tooMany = null;
    lock.lock();
    try {
      if (closed || maxIdle == 0) {
        tooMany = List.of(connection);
      } else {
        ArrayDeque<Connection> same = idle.get(connection.route());
        if (same == null) {
          same = new ArrayDeque<>(4);
          idle.put(connection.route(), same);
        }
        same.addLast(connection);
        if (same.size() > maxIdle) {
          tooMany = List.of(same.removeFirst());
        }
        // Otherwise the sockets to hosts that are never called again would stay open.
        if (now - swept > maxIdleNanos && maxIdleNanos > 0) {
          swept = now;
          tooMany = sweep(now, tooMany);
        }
      }
    } finally {
      lock.unlock();
    }
    closeAll(tooMany);
    // Last, so that the next thread finds the connection.
    if (over != null) {
      over.end();
    }
  }

  /** Closes a connection that was returned, unless another call has taken it already. */
  void discard(Connection connection) {
    boolean idles;
    lock.lock();
    try {
      ArrayDeque<Connection> same = idle.get(connection.route());
      idles = same != null && same.remove(connection);
    } finally {
      lock.unlock();
    }
    if (idles) {
      connection.close();
    }
  }

  /** Counts a connection among the open ones until it is closed. */
  void opened(Connection connection) {
    connection.countIn(open);
  }

  /**
   * Closes idle connections; the pool stays open.
   *
   * @return the hosts of the connections in use, one element per connection
   */
  List<String> closeIdleConnections() {
    List<Connection> all = new ArrayList<>();
    lock.lock();
    try {
      takeIdle(all);
    } finally {
      lock.unlock();
    }
    closeAll(all);
    List<String> busy = new ArrayList<>();
    for (Connection connection : open) {
      busy.add(connection.route().hostHeader);
    }
    return busy;
  }

  /** Moves the idle connections to a list; the caller holds the lock. */
  private void takeIdle(List<Connection> target) {
    for (ArrayDeque<Connection> same : idle.values()) {
      target.addAll(same);
    }
    idle.clear();
  }

  /** Closes the connections of a transport that nobody can close any longer, and logs a warning. */
  @Override
  public void run() {
    List<Connection> closedNow = closeIdle();
    if (!closedNow.isEmpty()) {
      LeakLog.transportDropped(closedNow.size(), closedNow.get(0).route().hostHeader);
    }
  }

  /**
   * Closes idle connections now, and others when they are returned; calls that wait for one fail.
   */
  void close() {
    closeIdle();
  }

  private List<Connection> closeIdle() {
    List<Connection> all = new ArrayList<>();
    lock.lock();
    try {
      closed = true;
      takeIdle(all);
    } finally {
      lock.unlock();
    }
    closeAll(all);
    if (leases != null) {
      leases.close();
    }
    WriteWatch watch = writeWatch;
    if (watch != null) {
      watch.close();
    }
    return all;
  }

  /** Watches a body that goes to a user. */
  LentBodies.Lent lend(BodyStream body, Connection connection, String url) {
    LentBodies created = lent;
    if (created == null) {
      synchronized (this) {
        created = lent;
        if (created == null) {
          created = new LentBodies(leakReport);
          lent = created;
        }
      }
    }
    return created.add(body, connection, url);
  }

  int lentCount() {
    LentBodies bodies = lent;
    return bodies == null ? 0 : bodies.count();
  }

  /** Returns the watch on the writing of large requests. */
  WriteWatch writeWatch() {
    WriteWatch created = writeWatch;
    if (created == null) {
      synchronized (this) {
        created = writeWatch;
        if (created == null) {
          created = new WriteWatch();
          writeWatch = created;
        }
      }
    }
    return created;
  }

  int idleCount() {
    lock.lock();
    try {
      int count = 0;
      for (ArrayDeque<Connection> same : idle.values()) {
        count += same.size();
      }
      return count;
    } finally {
      lock.unlock();
    }
  }

  private @Nullable Connection poll(Route route) {
    lock.lock();
    try {
      requireOpen(closed);
      ArrayDeque<Connection> same = idle.get(route);
      return same == null ? null : same.pollLast();
    } finally {
      lock.unlock();
    }
  }

  static void requireOpen(boolean closed) {
    if (closed) {
      throw new IllegalStateException("The transport is closed");
    }
  }

  private boolean isStale(Connection connection, long now) {
    return now - connection.idleSince() >= maxIdleNanos;
  }

  private List<Connection> sweep(long now, @Nullable List<Connection> others) {
    List<Connection> stale = new ArrayList<>();
    if (others != null) {
      stale.addAll(others);
    }
    for (Iterator<ArrayDeque<Connection>> routes = idle.values().iterator(); routes.hasNext(); ) {
      ArrayDeque<Connection> same = routes.next();
      for (Connection oldest = same.peekFirst();
          oldest != null && isStale(oldest, now);
          oldest = same.peekFirst()) {
        stale.add(same.removeFirst());
      }
      if (same.isEmpty()) {
        routes.remove();
      }
    }
    return stale;
  }

  private static void closeAll(@Nullable List<Connection> connections) {
    if (connections != null) {
      for (Connection connection : connections) {
        connection.close();
      }
    }
  }
}
