package io.boto4j.spring.sqs;

import io.boto4j.Structure;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The time between a start and a stop of a container, with everything that belongs to it. */
final class Listening implements Delivery {
  private static final long DELETE_SECONDS = 10;

  private final Queue queue;
  private final ListenerOptions options;
  private final int visibilitySeconds;
  private final Delays delays;
  private final Set<SqsMessage> inProgress = ConcurrentHashMap.newKeySet();

  /** One permit for each message that may be received. */
  private final Semaphore permits;

  private final Workers workers;
  private final Deleter deleter;
  private final Poller poller;
  private final Failures extending;
  private volatile boolean stopping;
  private volatile boolean ended;

  Listening(Queue queue, ListenerOptions options, int visibilitySeconds) {
    this.queue = queue;
    this.options = options;
    this.visibilitySeconds = visibilitySeconds;
    Delays given = options.delays();
    this.workers = new Workers(options, "boto4j-sqs-" + queue.name());
    this.delays = given == null ? Delays.ofSystem("boto4j-sqs-timer-" + queue.name()) : given;
    this.permits = new Semaphore(options.maxConcurrent());
    this.extending = new Failures("extend the visibility timeouts of messages of", queue.name());
    this.deleter = new Deleter(queue, inProgress::remove);
    this.poller = new Poller(this, queue, options, permits, delays);
  }

  void start() {
    deleter.start();
    poller.start();
    scheduleExtension();
  }

  boolean isStopping() {
    return stopping;
  }

  int inProgress() {
    return inProgress.size();
  }

  /**
   * Hands messages that were received together to handlers; each has a permit. If the executor
   * rejects some, these are given back.
   */
  void dispatch(List<Structure> received) {
    List<SqsMessage> messages = new ArrayList<>();
    for (Structure each : received) {
      messages.add(new SqsMessage(each, this));
    }
    inProgress.addAll(messages);
    List<List<SqsMessage>> sequences =
        options.isBatch() ? List.of(messages) : Sequences.of(messages, queue.isFifo());
    RuntimeException failure = null;
    for (List<SqsMessage> sequence : sequences) {
      Processing processing = new Processing(this, options, sequence);
      try {
        workers.execute(processing);
      } catch (RuntimeException e) {
        processing.giveBack();
        failure = e;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  /** A message has been processed, or was given back: another may be received. */
  void processed(SqsMessage message) {
    if (!message.isAcknowledged()) {
      inProgress.remove(message);
    }
    permits.release();
  }

  @Override
  public void delete(SqsMessage message) {
    deleter.add(message);
  }

  @Override
  public void release(SqsMessage message, int seconds) {
    inProgress.remove(message);
    try {
      queue.release(message, seconds);
    } catch (RuntimeException e) {
      Failures.log().log(
          Level.WARNING,
          message
              + " of "
              + queue
              + " could not be given back; it is delivered again after its"
              + " visibility timeout",
          e);
    }
  }

  private void scheduleExtension() {
    if (visibilitySeconds > 0 && !ended) {
      delays.schedule(Duration.ofMillis(visibilitySeconds * 500L), this::extend);
    }
  }

  private void extend() {
    List<SqsMessage> messages = List.copyOf(inProgress);
    try {
      queue.extend(messages, visibilitySeconds);
      extending.succeeded();
    } catch (RuntimeException e) {
      extending.failed(e);
    }
    scheduleExtension();
  }

  void stop() {
    stopping = true;
    poller.stop();
    boolean interrupted = false;
    try {
      if (!isDone(options.stopTimeout())) {
        abandon();
      }
    } catch (InterruptedException e) {
      interrupted = true;
      abandon();
    }
    deleter.close(TimeUnit.SECONDS.toMillis(DELETE_SECONDS));
    ended = true;
    workers.close();
    if (options.delays() == null) {
      delays.close();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until all messages have been processed. */
  private boolean isDone(Duration timeout) throws InterruptedException {
    return permits.tryAcquire(options.maxConcurrent(), timeout.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Interrupts the handlers that are still busy, and gives their messages back. */
  private void abandon() {
    // Before the interrupt: a handler that ends takes its messages out of the set.
    List<SqsMessage> left = new ArrayList<>(inProgress);
    left.removeIf(SqsMessage::isAcknowledged);
    workers.interrupt();
    for (SqsMessage message : left) {
      message.release(Duration.ZERO);
    }
    Failures.log().log(
        Level.WARNING,
        "The listener of {0} was stopped with {1} messages in progress, which were given back",
        queue,
        left.size());
  }

  /** Decides what becomes of messages whose handler has failed. */
  void failed(List<SqsMessage> messages, Exception failure) {
    @Nullable SqsErrorHandler handler = options.errorHandler();
    for (SqsMessage message : messages) {
      if (handler != null && !message.isAcknowledged()) {
        decide(handler, message, failure);
      }
    }
    if (handler == null) {
      Failures.log().log(
          Level.WARNING,
          "The handler of "
              + queue
              + " failed with "
              + messages
              + (options.mode() == AcknowledgementMode.ALWAYS
                  ? ""
                  : "; what it has not acknowledged is delivered again"),
          failure);
    }
  }

  private void decide(SqsErrorHandler handler, SqsMessage message, Exception failure) {
    try {
      handler.failed(message, failure);
    } catch (RuntimeException e) {
      e.addSuppressed(failure);
      Failures.log().log(Level.WARNING, "The error handler of " + queue + " failed", e);
    }
  }
}
