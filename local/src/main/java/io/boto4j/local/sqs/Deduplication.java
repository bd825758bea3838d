package io.boto4j.local.sqs;

import io.boto4j.Structure;
import io.boto4j.Structures;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * The deduplication ids of a FIFO queue in the last five minutes. They outlive their messages. The
 * lock of the queue guards it.
 */
final class Deduplication {
  private static final long WINDOW_MILLIS = 300_000;

  /** The message that had an id first. */
  record Sent(String messageId, String sequenceNumber, long sentMillis) {}

  private final MVMap<String, Object> stored;

  /** In the order in which they were sent. */
  private final LinkedHashMap<String, Sent> sent = new LinkedHashMap<>();

  Deduplication(MVMap<String, Object> stored) {
    this.stored = stored;
    Map<String, Sent> read = new HashMap<>();
    for (Map.Entry<String, Object> entry : stored.entrySet()) {
      @SuppressWarnings("unchecked") // the document that remember() puts
      Structure document = Structures.of((Map<String, ?>) entry.getValue());
      Number time = document.number("sent");
      read.put(
          entry.getKey(),
          new Sent(
              Objects.requireNonNullElse(document.text("id"), ""),
              Objects.requireNonNullElse(document.text("sequence"), ""),
              time == null ? 0 : time.longValue()));
    }
    read.entrySet().stream()
        .sorted(java.util.Comparator.comparingLong(entry -> entry.getValue().sentMillis))
        .forEach(entry -> sent.put(entry.getKey(), entry.getValue()));
  }

  static String key(QueueAttributes attributes, String id, String group) {
    return "messageGroup".equals(attributes.get("DeduplicationScope")) ? group + "\u0000" + id : id;
  }

  /** Returns the message that was sent with the id in the last five minutes. */
  @Nullable Sent find(String key, long nowMillis) {
    while (!sent.isEmpty()) {
      Map.Entry<String, Sent> oldest = sent.entrySet().iterator().next();
      if (oldest.getValue().sentMillis > nowMillis - WINDOW_MILLIS) {
        break;
      }
      sent.remove(oldest.getKey());
      stored.remove(oldest.getKey());
    }
    return sent.get(key);
  }

  void remember(String key, Message message, long nowMillis) {
    Sent first = new Sent(message.content.id(), message.sequenceNumber(), nowMillis);
    sent.put(key, first);
    stored.put(
        key,
        Map.of("id", first.messageId, "sequence", first.sequenceNumber, "sent", first.sentMillis));
  }
}
