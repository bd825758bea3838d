package io.boto4j.internal.transport;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Idle connections by route; the one used last is used first. Safe for any number of threads, and
 * no lock is held while a socket is touched.
 */
final class ConnectionPool {
  private final int maxIdle;
  private final long maxIdleNanos;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Route, ArrayDeque<Connection>> idle = new HashMap<>();
  private long swept = System.nanoTime();
  private boolean closed;
  private @Nullable WriteWatch writeWatch;

  /** Null where any number of connections may be open. */
  private final @Nullable Leases leases;

  private final @Nullable LeakReport leakReport;
  private volatile @Nullable LentBodies lent;

  ConnectionPool(TransportOptions options) {
    this.maxIdle = options.maxIdlePerHost();
    this.maxIdleNanos = options.maxIdleMillis() * 1_000_000L;
    this.leases = options.maxPerHost() == 0 ? null : new Leases(options.maxPerHost());
    this.leakReport = options.leakReport();
  }

  /** Waits until the end for the right to a connection; null where there is no need of one. */
  @Nullable Lease lease(Route route, long end) throws IOException {
    LentBodies bodies = lent;
    if (bodies != null) {
      bodies.closeDropped();
    }
    return leases == null ? null : leases.take(route, end);
  }

  /** An idle connection that the server has not closed, or null. */
  @Nullable Connection take(Route route, boolean repeatable) {
    while (true) {
      Connection connection = poll(route);
      if (connection == null) {
        return null;
      }
      if (!isStale(connection, System.nanoTime()) && connection.alive(!repeatable)) {
        return connection;
      }
      connection.closeIdle();
    }
  }

  /** Takes a connection back, to keep or to close. */
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
        // Hosts that are never called again would keep their sockets for good.
        if (now - swept > maxIdleNanos && maxIdleNanos > 0) {
          swept = now;
          tooMany = sweep(now, tooMany);
        }
      }
    } finally {
      lock.unlock();
    }
    closeAll(tooMany);
    // Not before: whoever comes next shall find the connection.
    if (over != null) {
      over.end();
    }
  }

  /** Closes a connection that was given back, unless another call has it already. */
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
      connection.closeIdle();
    }
  }

  /** Closes what is idle, now, and what is given back, later. */
  void close() {
    LentBodies bodies = lent;
    if (bodies != null) {
      bodies.closeDropped();
    }
    List<Connection> all = new ArrayList<>();
    lock.lock();
    try {
      closed = true;
      for (ArrayDeque<Connection> same : idle.values()) {
        all.addAll(same);
      }
      idle.clear();
    } finally {
      lock.unlock();
    }
    closeAll(all);
  }

  /** Keeps an eye on a body that goes to the user. */
  LentBodies.Lent lend(BodyStream body, Connection connection, String url) {
    LentBodies bodies = lent;
    if (bodies == null) {
      lock.lock();
      try {
        bodies = lent == null ? new LentBodies(leakReport) : lent;
        lent = bodies;
      } finally {
        lock.unlock();
      }
    }
    return bodies.add(body, connection, url);
  }

  int lentCount() {
    LentBodies bodies = lent;
    return bodies == null ? 0 : bodies.count();
  }

  /** What watches large requests being written; made for the first of them. */
  WriteWatch writeWatch() {
    lock.lock();
    try {
      WriteWatch made = writeWatch;
      if (made == null) {
        made = new WriteWatch();
        writeWatch = made;
      }
      return made;
    } finally {
      lock.unlock();
    }
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
      if (closed) {
        throw new IllegalStateException("The transport is closed");
      }
      ArrayDeque<Connection> same = idle.get(route);
      return same == null ? null : same.pollLast();
    } finally {
      lock.unlock();
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
        connection.closeIdle();
      }
    }
  }
}
