package io.boto4j.s3;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The thread that calls the progress listeners of an {@link S3Transfer}, so that none can slow or
 * break a transfer. It exists while there is anything to report.
 */
final class Notifier {
  private static final System.Logger LOG = System.getLogger("io.boto4j.s3");
  private static final long INTERVAL_MILLIS = 100;

  /** A transfer whose listeners are called. */
  interface Source {
    TransferProgress snapshot();

    /** The listeners, in a list from which they can be removed while it is read. */
    List<ProgressListener> listeners();

    /** Called when the last state has been reported. */
    void reportedAll();
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  /** The last state that was reported of each transfer; null before the first. */
  private final Map<Source, @Nullable TransferProgress> reported = new HashMap<>();

  private @Nullable Thread thread;

  void add(Source source) {
    lock.lock();
    try {
      // Reported again if it was before, for the sake of the new listener.
      reported.put(source, null);
      if (thread == null) {
        Thread created = new Thread(this::run, "boto4j-s3-progress");
        created.setDaemon(true);
        created.start();
        thread = created;
      }
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  void wake() {
    lock.lock();
    try {
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  boolean isCurrent() {
    return Thread.currentThread() == thread;
  }

  private void run() {
    for (List<Source> due = due(false); !due.isEmpty(); due = due(true)) {
      for (Source source : due) {
        report(source);
      }
    }
  }

  /** Returns the transfers to look at, or none if the thread is not needed any more. */
  @SuppressWarnings("WaitNotInLoop") // a pause, which may end early
  private List<Source> due(boolean waits) {
    lock.lock();
    try {
      if (waits && !reported.isEmpty()) {
        var unused = changed.await(INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
      }
      if (reported.isEmpty()) {
        thread = null;
      }
      return List.copyOf(reported.keySet());
    } catch (InterruptedException e) {
      return List.copyOf(reported.keySet());
    } finally {
      lock.unlock();
    }
  }

  private void report(Source source) {
    TransferProgress now = source.snapshot();
    if (isNew(source, now)) {
      for (ProgressListener listener : source.listeners()) {
        try {
          listener.onProgress(now);
        } catch (Throwable e) {
          source.listeners().remove(listener);
          LOG.log(
              System.Logger.Level.WARNING,
              "A progress listener failed, and is not called again",
              e);
        }
      }
    }
    if (now.ended()) {
      source.reportedAll();
    }
  }

  private boolean isNew(Source source, TransferProgress now) {
    lock.lock();
    try {
      TransferProgress before = reported.get(source);
      if (now.ended()) {
        reported.remove(source);
      } else {
        reported.put(source, now);
      }
      return before == null
          || now.ended()
          || now.transferred() != before.transferred()
          || now.partsDone() != before.partsDone()
          || now.total() != before.total()
          || now.retries() != before.retries();
    } finally {
      lock.unlock();
    }
  }
}
