package io.boto4j.internal.client;

import io.boto4j.Interceptor;
import io.boto4j.Response;
import io.boto4j.internal.hook.CallHooks;
import io.boto4j.internal.value.OpenStreams;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A call on another thread. Cancelling it interrupts the thread, which closes the connection. */
public final class AsyncCall extends CompletableFuture<Response> implements Runnable {
  private final Supplier<Response> call;
  private final ReentrantLock lock = new ReentrantLock();

  /** The thread that runs the call; null before and after, when it may be running another. */
  private @Nullable Thread runner;

  private AsyncCall(Supplier<Response> call) {
    this.call = call;
  }

  /**
   * Starts a call.
   *
   * @param executor runs the call
   * @param interceptors the interceptors of the client, or null if there are none
   * @param call the call
   * @return completed with the response, or exceptionally with what the call throws
   */
  public static CompletableFuture<Response> start(
      Executor executor, @Nullable List<Interceptor> interceptors, Supplier<Response> call) {
    AsyncCall started = new AsyncCall(call);
    executor.execute(interceptors == null ? started : CallHooks.asyncTask(interceptors, started));
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
        OpenStreams.close(response);
      }
    } catch (Throwable e) {
      end();
      completeExceptionally(e);
    }
  }

  /** Marks the call as running; false if it was cancelled before it began. */
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
        // The interrupt was meant for this call, not for the next task of the thread.
        Thread.interrupted();
      }
    } finally {
      lock.unlock();
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
