package io.boto4j.internal.transport;

import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The bodies that users have after the call. If a user drops one, its connection must be closed:
 * the JVM does not close channels that are garbage.
 *
 * <p>Dropped bodies are found whenever the pool is used, without a thread. Safe for any number of
 * threads.
 */
final class LentBodies {
  private final @Nullable LeakReport report;
  private final ReferenceQueue<BodyStream> dropped = new ReferenceQueue<>();
  private final Set<Lent> all = ConcurrentHashMap.newKeySet();

  LentBodies(@Nullable LeakReport report) {
    this.report = report;
  }

  /** A body with a user, and the connection to close if the body is dropped. */
  static final class Lent extends PhantomReference<BodyStream> {
    private final LentBodies owner;
    private final Connection connection;
    private final String url;
    private final @Nullable Throwable opened;

    private Lent(LentBodies owner, BodyStream body, Connection connection, String url) {
      super(body, owner.dropped);
      this.owner = owner;
      this.connection = connection;
      this.url = url;
      this.opened = owner.report == null ? null : new Throwable("It was opened here");
    }

    /** Ends the loan of a body that was read to its end or closed. */
    void end() {
      owner.all.remove(this);
      clear();
    }
  }

  Lent add(BodyStream body, Connection connection, String url) {
    Lent lent = new Lent(this, body, connection, url);
    all.add(lent);
    return lent;
  }

  /** Closes the connections of bodies that were dropped since the last call. */
  void closeDropped() {
    for (Object next = dropped.poll(); next != null; next = dropped.poll()) {
      Lent lent = (Lent) next;
      if (all.remove(lent)) {
        lent.connection.close();
        if (report != null && lent.opened != null) {
          report.dropped(lent.url, lent.opened);
        }
      }
    }
  }

  int count() {
    return all.size();
  }
}
