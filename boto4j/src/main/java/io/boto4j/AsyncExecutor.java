package io.boto4j;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Runs {@code callAsync}: each call on a virtual thread where the JVM has them (21 on), else on a
 * daemon thread of a pool that grows with the calls under way. Made at first use.
 */
final class AsyncExecutor implements Executor {
  private final ReentrantLock lock = new ReentrantLock();
  private volatile @Nullable ExecutorService service;

  @Override
  public void execute(Runnable task) {
    ExecutorService running = service;
    if (running == null) {
      lock.lock();
      try {
        running = service;
        if (running == null) {
          running = make();
          service = running;
        }
      } finally {
        lock.unlock();
      }
    }
    running.execute(task);
  }

  private static ExecutorService make() {
    try {
      return (ExecutorService)
          Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    } catch (ReflectiveOperationException beforeJava21) {
      return Executors.newCachedThreadPool(AsyncExecutor::daemon);
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "boto4j-async");
    thread.setDaemon(true);
    return thread;
  }
}
