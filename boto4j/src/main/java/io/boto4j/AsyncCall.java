package io.boto4j;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A call on another thread. Cancelling it interrupts the thread, which closes the connection. */
final class AsyncCall extends CompletableFuture<Response> implements Runnable {
  private final Supplier<Response> call;
  private final ReentrantLock lock = new ReentrantLock();

  /** The thread within the call, so that none is interrupted that has gone on to another. */
  private @Nullable Thread runner;

  private AsyncCall(Supplier<Response> call) {
    this.call = call;
  }

  static CompletableFuture<Response> start(Executor executor, Supplier<Response> call) {
    AsyncCall started = new AsyncCall(call);
    executor.execute(started);
    return started;
  }

  @Override
  public void run() {
    if (!begin()) {
      return;
    }
    try {
      Response response = call.get();
      end();
      if (!complete(response)) {
        close(response);
      }
    } catch (Throwable e) {
      end();
      completeExceptionally(e);
    }
  }

  /** Whether it was not cancelled before it began. */
  private boolean begin() {
    lock.lock();
    try {
      boolean wanted = !isDone();
      runner = wanted ? Thread.currentThread() : null;
      return wanted;
    } finally {
      lock.unlock();
    }
  }

  private void end() {
    lock.lock();
    try {
      runner = null;
      if (isCancelled()) {
        // The flag was for this call, not for what the thread does next.
        Thread.interrupted();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Nobody will read what came too late. */
  private static void close(Response response) {
    for (Object value : response.values()) {
      if (value instanceof AutoCloseable stream) {
        try {
          stream.close();
        } catch (Exception e) {
          // The connection goes with it.
        }
      }
    }
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    boolean cancelled = super.cancel(mayInterruptIfRunning);
    lock.lock();
    try {
      if (cancelled && mayInterruptIfRunning && runner != null) {
        runner.interrupt();
      }
    } finally {
      lock.unlock();
    }
    return cancelled;
  }
}
