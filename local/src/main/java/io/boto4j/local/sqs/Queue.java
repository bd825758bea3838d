package io.boto4j.local.sqs;

import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A queue and its messages, in memory and in the store.
 *
 * <p>All methods except the accessors of names are called with the lock held. Methods that change
 * what is stored are called within a write of the store; the lock is taken inside the write, never
 * the other way round.
 */
final class Queue {
  /** The most messages in flight. */
  static final int MOST_IN_FLIGHT = 120_000;

  private static final long MILLIS = 1000;

  final String name;
  final String arn;
  private final EngineContext context;
  final long createdSeconds;
  final ReentrantLock lock = new ReentrantLock();
  final Condition changed = lock.newCondition();
  final MessageOrder order;
  final Deduplication deduplication;
  final ReceiveAttempts attempts = new ReceiveAttempts();

  private final MVMap<String, Object> stored;
  private final TreeMap<Long, Message> messages = new TreeMap<>();
  private final TreeSet<Message> hidden =
      new TreeSet<>(
          Comparator.<Message>comparingLong(each -> each.visibleAtMillis)
              .thenComparingLong(each -> each.place));
  private final TreeSet<Message> byAge =
      new TreeSet<>(
          Comparator.<Message>comparingLong(each -> each.sentMillis)
              .thenComparingLong(each -> each.place));
  private int inFlight;
  private long lastPlace;

  private QueueAttributes attributes;
  private @Nullable RedrivePolicy redrivePolicy;
  private Map<String, String> tags;
  private long modifiedSeconds;
  private boolean deleted;

  Queue(EngineContext context, String name, Structure document) {
    this.name = name;
    this.arn =
        "arn:"
            + partition(context.region())
            + ":sqs:"
            + context.region()
            + ":"
            + context.account()
            + ":"
            + name;
    this.context = context;
    this.createdSeconds = number(document, "created");
    this.modifiedSeconds = number(document, "modified");
    this.attributes = QueueAttributes.stored(document.map("attributes"));
    this.tags = new TreeMap<>();
    document.map("tags").forEach((key, value) -> tags.put(key, String.valueOf(value)));
    this.redrivePolicy = policyOf(attributes);
    this.order = attributes.isFifo() ? new FifoOrder() : new StandardOrder();
    this.stored = context.store().map(mapName(name));
    this.deduplication = new Deduplication(context.store().map(deduplicationMapName(name)));
    for (Map.Entry<String, Object> entry : stored.entrySet()) {
      @SuppressWarnings("unchecked") // the document of a message
      Map<String, ?> message = (Map<String, ?>) entry.getValue();
      insert(Message.of(entry.getKey(), message));
    }
  }

  /** Returns the URL of the queue at the address that the client used. */
  String url(EngineCall call) {
    String endpoint = call.endpoint().isEmpty() ? context.endpoint("sqs") : call.endpoint();
    return endpoint + "/" + context.account() + "/" + name;
  }

  static String partition(String region) {
    return region.startsWith("cn-")
        ? "aws-cn"
        : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
  }

  static String mapName(String queue) {
    return "messages/" + queue;
  }

  static String deduplicationMapName(String queue) {
    return "deduplication/" + queue;
  }

  private static long number(Structure document, String name) {
    Number number = document.number(name);
    return number == null ? 0 : number.longValue();
  }

  private static @Nullable RedrivePolicy policyOf(QueueAttributes attributes) {
    String text = attributes.get("RedrivePolicy");
    return text == null ? null : RedrivePolicy.read(text);
  }

