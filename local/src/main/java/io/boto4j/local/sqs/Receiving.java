package io.boto4j.local.sqs;

import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** ReceiveMessage: long polling, visibility, dead letters. */
final class Receiving {
  private static final int MOST_MESSAGES = 10;
  private static final int LONGEST_WAIT = 20;
  private static final long MILLIS = 1000;

  private final Queues queues;

  Receiving(Queues queues) {
    this.queues = queues;
  }

  private record Request(
      int most,
      long timeoutMillis,
      @Nullable String attempt,
      Set<String> systemNames,
      List<String> attributeNames) {}

  Map<String, ?> receive(EngineCall call) {
    Structure input = call.input();
    Queue queue = queues.get(input.text("QueueUrl"));
    int most = Objects.requireNonNullElse(input.integer("MaxNumberOfMessages"), 1);
    if (most < 1 || most > MOST_MESSAGES) {
      throw SqsErrors.parameter(
          "MaxNumberOfMessages", most, "Must be between 1 and " + MOST_MESSAGES + ", if provided.");
    }
    Integer wait = input.integer("WaitTimeSeconds");
    if (wait != null && (wait < 0 || wait > LONGEST_WAIT)) {
      throw SqsErrors.parameter(
          "WaitTimeSeconds", wait, "Must be >= 0 and <= " + LONGEST_WAIT + ", if provided.");
    }
    Integer timeout = input.integer("VisibilityTimeout");
    if (timeout != null) {
      Visibility.check(timeout);
    }
    QueueAttributes attributes = queues.read(queue, queue::attributes);
    Set<String> systemNames = new HashSet<>(input.texts("AttributeNames"));
    systemNames.addAll(input.texts("MessageSystemAttributeNames"));
    Request request =
        new Request(
            most,
            (timeout == null ? attributes.number("VisibilityTimeout") : timeout) * MILLIS,
            input.text("ReceiveRequestAttemptId"),
            systemNames,
            input.texts("MessageAttributeNames"));
    long waitSeconds = wait == null ? attributes.number("ReceiveMessageWaitTimeSeconds") : wait;
    List<Map<String, Object>> messages = poll(queue, request, waitSeconds * MILLIS);
    return messages.isEmpty() ? Map.of() : Map.of("Messages", messages);
  }

  /**
   * Waits for messages until the time is over by the clock. Whoever adds a message or makes one
   * visible wakes this thread; so does the clock, when a hidden message becomes visible and at the
   * end of the time.
   */
  private List<Map<String, Object>> poll(Queue queue, Request request, long waitMillis) {
    long end = queues.nowMillis() + waitMillis;
    long wakeAt = Long.MAX_VALUE;
    boolean again = request.attempt != null;
    while (true) {
      if (again || queues.read(queue, () -> isReady(queue))) {
        again = false;
        List<Map<String, Object>> messages = take(queue, request, waitMillis > 0);
        if (!messages.isEmpty()) {
          return messages;
        }
      }
      queue.lock.lock();
      try {
        queue.settle(queues.nowMillis());
        long now = queues.nowMillis();
        if (now >= end
            || queue.isDeleted()
            || queues.isClosed()
            || Thread.currentThread().isInterrupted()) {
          return List.of();
        }
        if (isReady(queue) && queue.inFlightCount() < Queue.MOST_IN_FLIGHT) {
          continue;
        }
        long next = Math.min(end, queue.nextVisibleMillis());
        if (next < wakeAt || wakeAt <= now) {
          wakeAt = next;
          queues.context.schedule(
              Duration.ofMillis(Math.max(1, next - now)), () -> Queues.wake(queue));
        }
        queue.changed.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return List.of();
      } finally {
        queue.lock.unlock();
      }
    }
  }

  private static boolean isReady(Queue queue) {
    queue.order.begin();
    return queue.order.next() != null
        && (queue.inFlightCount() < Queue.MOST_IN_FLIGHT || !queue.isFifo());
  }

  private List<Map<String, Object>> take(Queue queue, Request request, boolean longPoll) {
    List<Map<String, Object>> received = new ArrayList<>();
    queues
        .context
        .store()
        .write(
            () -> {
              List<Message> dead = new ArrayList<>();
              queues.read(
                  queue,
                  () -> {
                    for (Message message : choose(queue, request, longPoll, dead)) {
                      received.add(answer(queue, message, request));
                    }
                    return true;
                  });
              bury(queue, dead);
              return true;
            });
    return received;
  }

