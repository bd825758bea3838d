package io.boto4j.local.lambda;

import io.boto4j.local.engine.EngineContext;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The threads on which functions run without a caller.
 *
 * <p>The thread of the clock must not run functions: one that waits for the clock, such as for a
 * database to start, would wait for itself. What is due by the clock runs on a thread of its own,
 * and the clock waits for it a moment, so that a test that advances the clock sees the effect.
 */
final class Background implements AutoCloseable {
  private static final long PATIENCE_MILLIS = 1000;

  private final EngineContext context;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "boto4j-local-lambda");
            thread.setDaemon(true);
            return thread;
          });

  Background(EngineContext context) {
    this.context = context;
  }

  /** Runs a task now. */
  void run(Runnable task) {
    try {
      threads.execute(() -> logged(task));
    } catch (RejectedExecutionException e) {
      System.getLogger("io.boto4j.local").log(System.Logger.Level.DEBUG, "Lambda is closed", e);
    }
  }

  /** Runs a task when the clock has reached the time. */
  void after(Duration delay, Runnable task) {
    context.schedule(
        delay.isNegative() ? Duration.ZERO : delay,
        () -> {
          Future<?> started = start(task);
          if (started != null) {
            await(started);
          }
        });
  }

  private @Nullable Future<?> start(Runnable task) {
    try {
      return threads.submit(() -> logged(task));
    } catch (RejectedExecutionException e) {
      // The engine is closed.
      return null;
    }
  }

  private void logged(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      // Once the engine is closed, the store is gone for tasks that did not end in time.
      if (!threads.isShutdown()) {
        System.getLogger("io.boto4j.local")
            .log(System.Logger.Level.ERROR, "A task of Lambda failed", e);
      }
    }
  }

  private static void await(Future<?> started) {
    try {
      started.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      // The task goes on without the clock.
      Thread.onSpinWait();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("Tasks log what they throw", e);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    try {
      if (!threads.awaitTermination(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        System.getLogger("io.boto4j.local")
            .log(System.Logger.Level.DEBUG, "Functions still run while Lambda is closed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
