package io.boto4j.internal.client;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
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
    ExecutorService running = service;
    if (running == null) {
      lock.lock();
      try {
        running = service;
        if (running == null) {
          running = create(threads);
          service = running;
        }
      } finally {
        lock.unlock();
      }
    }
    running.execute(task);
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
