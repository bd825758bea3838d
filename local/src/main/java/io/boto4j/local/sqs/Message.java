package io.boto4j.local.sqs;

import io.boto4j.Structure;
import io.boto4j.Structures;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message in a queue. What was sent never changes; the rest is guarded by the lock of the queue.
 */
final class Message {
  /** The states of a message. */
  enum State {
    DELAYED,
    VISIBLE,
    IN_FLIGHT
  }

  /** The part of a message that never changes. */
  record Content(
      String id,
      String body,
      Map<String, Attribute> attributes,
      @Nullable String traceHeader,
      String sender,
      @Nullable String group,
      @Nullable String deduplicationId,
      @Nullable String deadLetterSource) {
    Content withDeadLetterSource(@Nullable String source) {
      return new Content(id, body, attributes, traceHeader, sender, group, deduplicationId, source);
    }

    Content withId(String newId) {
      return new Content(
          newId, body, attributes, traceHeader, sender, group, deduplicationId, null);
    }
  }

  /** The place in the queue, which is also the sequence number. */
  final long place;

  final Content content;
  final long sentMillis;
  State state = State.VISIBLE;

  /** The time at which a message that is delayed or in flight becomes visible. */
  long visibleAtMillis;

  int receiveCount;
  long firstReceivedMillis;
  long lastReceivedMillis;

  /** The last receipt handle, or an empty text. */
  String receiptHandle = "";

  Message(long place, Content content, long sentMillis) {
    this.place = place;
    this.content = content;
    this.sentMillis = sentMillis;
  }

  /** The group; an empty text for a message that has none. */
  String group() {
    return content.group == null ? "" : content.group;
  }

  String sequenceNumber() {
    return "1885" + String.format("%016d", place);
  }

  /** The key in the store. */
  static String key(long place) {
    return String.format("%019d", place);
  }

  /** The document in the store. */
  Map<String, Object> document() {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("id", content.id);
    document.put("body", content.body);
    document.put("attributes", Attribute.documents(content.attributes));
    document.put("trace", content.traceHeader);
    document.put("sender", content.sender);
    document.put("group", content.group);
    document.put("deduplication", content.deduplicationId);
    document.put("source", content.deadLetterSource);
    document.put("sent", sentMillis);
    document.put("state", state.name());
    document.put("visibleAt", visibleAtMillis);
    document.put("count", (long) receiveCount);
    document.put("first", firstReceivedMillis);
    document.put("last", lastReceivedMillis);
    document.put("handle", receiptHandle);
    document.values().removeIf(Objects::isNull);
    @SuppressWarnings("unchecked") // no value is null any more
    Map<String, Object> plain = (Map<String, Object>) (Map<String, ?>) document;
    return plain;
  }

  static Message of(String key, Map<String, ?> stored) {
    Structure document = Structures.of(stored);
    Content content =
        new Content(
            text(document, "id"),
            text(document, "body"),
            Attribute.all(document.structureMap("attributes")),
            document.text("trace"),
            text(document, "sender"),
            document.text("group"),
            document.text("deduplication"),
            document.text("source"));
    Message message = new Message(Long.parseLong(key), content, number(document, "sent"));
    message.state = State.valueOf(text(document, "state"));
    message.visibleAtMillis = number(document, "visibleAt");
    message.receiveCount = (int) number(document, "count");
    message.firstReceivedMillis = number(document, "first");
    message.lastReceivedMillis = number(document, "last");
    message.receiptHandle = text(document, "handle");
    return message;
  }

  private static String text(Structure document, String name) {
    return Objects.requireNonNullElse(document.text(name), "");
  }

  private static long number(Structure document, String name) {
    Number number = document.number(name);
    return number == null ? 0 : number.longValue();
  }
}
