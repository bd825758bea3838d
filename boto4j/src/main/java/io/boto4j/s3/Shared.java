package io.boto4j.s3;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;

/** The parts that all transfers of one {@link S3Transfer} share, and the list of those that run. */
final class Shared {
  private final Store store;
  private final Workers workers;
  private final Notifier notifier = new Notifier();
  private final Buffers buffers;
  private final Set<Task<?>> running = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  Shared(Store store) {
    TransferConfig config = store.config();
    this.store = store;
    this.workers = new Workers(config.maxConcurrency(), config.threads());
    this.buffers = new Buffers(config.maxBufferedBytes());
  }

  Store store() {
    return store;
  }

  Workers workers() {
    return workers;
  }

  Notifier notifier() {
    return notifier;
  }

  Buffers buffers() {
    return buffers;
  }

  /** Starts a transfer. */
  <R> Transfer<R> start(Job<R> job) {
    register(job);
    workers.add(job);
    return new Transfer<>(job);
  }

  /** Adds a task to those that {@link #close} waits for. */
  void register(Task<?> task) {
    if (closed) {
      throw new IllegalStateException("This S3Transfer is closed");
    }
    running.add(task);
    var unused = task.result().whenComplete((result, failure) -> running.remove(task));
  }

  void cancelAll() {
    running.forEach(Task::cancel);
  }

  /** Waits until all tasks have ended; if interrupted, cancels them. */
  void close() {
    closed = true;
    CompletableFuture<?>[] all =
        running.stream().map(Task::result).toArray(CompletableFuture[]::new);
    try {
      CompletableFuture.allOf(all).exceptionally(failure -> null).get();
    } catch (InterruptedException e) {
      cancelAll();
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
    workers.close();
    store.close();
  }
}
