package io.boto4j.spark.internal.write;

import io.boto4j.error.CallInterruptedException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one task that are in progress, in the order of the rows: at most {@code concurrency}
 * run at once, and as many more wait for a thread.
 *
 * @param <T> what a row's result needs besides the outcome
 */
final class CallQueue<T> implements AutoCloseable {
  private final int capacity;
  private final Deque<Pending<T>> pending = new ArrayDeque<>();
  private final ExecutorService threads;

  private record Pending<T>(T row, Future<CallOutcome> outcome) {}

  /** A row and its outcome. */
  record Answered<T>(T row, CallOutcome outcome) {}

  CallQueue(CallSpec spec) {
    this.capacity = 2 * spec.concurrency();
    this.threads =
        Executors.newFixedThreadPool(
            spec.concurrency(),
            runnable -> {
              Thread thread = new Thread(runnable, "boto4j-spark " + spec);
              thread.setDaemon(true);
              return thread;
            });
  }

  boolean isFull() {
    return pending.size() >= capacity;
  }

  boolean isEmpty() {
    return pending.isEmpty();
  }

  void submit(T row, Callable<CallOutcome> call) {
    pending.add(new Pending<>(row, threads.submit(call)));
  }

  /** Waits for the outcome of the row that was submitted first, and removes it. */
  Answered<T> take() {
    Pending<T> first = pending.remove();
    try {
      return new Answered<>(first.row, first.outcome.get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CallInterruptedException("Interrupted while waiting for a call", e);
    } catch (ExecutionException e) {
      throw unwrapped(e.getCause());
    }
  }

  /** Removes the row that was submitted first if its call has an outcome, without waiting. */
  @Nullable Answered<T> poll() {
    Pending<T> first = pending.peek();
    if (first == null || !first.outcome.isDone()) {
      return null;
    }
    pending.remove();
    try {
      return new Answered<>(first.row, first.outcome.get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    } catch (ExecutionException e) {
      // Only used when the task has failed already, for the reason that is reported.
      return null;
    }
  }

  private static RuntimeException unwrapped(@Nullable Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException failure
        ? failure
        : new IllegalStateException("A call failed", cause);
  }

  /** Interrupts calls that are still in progress. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
