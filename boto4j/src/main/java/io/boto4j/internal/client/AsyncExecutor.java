package io.boto4j.internal.client;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The default executor of {@code callAsync}: a virtual thread per call where the JVM has them (Java
 * 21 and later), otherwise a pool of daemon threads, in which calls wait for a free thread.
 */
public final class AsyncExecutor implements Executor {
  /** The size of the pool unless set. */
  public static final int DEFAULT_THREADS = 64;

  private static final long IDLE_SECONDS = 30;

  private final int threads;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ended = lock.newCondition();

  /** The tasks that run or wait for a thread; guarded by the lock. */
  private int unfinished;

  /** Created on first use, and only once: two pools would run twice as many threads as allowed. */
  private volatile @Nullable ExecutorService service;

  /**
   * Creates an executor, which starts no thread before its first task.
   *
   * @param threads the size of the pool where the JVM has no virtual threads, at least 1
   */
  public AsyncExecutor(int threads) {
    this.threads = threads;
  }

  @Override
  public void execute(Runnable task) {
    count(1);
    boolean accepted = false;
    try {
      service().execute(() -> run(task));
      accepted = true;
    } finally {
      if (!accepted) {
        count(-1);
      }
    }
  }

  private void run(Runnable task) {
    try {
      task.run();
    } finally {
      count(-1);
    }
  }

  private void count(int change) {
    lock.lock();
    try {
      unfinished += change;
      ended.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until all tasks have ended.
   *
   * @param nanos the longest time to wait, in nanoseconds
   * @return the number of tasks that have not ended, including those that wait for a thread
   * @throws InterruptedException if the thread is interrupted
   */
  public int awaitIdle(long nanos) throws InterruptedException {
    lock.lock();
    try {
      for (long left = nanos; unfinished > 0 && left > 0; ) {
        left = ended.awaitNanos(left);
      }
      return unfinished;
    } finally {
      lock.unlock();
    }
  }

  private ExecutorService service() {
    ExecutorService created = service;
    if (created == null) {
      lock.lock();
      try {
        created = service;
        if (created == null) {
          created = create(threads);
          service = created;
        }
      } finally {
        lock.unlock();
      }
    }
    return created;
  }

  private static ExecutorService create(int threads) {
    try {
      return (ExecutorService)
          Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    } catch (ReflectiveOperationException beforeJava21) {
      return pool(threads);
    }
  }

  static ExecutorService pool(int threads) {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            AsyncExecutor::daemon);
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "boto4j-async");
    thread.setDaemon(true);
    return thread;
  }
}