  /**
   * Receives messages; those that were received too often are removed, for the dead-letter queue.
   */
  private List<Message> choose(Queue queue, Request request, boolean longPoll, List<Message> dead) {
    long now = queues.nowMillis();
    List<Message> chosen = new ArrayList<>();
    if (queue.isFifo()) {
      for (Message message : queue.attempts.find(request.attempt, queue, now)) {
        queue.setVisibility(message, now, request.timeoutMillis);
        chosen.add(message);
      }
      if (!chosen.isEmpty()) {
        return chosen;
      }
    }
    RedrivePolicy policy = queue.redrivePolicy();
    boolean hasTarget = policy != null && queues.findByArn(policy.targetArn()) != null;
    queue.order.begin();
    while (chosen.size() < request.most) {
      Message message = queue.order.next();
      if (message == null) {
        break;
      }
      if (policy != null && hasTarget && message.receiveCount >= policy.maxReceiveCount()) {
        queue.remove(message);
        dead.add(message);
        continue;
      }
      if (queue.inFlightCount() >= Queue.MOST_IN_FLIGHT) {
        if (chosen.isEmpty() && !longPoll && !queue.isFifo()) {
          throw SqsErrors.overLimit(
              "The maximum number of in flight messages is reached: " + Queue.MOST_IN_FLIGHT + ".");
        }
        break;
      }
      queue.receive(message, now, request.timeoutMillis, UUID.randomUUID().toString());
      chosen.add(message);
    }
    if (queue.isFifo() && request.attempt != null && !chosen.isEmpty()) {
      queue.attempts.remember(request.attempt, chosen, now);
    }
    return chosen;
  }

  /** Puts messages in the dead-letter queue. The lock of their queue is no longer held. */
  private void bury(Queue source, List<Message> dead) {
    RedrivePolicy policy = source.redrivePolicy();
    Queue target = policy == null || dead.isEmpty() ? null : queues.findByArn(policy.targetArn());
    if (target == null) {
      return;
    }
    queues.read(
        target,
        () -> {
          long now = queues.nowMillis();
          for (Message message : dead) {
            // A standard queue keeps the time of sending, a FIFO queue begins it again.
            Message moved =
                target.add(
                    message.content.withDeadLetterSource(source.arn),
                    target.isFifo() ? now : message.sentMillis,
                    now,
                    0);
            target.continueCount(moved, message);
          }
          return true;
        });
  }

  private static Map<String, Object> answer(Queue queue, Message message, Request request) {
    Message.Content content = message.content;
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("MessageId", content.id());
    answer.put("ReceiptHandle", message.receiptHandle);
    answer.put("MD5OfBody", MessageAttributes.md5(content.body()));
    answer.put("Body", content.body());
    Map<String, String> system = systemAttributes(queue, message, request.systemNames);
    if (!system.isEmpty()) {
      answer.put("Attributes", system);
    }
    Map<String, Attribute> attributes =
        MessageAttributes.selected(content.attributes(), request.attributeNames);
    if (!attributes.isEmpty()) {
      answer.put("MD5OfMessageAttributes", MessageAttributes.md5(attributes));
      answer.put("MessageAttributes", Attribute.documents(attributes));
    }
    return answer;
  }

  private static Map<String, String> systemAttributes(
      Queue queue, Message message, Set<String> wanted) {
    Map<String, String> attributes = new LinkedHashMap<>();
    if (wanted.isEmpty()) {
      return attributes;
    }
    Message.Content content = message.content;
    put(attributes, "SenderId", content.sender());
    put(attributes, "SentTimestamp", Long.toString(message.sentMillis));
    put(attributes, "ApproximateReceiveCount", Integer.toString(message.receiveCount));
    put(attributes, "ApproximateFirstReceiveTimestamp", Long.toString(message.firstReceivedMillis));
    put(attributes, "SequenceNumber", queue.isFifo() ? message.sequenceNumber() : null);
    put(attributes, "MessageDeduplicationId", content.deduplicationId());
    put(attributes, "MessageGroupId", content.group());
    put(attributes, "AWSTraceHeader", content.traceHeader());
    put(attributes, "DeadLetterQueueSourceArn", content.deadLetterSource());
    if (!wanted.contains("All")) {
      attributes.keySet().retainAll(wanted);
    }
    return attributes;
  }

  private static void put(Map<String, String> attributes, String name, @Nullable String value) {
    if (value != null) {
      attributes.put(name, value);
    }
  }
}
