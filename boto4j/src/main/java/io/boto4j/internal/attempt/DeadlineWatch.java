package io.boto4j.internal.attempt;

import io.boto4j.Attempt;
import io.boto4j.CallOptions;
import io.boto4j.error.Boto4jException;
import io.boto4j.error.TotalTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Ends calls that exceed their total timeout while they wait for something that has no deadline of
 * its own: credentials, a call made for this one, a body that does not arrive. It interrupts their
 * threads, as {@code cancel(true)} does.
 *
 * <p>Calls without a total timeout do not load this class. Its thread ends soon after the last call
 * with one. Thread-safe.
 */
public final class DeadlineWatch {
  /**
   * The time after the deadline until the first interrupt. What has the deadline itself, such as an
   * exchange, ends before, with an exception that describes it.
   */
  private static final long GRACE_MILLIS = 100;

  /** The time between two interrupts: some code ignores the first one. */
  private static final long PERIOD_MILLIS = 100;

  private final ScheduledThreadPoolExecutor timer;

  /** The innermost call of each thread. Not static: nothing in boto4j is static and mutable. */
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<Watched> current = new ThreadLocal<>();

  /** Creates a watch, without a thread. */
  public DeadlineWatch() {
    timer = new ScheduledThreadPoolExecutor(1, DeadlineWatch::thread);
    timer.setKeepAliveTime(1, TimeUnit.SECONDS);
    timer.allowCoreThreadTimeOut(true);
    timer.setRemoveOnCancelPolicy(true);
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "boto4j-deadlines");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Watches a call of the current thread.
   *
   * @param call a call with a total timeout
   * @return the watched call, which the thread must end
   */
  public Watched watch(Call call) {
    Watched watched = new Watched(call, current);
    current.set(watched);
    watched.timing =
        timer.scheduleWithFixedDelay(
            watched, call.millisLeft() + GRACE_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    return watched;
  }

  /**
   * Returns the options of a call that is made for the call of the current thread, and has as much
   * time as is left to that.
   *
   * @return the options, or null if the thread is in no call with a total timeout
   */
  public @Nullable CallOptions optionsOfNested() {
    Watched outer = current.get();
    return outer == null
        ? null
        : CallOptions.builder()
            .totalTimeout(Duration.ofMillis(Math.max(1, outer.call.millisLeft())))
            .build();
  }

  /** A call while it is watched: its thread is not interrupted after its end. */
  public static final class Watched implements Runnable {
    private final Call call;
    private final Thread caller = Thread.currentThread();
    private final ReentrantLock lock = new ReentrantLock();
    private final ThreadLocal<Watched> current;
    private final @Nullable Watched outer;
    private @Nullable Future<?> timing;

    /** The timeout of a call made for this one: the user made this one, and is to read its name. */
    private @Nullable RuntimeException ofNested;

    /** Guarded by the lock, as is {@code ended}. */
    private boolean interrupted;

    private boolean ended;

    private Watched(Call call, ThreadLocal<Watched> current) {
      this.call = call;
      this.current = current;
      this.outer = current.get();
    }

    @Override
    public void run() {
      lock.lock();
      try {
        // An interrupt by someone else ends the call, too, and must stay theirs.
        if (!ended && !caller.isInterrupted()) {
          interrupted = true;
          caller.interrupt();
        }
      } finally {
        lock.unlock();
      }
    }

    /** Ends the watch, and takes back an interrupt, which was meant for this call alone. */
    public void end() {
      lock.lock();
      try {
        ended = true;
        if (interrupted) {
          Thread.interrupted();
        }
      } finally {
        lock.unlock();
      }
      if (outer == null) {
        current.remove();
      } else {
        current.set(outer);
      }
      if (timing != null) {
        timing.cancel(false);
      }
    }

    /**
     * Returns the exception for a failure of the call.
     *
     * @param failure the failure
     * @return a {@link TotalTimeoutException} for this call if the failure is due to an interrupt
     *     of this watch, or to the timeout of a call made for this one; else the failure
     */
    public RuntimeException exception(RuntimeException failure) {
      RuntimeException result = isTimeout(failure) ? tooLate(failure) : failure;
      if (outer != null && result instanceof TotalTimeoutException) {
        outer.ofNested = result;
      }
      return result;
    }

    private boolean isTimeout(RuntimeException failure) {
      if (failure instanceof TotalTimeoutException) {
        return failure == ofNested;
      }
      lock.lock();
      try {
        return interrupted;
      } finally {
        lock.unlock();
      }
    }

    private RuntimeException tooLate(RuntimeException failure) {
      List<Attempt> attempts =
          failure instanceof Boto4jException ours ? ours.attempts() : List.of();
      TotalTimeoutException tooLate =
          new TotalTimeoutException(
              call.operation().name(),
              call.totalTimeoutMillis(),
              Math.max(1, attempts.size()),
              failure);
      tooLate.initAttempts(attempts);
      return tooLate;
    }
  }
}
