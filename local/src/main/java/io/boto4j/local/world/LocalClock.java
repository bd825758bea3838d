package io.boto4j.local.world;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.PriorityQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The system's clock, ahead by what tests advanced it, and the tasks that wait for a time.
 *
 * <p>Tasks run on one thread, in the order of their times. {@link #advance} returns when all tasks
 * that became due have run, including those they scheduled themselves.
 */
public final class LocalClock extends Clock implements AutoCloseable {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final PriorityQueue<Task> tasks = new PriorityQueue<>();
  private volatile Duration ahead = Duration.ZERO;

  /** All of these are guarded by the lock. */
  private long scheduled;

  private boolean running;
  private boolean closed;
  private @Nullable Thread worker;

  private record Task(Instant time, long order, Runnable work) implements Comparable<Task> {
    @Override
    public int compareTo(Task other) {
      int byTime = time.compareTo(other.time);
      return byTime == 0 ? Long.compare(order, other.order) : byTime;
    }
  }

  /** Creates a clock that shows the system's time. */
  public LocalClock() {}

  @Override
  public Instant instant() {
    return Instant.now().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }

  /**
   * Runs a task once the clock has reached a time.
   *
   * @param delay the time from now
   * @param work the task
   */
  public void schedule(Duration delay, Runnable work) {
    lock.lock();
    try {
      if (closed) {
        return;
      }
      tasks.add(new Task(instant().plus(delay), scheduled++, work));
      if (worker == null) {
        Thread started = new Thread(this::work, "boto4j-local-clock");
        started.setDaemon(true);
        started.start();
        worker = started;
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Advances the clock, and waits until all tasks that became due have run.
   *
   * @param duration the time to advance by, not negative
   * @throws IllegalArgumentException if the time is negative
   */
  public void advance(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException("The clock cannot be set back: " + duration);
    }
    lock.lock();
    try {
      ahead = ahead.plus(duration);
      changed.signalAll();
      while (!closed && Thread.currentThread() != worker && (running || isDue())) {
        changed.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Forgets the tasks that wait for a time. */
  void forget() {
    lock.lock();
    try {
      tasks.clear();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private boolean isDue() {
    Task next = tasks.peek();
    return next != null && !next.time.isAfter(instant());
  }

  private void work() {
    while (true) {
      Task task = next();
      if (task == null) {
        return;
      }
      try {
        task.work.run();
      } catch (RuntimeException e) {
        System.getLogger("io.boto4j.local")
            .log(System.Logger.Level.ERROR, "A task that was due at " + task.time + " failed", e);
      } finally {
        lock.lock();
        try {
          running = false;
          changed.signalAll();
        } finally {
          lock.unlock();
        }
      }
    }
  }

  /** Waits for the next task that is due; null when the clock is closed. */
  private @Nullable Task next() {
    lock.lock();
    try {
      while (!closed) {
        Task next = tasks.peek();
        if (next == null) {
          changed.awaitUninterruptibly();
        } else if (isDue()) {
          running = true;
          return tasks.poll();
        } else {
          await(Duration.between(instant(), next.time));
        }
      }
      return null;
    } finally {
      lock.unlock();
    }
  }

  /** Waits once; the loop around it looks again. */
  @SuppressWarnings("WaitNotInLoop")
  private void await(Duration time) {
    try {
      changed.awaitNanos(Math.min(time.toNanos(), Duration.ofHours(1).toNanos()));
    } catch (InterruptedException e) {
      // Nobody interrupts this thread; if it happens, the loop looks again.
      Thread.onSpinWait();
    }
  }

  /** Ends the thread. Tasks that are not due yet never run. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      tasks.clear();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
