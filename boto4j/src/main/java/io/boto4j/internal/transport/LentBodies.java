package io.boto4j.internal.transport;

import java.lang.ref.Cleaner;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The bodies that users have after the call. If a user drops one, its connection is closed, even
 * after the transport was closed. Safe for any number of threads.
 */
final class LentBodies {
  private final @Nullable LeakReport report;
  private final Set<Lent> all = ConcurrentHashMap.newKeySet();

  LentBodies(@Nullable LeakReport report) {
    this.report = report;
  }

  /** The connection of a body with a user, to be closed if the body is dropped. */
  static final class Lent implements Runnable {
    private final LentBodies owner;
    private final Connection connection;
    private final String url;
    private final @Nullable Throwable opened;
    private Cleaner.@Nullable Cleanable watch;

    private Lent(LentBodies owner, Connection connection, String url) {
      this.owner = owner;
      this.connection = connection;
      this.url = url;
      this.opened = owner.report == null ? null : new Throwable("It was opened here");
    }

    /** Ends the loan of a body that was read to its end or closed. */
    void end() {
      owner.all.remove(this);
      if (watch != null) {
        watch.clean();
      }
    }

    /** Closes the connection, if the loan has not ended. */
    @Override
    public void run() {
      if (owner.all.remove(this)) {
        connection.close();
        if (owner.report != null && opened != null) {
          owner.report.dropped(url, opened);
        }
      }
    }
  }

  Lent add(BodyStream body, Connection connection, String url) {
    Lent lent = new Lent(this, connection, url);
    all.add(lent);
    lent.watch = Dropped.watch(body, lent);
    return lent;
  }

  int count() {
    return all.size();
  }
}
