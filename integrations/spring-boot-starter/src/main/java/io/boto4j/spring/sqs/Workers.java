package io.boto4j.spring.sqs;

import java.lang.reflect.InvocationTargetException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The threads that run handlers. */
final class Workers {
  private final Executor executor;

  /** The container's own threads, or null if the executor is the program's. */
  private final @Nullable ExecutorService own;

  private final Set<Thread> busy = ConcurrentHashMap.newKeySet();

  Workers(ListenerOptions options, String name) {
    Executor given = options.executor();
    if (given == null) {
      ExecutorService created = options.virtualThreads() ? virtual() : pool(name);
      own = created;
      executor = created;
    } else {
      own = null;
      executor = given;
    }
  }

  /** Threads are created as they are needed: the permits limit their number. */
  private static ExecutorService pool(String name) {
    AtomicInteger number = new AtomicInteger();
    return Executors.newCachedThreadPool(
        task -> new Thread(task, name + "-" + number.incrementAndGet()));
  }

  private static ExecutorService virtual() {
    try {
      return (ExecutorService)
          Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(
          "Virtual threads need Java 21, and this is Java "
              + Runtime.version().feature()
              + ": leave virtualThreads off, or set an executor",
          e);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("This JVM does not start virtual threads", e);
    }
  }

  void execute(Runnable task) {
    executor.execute(() -> run(task));
  }

  private void run(Runnable task) {
    Thread thread = Thread.currentThread();
    busy.add(thread);
    try {
      task.run();
    } finally {
      busy.remove(thread);
    }
  }

  /** Interrupts the threads that run a handler. */
  void interrupt() {
    busy.forEach(Thread::interrupt);
  }

  void close() {
    if (own != null) {
      own.shutdownNow();
    }
  }
}
