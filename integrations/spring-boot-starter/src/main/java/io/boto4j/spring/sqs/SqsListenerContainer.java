package io.boto4j.spring.sqs;

import io.boto4j.Client;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * A listener of one SQS queue: it receives messages by long polling, calls a handler, and deletes
 * what was processed.
 *
 * <pre>{@code
 * SqsListenerContainer orders =
 *     SqsListenerContainer.builder(sqs, "orders")
 *         .handler(message -> store(message.body()))
 *         .maxConcurrent(20)
 *         .build();
 * orders.start();
 * }</pre>
 *
 * <p>It never receives more messages than it can process at once. As long as a message is in
 * progress, its visibility timeout is extended. Messages of a group of a FIFO queue are processed
 * one after the other, in their order, and after a failure the rest of the group is given back. A
 * message whose handler fails is delivered again, until the redrive policy of the queue moves it to
 * the dead-letter queue.
 *
 * <p>A message can be delivered more than once, as always with SQS: handlers must be idempotent.
 *
 * <p>As a bean of Spring a container starts and stops with the application, if {@code
 * SqsListenerAutoConfiguration} is active. Without Spring, call {@link #start} and {@link #stop}.
 * Safe for use by multiple threads.
 */
public final class SqsListenerContainer implements AutoCloseable {
  private final Client sqs;
  private final String queueNameOrUrl;
  private final ListenerOptions options;
  private final boolean autoStartup;

  /** Null while the container is stopped; changed under the lock of this. */
  private volatile @Nullable Listening listening;

  private SqsListenerContainer(Builder builder, SqsBatchHandler handler) {
    this.sqs = builder.sqs;
    this.queueNameOrUrl = builder.queueNameOrUrl;
    this.options = builder.options(handler);
    this.autoStartup = builder.autoStartup;
  }

  /**
   * Returns a builder of a container.
   *
   * @param sqs a client of SQS, whose read timeout must be longer than the wait time
   * @param queueNameOrUrl the name of a queue of the client's account and region, or the URL of a
   *     queue
   * @return a new builder
   */
  public static Builder builder(Client sqs, String queueNameOrUrl) {
    return new Builder(sqs, queueNameOrUrl);
  }

  /**
   * Starts polling. Has no effect if the container is running.
   *
   * @throws io.boto4j.error.ServiceException if the queue does not exist or its attributes may not
   *     be read
   * @throws IllegalStateException if virtual threads are requested and the JVM has none
   */
  public synchronized void start() {
    if (listening == null) {
      Queue queue = Queue.of(sqs, queueNameOrUrl);
      Integer given = options.visibilitySeconds();
      int seconds = 0;
      if (options.extendVisibility()) {
        seconds = given == null ? queue.visibilitySeconds() : given;
      }
      Listening started = new Listening(queue, options, seconds);
      started.start();
      listening = started;
    }
  }

  /**
   * Stops polling, and waits until the messages in progress have been processed and deleted, at
   * most for the stop timeout. After it, handlers are interrupted and their messages given back.
   * Messages that were received but not begun are given back at once. The container can be started
   * again.
   *
   * <p>A handler must not call this: it would wait for itself. Messages that are on their way from
   * SQS when the poll is interrupted are delivered again after their visibility timeout.
   */
  public synchronized void stop() {
    Listening running = listening;
    if (running != null) {
      listening = null;
      running.stop();
    }
  }

  /** Stops the container, as {@link #stop} does. */
  @Override
  public void close() {
    stop();
  }

  /**
   * Tells whether the container is running.
   *
   * @return whether it was started and not stopped since
   */
  public boolean isRunning() {
    return listening != null;
  }

  /**
   * Tells whether the container starts with the application.
   *
   * @return true unless it was disabled
   */
  public boolean isAutoStartup() {
    return autoStartup;
  }

  /**
   * Returns the number of messages in progress: received, and neither deleted nor given back.
   *
   * @return the number, 0 while the container is stopped
   */
  public int inProgress() {
    Listening running = listening;
    return running == null ? 0 : running.inProgress();
  }

  /** Returns the queue, for people. */
  @Override
  public String toString() {
    return "SqsListenerContainer["
        + queueNameOrUrl.substring(queueNameOrUrl.lastIndexOf('/') + 1)
        + "]";
  }

  /** A builder of containers. Exactly one handler is required. Not safe for multiple threads. */
  public static final class Builder {
    private static final Duration LONGEST_VISIBILITY = Duration.ofHours(12);

    private final Client sqs;
    private final String queueNameOrUrl;
    private @Nullable SqsBatchHandler handler;
    private boolean isBatch;
    private int maxConcurrent = 10;
    private int batchSize = 10;
    private Duration waitTime = Duration.ofSeconds(20);
    private @Nullable Duration visibilityTimeout;
    private boolean extendVisibility = true;
    private AcknowledgementMode mode = AcknowledgementMode.ON_SUCCESS;
    private @Nullable SqsErrorHandler errorHandler;
    private Duration firstPause = Duration.ofSeconds(1);
    private Duration longestPause = Duration.ofMinutes(1);
    private Duration stopTimeout = Duration.ofSeconds(20);
    private @Nullable Executor executor;
    private boolean virtualThreads;
    private boolean autoStartup = true;
    private @Nullable Delays delays;

    private Builder(Client sqs, String queueNameOrUrl) {
      this.sqs = Objects.requireNonNull(sqs, "sqs");
      this.queueNameOrUrl = Objects.requireNonNull(queueNameOrUrl, "queueNameOrUrl");
      if (queueNameOrUrl.isEmpty()) {
        throw new IllegalArgumentException("The name of the queue is empty");
      }
    }

    /**
     * Sets the handler of single messages.
     *
     * @param each processes one message
     * @return this builder
     */
    public Builder handler(SqsMessageHandler each) {
      Objects.requireNonNull(each, "handler");
      isBatch = false;
      handler = messages -> each.handle(messages.get(0));
      return this;
    }

    /**
     * Sets the handler of all messages that were received together.
     *
     * @param all processes up to {@link #batchSize} messages
     * @return this builder
     */
    public Builder batchHandler(SqsBatchHandler all) {
      Objects.requireNonNull(all, "batchHandler");
      isBatch = true;
      handler = messages -> all.handle(List.copyOf(messages));
      return this;
    }

    /**
     * Sets the most messages in progress.
     *
     * @param count the number, at least 1; the default is 10
     * @return this builder
     */
    public Builder maxConcurrent(int count) {
      maxConcurrent = within("maxConcurrent", count, 1, 100_000);
      return this;
    }

    /**
     * Sets the most messages per request, and so per call of a batch handler.
     *
     * @param count the number, from 1 to 10; the default is 10
     * @return this builder
     */
    public Builder batchSize(int count) {
      batchSize = within("batchSize", count, 1, 10);
      return this;
    }

    private static int within(String name, int value, int least, int most) {
      if (value < least || value > most) {
        throw new IllegalArgumentException(
            name + " is " + value + ", and must be between " + least + " and " + most);
      }
      return value;
    }

    private static Duration within(String name, Duration value, Duration least, Duration most) {
      if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
        throw new IllegalArgumentException(
            name + " is " + value + ", and must be between " + least + " and " + most);
      }
      return value;
    }

    /**
     * Sets the time that a request waits for messages.
     *
     * @param time from 0 to 20 seconds, the default
     * @return this builder
     */
    public Builder waitTime(Duration time) {
      waitTime = within("waitTime", time, Duration.ZERO, Duration.ofSeconds(20));
      return this;
    }

    /**
     * Sets the visibility timeout of received messages. By default it is that of the queue, which
     * the container reads when it starts; that needs the permission {@code sqs:GetQueueAttributes}.
     *
     * @param timeout from 1 second to 12 hours
     * @return this builder
     */
    public Builder visibilityTimeout(Duration timeout) {
      visibilityTimeout =
          within("visibilityTimeout", timeout, Duration.ofSeconds(1), LONGEST_VISIBILITY);
      return this;
    }

    /**
     * Sets whether the visibility timeout is extended while a message is in progress, each time
     * half of it has passed.
     *
     * @param extend false to give each message as much time as its timeout; the default is true
     * @return this builder
     */
    public Builder extendVisibility(boolean extend) {
      extendVisibility = extend;
      return this;
    }

    /**
     * Sets when messages are acknowledged.
     *
     * @param when the mode; the default is {@link AcknowledgementMode#ON_SUCCESS}
     * @return this builder
     */
    public Builder acknowledge(AcknowledgementMode when) {
      mode = Objects.requireNonNull(when, "acknowledge");
      return this;
    }

    /**
     * Sets the function that decides about messages whose handler has failed. By default the
     * failure is logged, and the message is delivered again.
     *
     * @param decides the function
     * @return this builder
     */
    public Builder errorHandler(SqsErrorHandler decides) {
      errorHandler = Objects.requireNonNull(decides, "errorHandler");
      return this;
    }

    /**
     * Sets the pauses after failures to receive messages. Each is twice as long as the one before.
     *
     * @param first the first pause; the default is one second
     * @param longest the longest pause; the default is one minute
     * @return this builder
     */
    public Builder backoff(Duration first, Duration longest) {
      firstPause = within("first", first, Duration.ofMillis(1), Duration.ofHours(1));
      longestPause = within("longest", longest, first, Duration.ofHours(1));
      return this;
    }

    /**
     * Sets the time that a stop waits for handlers.
     *
     * @param timeout up to an hour; the default is 20 seconds
     * @return this builder
     */
    public Builder stopTimeout(Duration timeout) {
      stopTimeout = within("stopTimeout", timeout, Duration.ZERO, Duration.ofHours(1));
      return this;
    }

    /**
     * Sets the executor that runs handlers, which the container does not shut down. By default the
     * container has threads of its own, up to {@link #maxConcurrent}.
     *
     * @param runs the executor; it must run as many tasks at once as the container may have
     *     messages in progress
     * @return this builder
     */
    public Builder executor(Executor runs) {
      executor = Objects.requireNonNull(runs, "executor");
      return this;
    }

    /**
     * Sets whether handlers run on virtual threads, which need Java 21.
     *
     * @param virtual true for virtual threads; the default is false
     * @return this builder
     */
    public Builder virtualThreads(boolean virtual) {
      virtualThreads = virtual;
      return this;
    }

    /**
     * Sets whether the container starts with the application.
     *
     * @param auto false if the program calls {@link SqsListenerContainer#start}; the default is
     *     true
     * @return this builder
     */
    public Builder autoStartup(boolean auto) {
      autoStartup = auto;
      return this;
    }

    Builder delays(Delays instead) {
      delays = instead;
      return this;
    }

    private ListenerOptions options(SqsBatchHandler given) {
      return new ListenerOptions(
          given,
          isBatch,
          maxConcurrent,
          Math.min(batchSize, maxConcurrent),
          waitTime.toSeconds(),
          visibilityTimeout == null ? null : (int) visibilityTimeout.toSeconds(),
          extendVisibility,
          mode,
          errorHandler,
          firstPause,
          longestPause,
          stopTimeout,
          executor,
          virtualThreads,
          delays);
    }

    /**
     * Creates the container, which is not started.
     *
     * @return a new container
     * @throws IllegalStateException if no handler is set
     */
    public SqsListenerContainer build() {
      SqsBatchHandler given = handler;
      if (given == null) {
        throw new IllegalStateException(
            "The listener of " + queueNameOrUrl + " has no handler: set handler or batchHandler");
      }
      return new SqsListenerContainer(this, given);
    }
  }
}
