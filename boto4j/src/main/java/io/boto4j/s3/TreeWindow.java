package io.boto4j.s3;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The jobs of a tree that are waiting or running: enough to keep the workers busy, and never more,
 * however many files there are.
 */
final class TreeWindow {
  /** Files per worker. */
  private static final int DEPTH = 4;

  private final Shared shared;
  private final Tracker tracker;
  private final int size;
  private final Semaphore free;
  private final Set<Job<?>> running = ConcurrentHashMap.newKeySet();
  private volatile boolean cancelled;

  TreeWindow(Shared shared, Tracker tracker) {
    this.shared = shared;
    this.tracker = tracker;
    this.size = DEPTH * shared.store().config().maxConcurrency();
    this.free = new Semaphore(size);
  }

  /**
   * Waits for room. Large files take as much of it as leaves one to each worker, so that they are
   * completed one after the other.
   *
   * @return the room, to be given back by {@link #leave}
   */
  int enter(long bytes) throws InterruptedException {
    int room = bytes < shared.store().config().multipartThreshold() ? 1 : DEPTH;
    free.acquire(room);
    return room;
  }

  void leave(int room) {
    free.release(room);
  }

  /** Starts a job. Its end is reported with the result or the failure. */
  <R> void run(Job<R> job, BiConsumer<? super @Nullable R, ? super @Nullable Throwable> ended) {
    job.tracker().belongTo(tracker);
    running.add(job);
    var unused =
        job.result()
            .whenComplete(
                (result, failure) -> {
                  running.remove(job);
                  ended.accept(result, failure);
                });
    if (cancelled) {
      job.cancel();
    } else {
      shared.workers().add(job);
    }
  }

  /** Waits until all jobs have ended. */
  void drain() throws InterruptedException {
    free.acquire(size);
    free.release(size);
  }

  void cancel() {
    cancelled = true;
    running.forEach(Job::cancel);
  }

  boolean isCancelled() {
    return cancelled;
  }
}
