package io.boto4j.spring.sqs;

import io.boto4j.Client;
import io.boto4j.Structure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A queue, with the calls that a container makes. */
record Queue(Client sqs, String url) {
  private static final int BATCH = 10;

  /** Finds a queue by its name, or takes its URL. */
  static Queue of(Client sqs, String nameOrUrl) {
    if (nameOrUrl.startsWith("https://") || nameOrUrl.startsWith("http://")) {
      return new Queue(sqs, nameOrUrl);
    }
    Structure found = sqs.call("GetQueueUrl", Map.of("QueueName", nameOrUrl));
    return new Queue(sqs, String.valueOf(found.text("QueueUrl")));
  }

  boolean isFifo() {
    return url.endsWith(".fifo");
  }

  /** The last part of the URL, for logs. */
  String name() {
    return url.substring(url.lastIndexOf('/') + 1);
  }

  int visibilitySeconds() {
    Structure attributes =
        sqs.call(
                "GetQueueAttributes",
                Map.of("QueueUrl", url, "AttributeNames", List.of("VisibilityTimeout")))
            .structure("Attributes");
    String seconds = attributes == null ? null : attributes.text("VisibilityTimeout");
    return seconds == null ? 30 : Integer.parseInt(seconds);
  }

  /** Receives up to ten messages, and waits for the first. */
  List<Structure> receive(int most, long waitSeconds, @Nullable Integer visibilitySeconds) {
    Map<String, Object> input = new HashMap<>();
    input.put("QueueUrl", url);
    input.put("MaxNumberOfMessages", Math.min(most, BATCH));
    input.put("WaitTimeSeconds", waitSeconds);
    input.put("MessageSystemAttributeNames", List.of("All"));
    input.put("MessageAttributeNames", List.of("All"));
    if (visibilitySeconds != null) {
      input.put("VisibilityTimeout", visibilitySeconds);
    }
    return sqs.call("ReceiveMessage", input).structures("Messages");
  }

  void release(SqsMessage message, int seconds) {
    sqs.call(
        "ChangeMessageVisibility",
        Map.of(
            "QueueUrl", url,
            "ReceiptHandle", message.receiptHandle(),
            "VisibilityTimeout", seconds));
  }

  /** Extends the visibility timeouts of any number of messages. */
  void extend(List<SqsMessage> messages, int seconds) {
    for (int from = 0; from < messages.size(); from += BATCH) {
      List<SqsMessage> part = messages.subList(from, Math.min(from + BATCH, messages.size()));
      List<Map<String, Object>> entries = new ArrayList<>();
      for (int i = 0; i < part.size(); i++) {
        Map<String, Object> entry = new HashMap<>(part.get(i).entry(i));
        entry.put("VisibilityTimeout", seconds);
        entries.add(entry);
      }
      // A message that was deleted at the same time fails, as it may.
      sqs.call("ChangeMessageVisibilityBatch", Map.of("QueueUrl", url, "Entries", entries));
    }
  }

  /** Deletes up to ten messages, and returns the failures. */
  List<Structure> delete(List<SqsMessage> messages) {
    List<Map<String, Object>> entries = new ArrayList<>();
    for (int i = 0; i < messages.size(); i++) {
      entries.add(messages.get(i).entry(i));
    }
    return sqs.call("DeleteMessageBatch", Map.of("QueueUrl", url, "Entries", entries))
        .structures("Failed");
  }

  @Override
  public String toString() {
    return name();
  }
}
