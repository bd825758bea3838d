package io.boto4j.local.sqs;

import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Operations with a receipt handle, which change the visibility of a message or delete it. */
final class Visibility {
  private static final int LONGEST_SECONDS = 43_200;
  private static final long MILLIS = 1000;

  private final Queues queues;

  Visibility(Queues queues) {
    this.queues = queues;
  }

  static void check(int seconds) {
    if (seconds < 0 || seconds > LONGEST_SECONDS) {
      throw SqsErrors.parameter(
          "VisibilityTimeout",
          seconds,
          "Must be >= 0 and <= " + LONGEST_SECONDS + ", if provided.");
    }
  }

  Map<String, ?> change(EngineCall call) {
    Queue queue = queues.get(call.input().text("QueueUrl"));
    return queues.write(queue, () -> change(queue, call.input()));
  }

  Map<String, ?> changeBatch(EngineCall call) {
    Queue queue = queues.get(call.input().text("QueueUrl"));
    List<Structure> entries = call.input().structures("Entries");
    Batch.check(entries, "ChangeMessageVisibilityBatchRequestEntry");
    return queues.write(queue, () -> Batch.run(entries, entry -> change(queue, entry)));
  }

  private Map<String, Object> change(Queue queue, Structure input) {
    int seconds = Objects.requireNonNullElse(input.integer("VisibilityTimeout"), 0);
    String handle = Objects.requireNonNullElse(input.text("ReceiptHandle"), "");
    check(seconds);
    Message message = queue.message(ReceiptHandle.read(handle, queue.arn).place());
    long now = queues.nowMillis();
    if (message == null) {
      throw SqsErrors.parameter(
          "ReceiptHandle",
          handle,
          "Message does not exist or is not available for visibility timeout change.");
    }
    checkFresh(queue, message, handle);
    if (message.state != Message.State.IN_FLIGHT) {
      throw new EngineException("MessageNotInflight", "The specified message isn't in flight.");
    }
    if (now + seconds * MILLIS - message.lastReceivedMillis > LONGEST_SECONDS * MILLIS) {
      throw SqsErrors.parameter(
          "VisibilityTimeout",
          seconds,
          "Total VisibilityTimeout for the message is beyond the limit ["
              + LONGEST_SECONDS
              + " seconds]");
    }
    queue.setVisibility(message, now, seconds * MILLIS);
    return Map.of();
  }

  /** A FIFO queue accepts only the last handle, and only while the message is in flight. */
  private static void checkFresh(Queue queue, Message message, String handle) {
    if (queue.isFifo()
        && (message.state != Message.State.IN_FLIGHT || !message.receiptHandle.equals(handle))) {
      throw SqsErrors.parameter("ReceiptHandle", handle, "The receipt handle has expired.");
    }
  }

  Map<String, ?> delete(EngineCall call) {
    Queue queue = queues.get(call.input().text("QueueUrl"));
    String handle = call.input().text("ReceiptHandle");
    return queues.write(queue, () -> delete(queue, handle));
  }

  Map<String, ?> deleteBatch(EngineCall call) {
    Queue queue = queues.get(call.input().text("QueueUrl"));
    List<Structure> entries = call.input().structures("Entries");
    Batch.check(entries, "DeleteMessageBatchRequestEntry");
    return queues.write(
        queue, () -> Batch.run(entries, entry -> deleteEntry(queue, entry.text("ReceiptHandle"))));
  }

  private static Map<String, Object> deleteEntry(Queue queue, @Nullable String handle) {
    try {
      return delete(queue, handle);
    } catch (EngineException e) {
      if (e.code().equals("ReceiptHandleIsInvalid")) {
        throw new EngineException(
            e.code(), "The input receipt handle \"" + handle + "\" is not a valid receipt handle.");
      }
      throw e;
    }
  }

  /** Deletes a message. If the message no longer exists, the call succeeds. */
  private static Map<String, Object> delete(Queue queue, @Nullable String handle) {
    if (handle == null || handle.isEmpty()) {
      throw SqsErrors.missing("ReceiptHandle");
    }
    Message message = queue.message(ReceiptHandle.read(handle, queue.arn).place());
    if (message != null) {
      checkFresh(queue, message, handle);
      queue.remove(message);
    }
    return Map.of();
  }
}
