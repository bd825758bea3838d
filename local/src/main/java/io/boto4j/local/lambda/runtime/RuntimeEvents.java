package io.boto4j.local.lambda.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** The exchange between invocations and the process that handles them. */
final class RuntimeEvents {
  private final LinkedBlockingQueue<Optional<Event>> queue = new LinkedBlockingQueue<>();
  private final CountDownLatch ready = new CountDownLatch(1);
  private final CompletableFuture<Outcome> init = new CompletableFuture<>();
  private volatile @Nullable Event current;

  /**
   * An invocation whose result a process will post.
   *
   * @param invocation the invocation
   * @param deadline the time at which it times out, in the time of the machine: a process does not
   *     see the clock of the world
   * @param outcome completes with the result
   */
  record Event(Invocation invocation, Instant deadline, CompletableFuture<Outcome> outcome) {}

  /** Completes when the process has asked for its first event. */
  CountDownLatch ready() {
    return ready;
  }

  /** Completes if the process fails to start. */
  CompletableFuture<Outcome> initError() {
    return init;
  }

  CompletableFuture<Outcome> offer(Invocation invocation, Duration timeout) {
    Event event = new Event(invocation, Instant.now().plus(timeout), new CompletableFuture<>());
    current = event;
    queue.add(Optional.of(event));
    return event.outcome();
  }

  /** Releases whoever waits for an event. */
  void end() {
    queue.add(Optional.empty());
  }

  /** Waits for the next event; null if the environment ends. */
  @Nullable Event next() {
    ready.countDown();
    try {
      return queue.take().orElse(null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  void initError(byte[] body) {
    init.complete(new Outcome(body, true));
  }

  boolean response(String id, byte[] body) {
    return complete(id, new Outcome(body, false));
  }

  boolean error(String id, byte[] body) {
    return complete(id, new Outcome(body, true));
  }

  private boolean complete(String id, Outcome outcome) {
    Event event = current;
    return event != null
        && event.invocation().requestId().equals(id)
        && event.outcome().complete(outcome);
  }
}
