package io.boto4j.internal.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A watch that closes connections to servers that stopped reading: a blocking write has no timeout,
 * and a non-blocking one would cost each call two more system calls.
 *
 * <p>One thread watches all writes of a transport. It starts with the first write and ends after
 * the last. Safe for any number of threads.
 */
final class WriteWatch implements Runnable {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition earlier = lock.newCondition();
  private final List<WatchedOutput> outputs = new ArrayList<>();
  private boolean running;

  /** The time of the thread's next check. */
  private long wake;

  void add(WatchedOutput output) {
    long now = System.nanoTime();
    long left = output.nanosLeft(now);
    boolean starts;
    lock.lock();
    try {
      outputs.add(output);
      starts = !running;
      if (starts) {
        running = true;
        wake = now;
      } else if (now + left - wake < 0) {
        earlier.signal();
      }
    } finally {
      lock.unlock();
    }
    if (starts) {
      start();
    }
  }

  /** Not under the lock: on a busy machine starting a thread takes long, and others must write. */
  private void start() {
    Thread thread = new Thread(this, "boto4j-write-watch");
    thread.setDaemon(true);
    boolean started = false;
    try {
      thread.start();
      started = true;
    } finally {
      if (!started) {
        stopped();
      }
    }
  }

  /** There may be no more threads now; the next output tries again. */
  private void stopped() {
    lock.lock();
    try {
      running = false;
    } finally {
      lock.unlock();
    }
  }

  void remove(WatchedOutput output) {
    lock.lock();
    try {
      outputs.remove(output);
    } finally {
      lock.unlock();
    }
  }

  /** Ends the thread now, instead of at its next check, if no writes are left. */
  void close() {
    lock.lock();
    try {
      earlier.signal();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void run() {
    List<WatchedOutput> late = new ArrayList<>();
    while (look(late)) {
      // Not under the lock, as closing may take a moment.
      for (WatchedOutput output : late) {
        output.giveUp();
      }
      late.clear();
    }
  }

  /** Finds late writes, or sleeps until the next may be late; false if no writes are left. */
  @SuppressWarnings("WaitNotInLoop") // The loop is in run().
  private boolean look(List<WatchedOutput> late) {
    lock.lock();
    try {
      long now = System.nanoTime();
      long sleep = Long.MAX_VALUE;
      for (WatchedOutput output : outputs) {
        long left = output.nanosLeft(now);
        sleep = Math.min(sleep, left);
        if (left <= 0) {
          late.add(output);
        }
      }
      outputs.removeAll(late);
      running = sleep != Long.MAX_VALUE;
      if (running && late.isEmpty()) {
        wake = now + sleep;
        earlier.awaitNanos(sleep);
      }
    } catch (InterruptedException e) {
      // Nothing interrupts this thread; if it ends all the same, the next output starts another.
      Thread.currentThread().interrupt();
      running = false;
    } finally {
      lock.unlock();
    }
    return running;
  }
}
