package io.boto4j.internal.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Closes connections to servers that stopped reading: a blocking write has no timeout of its own,
 * and one that does not block costs every call two system calls more.
 *
 * <p>One thread watches all the writes of a transport. It comes with the first of them, and goes
 * when there are none left. Safe for any number of threads.
 */
final class WriteWatch implements Runnable {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition earlier = lock.newCondition();
  private final List<WatchedOutput> outputs = new ArrayList<>();
  private boolean running;

  /** When the thread looks next. */
  private long wake;

  void add(WatchedOutput output) {
    long now = System.nanoTime();
    long left = output.nanosLeft(now);
    lock.lock();
    try {
      outputs.add(output);
      if (!running) {
        running = true;
        wake = now;
        Thread thread = new Thread(this, "boto4j-write-watch");
        thread.setDaemon(true);
        thread.start();
      } else if (now + left - wake < 0) {
        earlier.signal();
      }
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

  @Override
  public void run() {
    List<WatchedOutput> late = new ArrayList<>();
    while (look(late)) {
      // Not under the lock, for closing may take a moment.
      for (WatchedOutput output : late) {
        output.giveUp();
      }
      late.clear();
    }
  }

  /** Finds those that are late, or sleeps until the next one may be; false if there is none. */
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
      // Nobody interrupts this thread; should it happen, the next output brings another one.
      Thread.currentThread().interrupt();
      running = false;
    } finally {
      lock.unlock();
    }
    return running;
  }
}
