package io.boto4j.local.sns;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.boto4j.Structure;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.table.Table;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The order of FIFO topics, and their deduplication within five minutes. */
final class FifoTopics {
  private static final Duration WINDOW = Duration.ofMinutes(5);

  /** A message that was accepted. */
  record Accepted(String messageId, String sequenceNumber) {}

  private final EngineContext context;
  private final Table sequences;
  private final Table deduplication;
  private final Map<String, Object> locks = new ConcurrentHashMap<>();

  FifoTopics(EngineContext context) {
    this.context = context;
    this.sequences = new Table(context.store(), "sequences");
    this.deduplication = new Table(context.store(), "deduplication");
    deduplication
        .all("")
        .forEach(
            (key, sent) -> {
              if (!isRecent(sent)) {
                deduplication.remove(key);
              }
            });
  }

  private boolean isRecent(Structure sent) {
    Instant time = sent.instant("time");
    return time != null && time.plus(WINDOW).isAfter(context.clock().instant());
  }

  /**
   * Accepts a message and delivers it, unless it is a duplicate. Messages of a topic keep their
   * order.
   */
  Map<String, ?> publish(String topicArn, String deduplicationKey, Consumer<Accepted> deliver) {
    String key = topicArn + "\u0000" + deduplicationKey;
    synchronized (locks.computeIfAbsent(topicArn, name -> new Object())) {
      Structure earlier = deduplication.get(key);
      if (earlier != null && isRecent(earlier)) {
        return answer(
            new Accepted(
                Objects.requireNonNullElse(earlier.text("id"), ""),
                Objects.requireNonNullElse(earlier.text("sequence"), "")));
      }
      Accepted accepted = accept(topicArn, key);
      deliver.accept(accepted);
      context.schedule(WINDOW, () -> deduplication.remove(key));
      return answer(accepted);
    }
  }

  private Accepted accept(String topicArn, String key) {
    Structure last = sequences.get(topicArn);
    Number number = last == null ? null : last.number("last");
    long next = number == null ? 0 : number.longValue() + 1;
    Accepted accepted = new Accepted(UUID.randomUUID().toString(), String.format("1%019d", next));
    Map<String, Object> sent = new LinkedHashMap<>();
    sent.put("id", accepted.messageId);
    sent.put("sequence", accepted.sequenceNumber);
    sent.put("time", context.clock().instant());
    sequences.write(
        () -> {
          sequences.put(topicArn, Map.of("last", next));
          deduplication.put(key, sent);
        });
    return accepted;
  }

  private static Map<String, ?> answer(Accepted accepted) {
    return Map.of("MessageId", accepted.messageId, "SequenceNumber", accepted.sequenceNumber);
  }

  static String digest(String message) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(message.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has it
    }
  }
}
