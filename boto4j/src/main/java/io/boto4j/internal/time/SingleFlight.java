package io.boto4j.internal.time;

import io.boto4j.error.CallInterruptedException;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at a time to get a value, and one result for all threads that wait for it.
 *
 * <p>A failure is thrown to every thread that waited for the attempt. If any did, it is also thrown
 * for another second to threads that arrive later, so that many failing calls do not keep a failing
 * source busy; a single thread that tries again makes a new attempt at once.
 *
 * <p>Only the interruption of the attempting thread is its own affair: one of those that wait then
 * makes an attempt itself. Threads that began to wait with the interrupted one may have the same
 * deadline, and are about to be interrupted too. They pause before they make an attempt that would
 * not end either; otherwise a source that hangs would get a request from each. Safe to share
 * between threads.
 *
 * @param <T> the type of the value
 */
public final class SingleFlight<T> {
  private static final long SECOND_NANOS = 1_000_000_000;

  /**
   * The longest pause after an interrupted attempt: deadlines interrupt a tenth of a second late,
   * and calls that began together have deadlines a little apart.
   */
  private static final long MOST_PAUSE_NANOS = SECOND_NANOS / 2;

  private final String wanted;
  private final long keepNanos;
  // Not "synchronized": an attempt reads files and sockets, which would pin a virtual thread.
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ended = lock.newCondition();

  /** The thread that makes an attempt, or null; guarded by the lock, as are all that follow. */
  private @Nullable Thread attempting;

  /** The time at which the last attempt began, a time of {@link System#nanoTime()}. */
  private long begun;

  /** The number of attempts that were not interrupted. */
  private int completed;

  /** The number of interrupted attempts. */
  private int interruptions;

  /** The duration of the last interrupted attempt. */
  private long interruptedNanos;

  /** The number of failed attempts, which shows a thread whether the one it waited for failed. */
  private int failures;

  /** The failure of the last failed attempt. */
  private @Nullable RuntimeException failure;

  /** The time until which the failure is thrown, a time of {@link System#nanoTime()}. */
  private long keptUntil;

  /**
   * Creates an object that has made no attempt.
   *
   * @param wanted the value in the plural, for messages, such as {@code credentials}
   */
  public SingleFlight(String wanted) {
    this(wanted, SECOND_NANOS);
  }

  /** Creates an object that keeps failures for another time. */
  SingleFlight(String wanted, long keepNanos) {
    this.wanted = wanted;
    this.keepNanos = keepNanos;
  }

  /**
   * Returns the value that is present after waiting for other threads, or makes an attempt.
   *
   * @param present returns a value that makes an attempt unnecessary, or null
   * @param attempt makes an attempt; it runs without a lock
   * @return the value that is present, or the result of the attempt
   * @throws RuntimeException the failure of the attempt, or of the one that was waited for
   * @throws CallInterruptedException if the thread is interrupted while it waits
   * @throws IllegalStateException if the attempt of this thread needs its own result
   */
  public T get(Supplier<? extends @Nullable T> present, Supplier<? extends T> attempt) {
    lockInterruptibly();
    try {
      awaitEnd();
      T now = present.get();
      if (now != null) {
        return now;
      }
      if (failure != null && System.nanoTime() - keptUntil < 0) {
        throw failure;
      }
      begin();
    } finally {
      lock.unlock();
    }
    return make(attempt);
  }

  /**
   * Makes an attempt unless another thread is making one. Never waits.
   *
   * @param present returns a value that makes an attempt unnecessary, or null
   * @param attempt makes an attempt; it runs without a lock
   * @return the value that is present, the result of the attempt, or null if another thread is
   *     making one
   * @throws RuntimeException the failure of the attempt
   */
  public @Nullable T tryGet(
      Supplier<? extends @Nullable T> present, Supplier<? extends T> attempt) {
    lock.lock();
    try {
      if (attempting != null) {
        return null;
      }
      T now = present.get();
      if (now != null) {
        return now;
      }
      begin();
    } finally {
      lock.unlock();
    }
    return make(attempt);
  }

  private void begin() {
    attempting = Thread.currentThread();
    begun = System.nanoTime();
  }

  private T make(Supplier<? extends T> attempt) {
    RuntimeException failed = null;
    boolean interrupted = false;
    try {
      return attempt.get();
    } catch (RuntimeException e) {
      // A provider of the user's own may throw anything when it is interrupted.
      interrupted = e instanceof CallInterruptedException || Thread.currentThread().isInterrupted();
      failed = interrupted ? null : e;
      throw e;
    } finally {
      end(failed, interrupted);
    }
  }

  private void end(@Nullable RuntimeException failed, boolean interrupted) {
    lock.lock();
    try {
      attempting = null;
      if (interrupted) {
        interruptions++;
        interruptedNanos = System.nanoTime() - begun;
      } else {
        completed++;
      }
      if (failed != null) {
        failure = failed;
        failures++;
        keptUntil = System.nanoTime() + (lock.hasWaiters(ended) ? keepNanos : 0);
      }
      ended.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void lockInterruptibly() {
    try {
      lock.lockInterruptibly();
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Waits while another thread makes an attempt, and throws its failure. */
  private void awaitEnd() {
    if (attempting == Thread.currentThread()) {
      throw new IllegalStateException(
          "The "
              + wanted
              + " were requested by a call that is needed to get them, perhaps in an interceptor");
    }
    try {
      long arrived = System.nanoTime();
      int failuresBefore = failures;
      int interruptionsBefore = interruptions;
      int completedBefore = completed;
      long pause = 0;
      while (attempting != null || (pause > 0 && completed == completedBefore)) {
        if (attempting == null) {
          pause = ended.awaitNanos(pause);
        } else {
          ended.await();
        }
        if (failures != failuresBefore) {
          throw Objects.requireNonNull(failure);
        }
        if (interruptions != interruptionsBefore) {
          interruptionsBefore = interruptions;
          pause = Math.max(pause, pause(System.nanoTime() - arrived));
        }
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /**
   * Returns how long a thread pauses after an interrupted attempt.
   *
   * @param waited the time that it has waited
   */
  private long pause(long waited) {
    // With the same timeout, this is the time that the thread still has.
    long left = Math.max(0, interruptedNanos - waited);
    return left > interruptedNanos / 2
        ? 0
        : Math.min(left + interruptedNanos / 4, MOST_PAUSE_NANOS);
  }

  private CallInterruptedException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new CallInterruptedException("Interrupted while waiting for " + wanted, e);
  }
}
