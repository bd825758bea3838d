package io.boto4j;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Runs {@code callAsync}: each call on a virtual thread where the JVM has them (21 on), else on a
 * daemon thread of a pool, where calls wait for a thread once there are as many as may be. Made at
 * first use.
 */
final class AsyncExecutor implements Executor {
  static final int DEFAULT_THREADS = 64;

  private static final long IDLE_SECONDS = 30;

  private final int threads;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile @Nullable ExecutorService service;

  AsyncExecutor(int threads) {
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
          running = make(threads);
          service = running;
        }
      } finally {
        lock.unlock();
      }
    }
    running.execute(task);
  }

  private static ExecutorService make(int threads) {
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