  static Structure document(
      QueueAttributes attributes, Map<String, String> tags, long created, long modified) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("attributes", new LinkedHashMap<>(attributes.values()));
    document.put("tags", new LinkedHashMap<>(tags));
    document.put("created", created);
    document.put("modified", modified);
    return Structures.of(document);
  }

  Structure document() {
    return document(attributes, tags, createdSeconds, modifiedSeconds);
  }

  QueueAttributes attributes() {
    return attributes;
  }

  boolean isFifo() {
    return attributes.isFifo();
  }

  @Nullable RedrivePolicy redrivePolicy() {
    return redrivePolicy;
  }

  void setAttributes(QueueAttributes changed, long nowSeconds) {
    attributes = changed;
    redrivePolicy = policyOf(changed);
    modifiedSeconds = nowSeconds;
  }

  Map<String, String> tags() {
    return tags;
  }

  void setTags(Map<String, String> changed) {
    tags = new TreeMap<>(changed);
  }

  long modifiedSeconds() {
    return modifiedSeconds;
  }

  boolean isDeleted() {
    return deleted;
  }

  void delete() {
    deleted = true;
    changed.signalAll();
  }

  /** Adds a message, at the end. */
  Message add(Message.Content content, long sentMillis, long nowMillis, long delayMillis) {
    lastPlace = Math.max(lastPlace + 1, nowMillis * MILLIS);
    Message message = new Message(lastPlace, content, sentMillis);
    if (delayMillis > 0) {
      message.state = Message.State.DELAYED;
      message.visibleAtMillis = nowMillis + delayMillis;
    }
    insert(message);
    save(message);
    changed.signalAll();
    return message;
  }

  private void insert(Message message) {
    messages.put(message.place, message);
    byAge.add(message);
    lastPlace = Math.max(lastPlace, message.place);
    if (message.state != Message.State.VISIBLE) {
      hidden.add(message);
    }
    if (message.state == Message.State.IN_FLIGHT) {
      inFlight++;
    }
    order.update(message);
  }

  private void save(Message message) {
    stored.put(Message.key(message.place), message.document());
  }

  /**
   * Makes messages visible whose time has come, and drops those that have been kept long enough.
   */
  void settle(long nowMillis) {
    while (!hidden.isEmpty() && hidden.first().visibleAtMillis <= nowMillis) {
      move(hidden.first(), Message.State.VISIBLE, 0);
    }
    long oldest = nowMillis - attributes.number("MessageRetentionPeriod") * MILLIS;
    while (!byAge.isEmpty() && byAge.first().sentMillis <= oldest) {
      remove(byAge.first());
    }
  }

  private void move(Message message, Message.State state, long visibleAtMillis) {
    if (message.state != Message.State.VISIBLE) {
      hidden.remove(message);
    }
    if (message.state == Message.State.IN_FLIGHT) {
      inFlight--;
    }
    message.state = state;
    message.visibleAtMillis = visibleAtMillis;
    if (state != Message.State.VISIBLE) {
      hidden.add(message);
    }
    if (state == Message.State.IN_FLIGHT) {
      inFlight++;
    }
    order.update(message);
  }

  void remove(Message message) {
    if (messages.remove(message.place) == null) {
      return;
    }
    byAge.remove(message);
    hidden.remove(message);
    if (message.state == Message.State.IN_FLIGHT) {
      inFlight--;
    }
    order.remove(message);
    stored.remove(Message.key(message.place));
    changed.signalAll();
  }

  /** Removes all messages. */
  void purge() {
    new ArrayList<>(messages.values()).forEach(this::remove);
  }

  /** Marks a message as received, for a time. */
  void receive(Message message, long nowMillis, long timeoutMillis, String receipt) {
    message.receiveCount++;
    message.lastReceivedMillis = nowMillis;
    if (message.firstReceivedMillis == 0) {
      message.firstReceivedMillis = nowMillis;
    }
    message.receiptHandle = ReceiptHandle.write(arn, message.place, receipt);
    setVisibility(message, nowMillis, timeoutMillis);
  }

  /** Gives a message that was moved here the receive count that it had. */
  void continueCount(Message message, Message before) {
    message.receiveCount = before.receiveCount;
    message.firstReceivedMillis = before.firstReceivedMillis;
    save(message);
  }

  /** Hides a message for a time, or makes it visible at once. */
  void setVisibility(Message message, long nowMillis, long timeoutMillis) {
    if (timeoutMillis > 0) {
      move(message, Message.State.IN_FLIGHT, nowMillis + timeoutMillis);
    } else {
      move(message, Message.State.VISIBLE, 0);
      changed.signalAll();
    }
    save(message);
  }

  @Nullable Message message(long place) {
    return messages.get(place);
  }

  /** The messages in their order, as a copy. */
  List<Message> messages() {
    return new ArrayList<>(messages.values());
  }

  /** The time at which the next hidden message becomes visible, or {@code Long.MAX_VALUE}. */
  long nextVisibleMillis() {
    return hidden.isEmpty() ? Long.MAX_VALUE : hidden.first().visibleAtMillis;
  }

  int size() {
    return messages.size();
  }

  int inFlightCount() {
    return inFlight;
  }

  int delayedCount() {
    return hidden.size() - inFlight;
  }

  int visibleCount() {
    return messages.size() - hidden.size();
  }

  /** The value of an attribute of the queue, or null if it has none. */
  @Nullable String attribute(String attribute) {
    return switch (attribute) {
      case "QueueArn" -> arn;
      case "CreatedTimestamp" -> Long.toString(createdSeconds);
      case "LastModifiedTimestamp" -> Long.toString(modifiedSeconds);
      case "ApproximateNumberOfMessages" -> Integer.toString(visibleCount());
      case "ApproximateNumberOfMessagesNotVisible" -> Integer.toString(inFlightCount());
      case "ApproximateNumberOfMessagesDelayed" -> Integer.toString(delayedCount());
      default -> attributes.get(attribute);
    };
  }

  @Override
  public String toString() {
    return Objects.toString(arn);
  }
}
