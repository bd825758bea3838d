package io.boto4j.spring.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.CallContext;
import io.boto4j.Client;
import io.boto4j.Interceptor;
import io.boto4j.Response;
import io.boto4j.error.ServiceException;
import io.boto4j.local.LocalAws;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Containers receive messages of boto4j-local, and delete what was processed. */
@Timeout(60)
final class SqsListenerContainerTest {
  private final BlockingQueue<String> handled = new LinkedBlockingQueue<>();
  private LocalAws aws;
  private TestQueue queue;

  @BeforeEach
  void start() {
    aws = LocalAws.start();
    queue = TestQueue.create(aws, "orders", Map.of());
  }

  @AfterEach
  void stop() {
    aws.close();
  }

  private String next() throws InterruptedException {
    String body = handled.poll(30, TimeUnit.SECONDS);
    assertThat(body).as("a handled message").isNotNull();
    return body;
  }

  private List<String> next(int count) throws InterruptedException {
    List<String> bodies = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      bodies.add(next());
    }
    Collections.sort(bodies);
    return bodies;
  }

  /** Waits until no message is in progress, so that the clock may be advanced at once. */
  private static void awaitIdle(SqsListenerContainer container) {
    while (container.inProgress() > 0) {
      Thread.onSpinWait();
    }
  }

  @Test
  void handler_succeeds_messageIsDeleted() throws Exception {
    queue
        .client()
        .call(
            "SendMessage",
            Map.of(
                "QueueUrl", queue.url(),
                "MessageBody", "one",
                "MessageAttributes",
                    Map.of("kind", Map.of("DataType", "String", "StringValue", "new"))));
    SqsListenerContainer container =
        SqsListenerContainer.builder(queue.client(), "orders")
            .handler(
                message ->
                    handled.add(
                        message.body()
                            + " "
                            + message.attribute("kind")
                            + " "
                            + message.attribute("none")
                            + " "
                            + message.groupId()
                            + " "
                            + message.receiveCount()))
            .build();

    container.start();
    queue.send("two");

    assertThat(next(2)).containsExactly("one new null null 1", "two null null null 1");
    container.stop();
    assertThat(queue.size()).isZero();
  }

  @Test
  void maxConcurrent_handlersBusy_noMoreAreReceived() throws Exception {
    Semaphore go = new Semaphore(0);
    for (int i = 0; i < 8; i++) {
      queue.send("m" + i);
    }
    SqsListenerContainer container =
        queue
            .listener(aws)
            .maxConcurrent(3)
            .handler(
                message -> {
                  handled.add(message.body());
                  go.acquire();
                })
            .build();

    container.start();
    next(3);
    assertThat(queue.inFlight()).isEqualTo(3);
    assertThat(container.inProgress()).isEqualTo(3);
    go.release(2);
    next(2);

    assertThat(handled).isEmpty();
    go.release(100);
    next(3);
    container.stop();
    assertThat(queue.size()).isZero();
  }

  @Test
  void batchHandler_someAcknowledgedThenFailure_theOthersAreDeliveredAgain() throws Exception {
    queue.send("a", "b", "c", "d");
    AtomicInteger calls = new AtomicInteger();
    SqsListenerContainer container =
        queue
            .listener(aws)
            .batchSize(4)
            .batchHandler(
                messages -> {
                  for (SqsMessage each : messages) {
                    handled.add(each.body() + messages.size());
                  }
                  if (calls.incrementAndGet() == 1) {
                    messages.get(0).acknowledge();
                    messages.get(2).acknowledge();
                    throw new IllegalStateException("half");
                  }
                })
            .build();

    container.start();

    assertThat(next(4)).containsExactly("a4", "b4", "c4", "d4");
    awaitIdle(container);
    aws.clock().advance(Duration.ofSeconds(31));
    assertThat(next(2)).allMatch(each -> each.startsWith("b") || each.startsWith("d"));
    container.stop();
    assertThat(queue.size()).isZero();
  }

  @Test
  void handler_alwaysFails_redrivePolicyMovesTheMessage() throws Exception {
    TestQueue dead = TestQueue.create(aws, "dead", Map.of());
    TestQueue source =
        TestQueue.create(
            aws,
            "source",
            Map.of(
                "RedrivePolicy",
                "{\"deadLetterTargetArn\":\"" + dead.arn() + "\",\"maxReceiveCount\":2}"));
    source.send("poison");
    SqsListenerContainer container =
        source
            .listener(aws)
            .handler(
                message -> {
                  handled.add(message.body() + message.receiveCount());
                  throw new IllegalStateException("always");
                })
            .build();

    container.start();
    assertThat(next()).isEqualTo("poison1");
    awaitIdle(container);
    aws.clock().advance(Duration.ofSeconds(31));
    assertThat(next()).isEqualTo("poison2");
    awaitIdle(container);
    aws.clock().advance(Duration.ofSeconds(31));
    CountDownLatch moved = new CountDownLatch(1);
    SqsListenerContainer ofDead = dead.listener(aws).handler(message -> moved.countDown()).build();
    ofDead.start();

    assertThat(moved.await(30, TimeUnit.SECONDS)).isTrue();
    container.stop();
    ofDead.stop();
    assertThat(source.size()).isZero();
  }

  @Test
  void errorHandler_acknowledges_messageIsDropped() throws Exception {
    queue.send("poison");
    SqsListenerContainer container =
        queue
            .listener(aws)
            .handler(
                message -> {
                  throw new IllegalArgumentException("bad");
                })
            .errorHandler(
                (message, failure) -> {
                  message.acknowledge();
                  handled.add(failure.getMessage());
                })
            .build();

    container.start();

    assertThat(next()).isEqualTo("bad");
    container.stop();
    assertThat(queue.size()).isZero();
  }

  @Test
  void errorHandler_releasesAfterAnInterrupt_messageIsDeliveredAgainAtOnce() throws Exception {
    queue.send("again");
    SqsListenerContainer container =
        queue
            .listener(aws)
            .handler(
                message -> {
                  handled.add(message.body() + message.receiveCount());
                  if (message.receiveCount() == 1) {
                    throw new InterruptedException("by a library");
                  }
                })
            .errorHandler((message, failure) -> message.release(Duration.ZERO))
            .build();

    container.start();

    assertThat(next()).isEqualTo("again1");
    assertThat(next()).isEqualTo("again2");
    container.stop();
    assertThat(queue.size()).isZero();
  }

  @Test
  void errorHandler_fails_messageIsDeliveredAgain() throws Exception {
    queue.send("poison");
    SqsListenerContainer container =
        queue
            .listener(aws)
            .handler(
                message -> {
                  handled.add(message.body() + message.receiveCount());
                  throw new IllegalArgumentException("bad");
                })
            .errorHandler(
                (message, failure) -> {
                  throw new IllegalStateException("worse");
                })
            .build();

    container.start();
    assertThat(next()).isEqualTo("poison1");
    awaitIdle(container);
    aws.clock().advance(Duration.ofSeconds(31));

    assertThat(next()).isEqualTo("poison2");
    container.stop();
  }

  @Test
  void acknowledge_always_failedMessageIsDeleted() throws Exception {
    queue.send("once");
    SqsListenerContainer container =
        queue
            .listener(aws)
            .acknowledge(AcknowledgementMode.ALWAYS)
            .handler(
                message -> {
                  handled.add(message.body());
                  throw new IllegalStateException("ignored");
                })
            .build();

    container.start();

    assertThat(next()).isEqualTo("once");
    container.stop();
    assertThat(queue.size()).isZero();
  }

  @Test
  void acknowledge_manual_deletedOnlyWhenAcknowledged() throws Exception {
    queue.send("kept", "done");
    BlockingQueue<SqsMessage> later = new LinkedBlockingQueue<>();
    SqsListenerContainer container =
        queue.listener(aws).acknowledge(AcknowledgementMode.MANUAL).handler(later::add).build();
    container.start();
    SqsMessage first = later.poll(30, TimeUnit.SECONDS);
    SqsMessage second = later.poll(30, TimeUnit.SECONDS);
    container.stop();
    assertThat(queue.size()).isEqualTo(2);

    SqsMessage done = first.body().equals("done") ? first : second;
    done.acknowledge();
    done.acknowledge();
    done.release(Duration.ZERO);

    assertThat(queue.size()).isEqualTo(1);
    assertThat(done).hasToString("SqsMessage[" + done.id() + "]");
  }

  @Test
  void visibility_handlerTakesLong_isExtended() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    queue.send("slow");
    SqsListenerContainer container =
        queue
            .listener(aws)
            .visibilityTimeout(Duration.ofSeconds(10))
            .handler(
                message -> {
                  handled.add(message.body());
                  end.await();
                })
            .build();

    container.start();
    next();
    for (int i = 0; i < 10; i++) {
      aws.clock().advance(Duration.ofSeconds(4));
    }

    assertThat(queue.visible()).isEmpty();
    assertThat(handled).isEmpty();
    end.countDown();
    container.stop();
    assertThat(queue.size()).isZero();
  }

  @Test
  void visibility_notExtended_messageIsDeliveredAgain() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    queue.send("slow");
    SqsListenerContainer container =
        queue
            .listener(aws)
            .visibilityTimeout(Duration.ofSeconds(10))
            .extendVisibility(false)
            .handler(
                message -> {
                  handled.add(message.body());
                  end.await();
                })
            .build();

    container.start();
    next();
    aws.clock().advance(Duration.ofSeconds(11));

    assertThat(next()).isEqualTo("slow");
    end.countDown();
    container.stop();
  }

  @Test
  void fifo_oneFails_theRestOfItsGroupWaitsAndOthersGoOn() throws Exception {
    TestQueue fifo = TestQueue.create(aws, "orders.fifo", Map.of("FifoQueue", "true"));
    fifo.sendToGroups("a:1", "a:2", "b:1", "a:3", "b:2");
    AtomicInteger failures = new AtomicInteger();
    List<String> order = Collections.synchronizedList(new ArrayList<>());
    SqsListenerContainer container =
        fifo.listener(aws)
            .handler(
                message -> {
                  order.add(message.body());
                  handled.add(message.groupId());
                  if (message.body().equals("a:2") && failures.incrementAndGet() == 1) {
                    throw new IllegalStateException("once");
                  }
                })
            .build();

    container.start();
    next(4);
    assertThat(order).filteredOn(each -> each.startsWith("a")).containsExactly("a:1", "a:2");
    awaitIdle(container);
    aws.clock().advance(Duration.ofSeconds(31));
    next(2);

    container.stop();
    assertThat(order)
        .filteredOn(each -> each.startsWith("a"))
        .containsExactly("a:1", "a:2", "a:2", "a:3");
    assertThat(order).filteredOn(each -> each.startsWith("b")).containsExactly("b:1", "b:2");
    assertThat(fifo.size()).isZero();
  }

  /** Answers the first calls of an operation itself. */
  private Interceptor answering(String operation, List<Map<String, Object>> answers) {
    AtomicInteger count = new AtomicInteger();
    return new Interceptor() {
      @Override
      public boolean appliesTo(String service, String called) {
        return called.equals(operation);
      }

      @Override
      public Response answer(CallContext call, Map<String, ?> input) {
        int number = count.getAndIncrement();
        if (number >= answers.size()) {
          return null;
        }
        if (answers.get(number).isEmpty()) {
          throw new IllegalStateException("failure " + number);
        }
        return queue.client().responses().response(operation, answers.get(number));
      }
    };
  }

  @Test
  void receive_fails_pausesGrowAndItGoesOn() throws Exception {
    List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
    Client failing =
        queue
            .client()
            .with(answering("ReceiveMessage", List.of(Map.of(), Map.of(), Map.of(), Map.of())));
    queue.send("late");
    SqsListenerContainer container =
        SqsListenerContainer.builder(failing, queue.url())
            .extendVisibility(false)
            .backoff(Duration.ofSeconds(1), Duration.ofSeconds(3))
            .delays(
                (delay, task) -> {
                  pauses.add(delay);
                  task.run();
                })
            .handler(message -> handled.add(message.body()))
            .build();

    container.start();

    assertThat(next()).isEqualTo("late");
    container.stop();
    assertThat(pauses)
        .containsExactly(
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(3),
            Duration.ofSeconds(3));
  }

  private static Map<String, Object> failed(boolean senderFault, String code) {
    Map<String, Object> entry = Map.of("Id", "0", "SenderFault", senderFault, "Code", code);
    return Map.of("Successful", List.of(), "Failed", List.of(entry));
  }

  @Test
  void delete_fails_isRepeated() throws Exception {
    Client failing =
        queue
            .client()
            .with(
                answering("DeleteMessageBatch", List.of(failed(false, "InternalError"), Map.of())));
    queue.send("once");
    SqsListenerContainer container =
        SqsListenerContainer.builder(failing, queue.url())
            .handler(message -> handled.add(message.body()))
            .build();

    container.start();
    next();
    container.stop();

    assertThat(queue.size()).isZero();
    assertThat(handled).isEmpty();
  }

  @Test
  void delete_senderIsAtFault_isGivenUp() throws Exception {
    Client failing =
        queue
            .client()
            .with(answering("DeleteMessageBatch", List.of(failed(true, "ReceiptHandleIsInvalid"))));
    queue.send("once");
    SqsListenerContainer container =
        SqsListenerContainer.builder(failing, queue.url())
            .handler(message -> handled.add(message.body()))
            .build();

    container.start();
    next();
    container.stop();

    assertThat(queue.size()).isEqualTo(1);
  }

  @Test
  void start_queueMissing_fails() {
    SqsListenerContainer container =
        SqsListenerContainer.builder(queue.client(), "missing").handler(message -> {}).build();

    assertThatThrownBy(container::start)
        .isInstanceOf(ServiceException.class)
        .hasMessageContaining("GetQueueUrl");
    assertThat(container.isRunning()).isFalse();
  }

  @Test
  void virtualThreads_olderJava_isRefusedOtherwiseUsed() throws Exception {
    queue.send("one");
    SqsListenerContainer container =
        queue
            .listener(aws)
            .virtualThreads(true)
            .handler(message -> handled.add(Thread.currentThread().toString()))
            .build();

    if (Runtime.version().feature() < 21) {
      assertThatThrownBy(container::start)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageStartingWith("Virtual threads need Java 21, and this is Java ");
    } else {
      container.start();
      assertThat(next()).startsWith("VirtualThread");
      container.stop();
    }
  }

  @Test
  void executor_rejects_messagesAreGivenBackAndDeliveredAgain() throws Exception {
    queue.send("one", "two");
    AtomicInteger count = new AtomicInteger();
    SqsListenerContainer container =
        queue
            .listener(aws)
            .delays((delay, task) -> task.run())
            .extendVisibility(false)
            .executor(
                task -> {
                  if (count.incrementAndGet() == 1) {
                    throw new RejectedExecutionException("full");
                  }
                  task.run();
                })
            .handler(message -> handled.add(message.body()))
            .build();

    container.start();

    assertThat(next(2)).containsExactly("one", "two");
    container.stop();
    assertThat(queue.size()).isZero();
  }

  @Test
  void builder_invalidValues_areRefused() {
    SqsListenerContainer.Builder builder = SqsListenerContainer.builder(queue.client(), "orders");

    assertThatThrownBy(() -> builder.batchSize(11))
        .hasMessage("batchSize is 11, and must be between 1 and 10");
    assertThatThrownBy(() -> builder.maxConcurrent(0)).hasMessageStartingWith("maxConcurrent is 0");
    assertThatThrownBy(() -> builder.waitTime(Duration.ofSeconds(21)))
        .hasMessage("waitTime is PT21S, and must be between PT0S and PT20S");
    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The listener of orders has no handler: set handler or batchHandler");
    assertThatThrownBy(() -> SqsListenerContainer.builder(queue.client(), ""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(builder.handler(message -> {}).build()).hasToString("SqsListenerContainer[orders]");
  }
}
