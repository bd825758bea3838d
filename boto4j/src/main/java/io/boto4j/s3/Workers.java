package io.boto4j.s3;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The threads of an {@link S3Transfer}, shared by all its transfers.
 *
 * <p>Threads take one step after the other from the work that has any, in turn, so that transfers
 * progress side by side. Nothing is queued per part: however large an object is, its work is one
 * entry. Small work goes first, but not more than three times in a row while other work waits.
 */
final class Workers {
  private static final System.Logger LOG = System.getLogger("io.boto4j.s3");
  private static final int SMALL_IN_A_ROW = 3;
  private static final long IDLE_SECONDS = 10;

  private final int most;
  private final boolean threads;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<Work> small = new ArrayDeque<>();
  private final Deque<Work> large = new ArrayDeque<>();
  private final Set<Work> waiting = new HashSet<>();
  private int running;
  private int idle;
  private int smallInARow;
  private int created;
  private boolean closed;

  Workers(int most, boolean threads) {
    this.most = most;
    this.threads = threads;
  }

  /** Adds work that has a step; has no effect on work that was added and not forgotten since. */
  void add(Work work) {
    if (!threads) {
      runHere(work);
      return;
    }
    lock.lock();
    try {
      if (!waiting.add(work)) {
        return;
      }
      (work.isSmall() ? small : large).addLast(work);
      wakeOne();
    } finally {
      lock.unlock();
    }
  }

  /** Whether steps run on threads of their own, and not on that of the caller. */
  boolean hasThreads() {
    return threads;
  }

  /** Runs all steps, unless this is called by one of them: the loop then goes on by itself. */
  private void runHere(Work work) {
    if (!marked(work, true)) {
      return;
    }
    try {
      for (Runnable step = work.next(); step != null; step = work.next()) {
        step.run();
      }
    } finally {
      marked(work, false);
    }
  }

  private boolean marked(Work work, boolean now) {
    lock.lock();
    try {
      return now ? waiting.add(work) : waiting.remove(work);
    } finally {
      lock.unlock();
    }
  }

  /** Called with the lock held. */
  private void wakeOne() {
    if (idle > 0) {
      changed.signal();
    } else if (running < most) {
      running++;
      Thread thread = new Thread(this::run, "boto4j-s3-" + ++created);
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void run() {
    for (Runnable step = take(); step != null; step = take()) {
      try {
        step.run();
      } catch (Throwable e) {
        LOG.log(System.Logger.Level.ERROR, "A step of a transfer failed unexpectedly", e);
      }
    }
  }

  /** Returns the next step, or null if the thread is not needed any more. */
  private @Nullable Runnable take() {
    lock.lock();
    try {
      while (true) {
        Runnable step = poll();
        if (step != null) {
          return step;
        }
        if (!awaitWork()) {
          running--;
          return null;
        }
      }
    } finally {
      lock.unlock();
    }
  }

  private @Nullable Runnable poll() {
    while (!small.isEmpty() || !large.isEmpty()) {
      boolean takesSmall = !small.isEmpty() && (large.isEmpty() || smallInARow < SMALL_IN_A_ROW);
      smallInARow = takesSmall ? smallInARow + 1 : 0;
      Deque<Work> queue = takesSmall ? small : large;
      Work work = queue.removeFirst();
      // Before next(), so that work which becomes ready meanwhile is not lost.
      waiting.remove(work);
      Runnable step = work.next();
      if (step != null) {
        if (waiting.add(work)) {
          (work.isSmall() ? small : large).addLast(work);
        }
        wakeOne();
        return step;
      }
    }
    return null;
  }

  /** Ends the threads once they have nothing to do, because no transfer is added any more. */
  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Returns false if the thread is not needed any more. Called with the lock held. */
  @SuppressWarnings("WaitNotInLoop") // take() loops
  private boolean awaitWork() {
    if (closed) {
      return false;
    }
    idle++;
    try {
      return changed.await(IDLE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      // An interrupt that came too late for the step it was meant for.
      return true;
    } finally {
      idle--;
    }
  }
}
