package io.boto4j.spring.sqs;

import io.boto4j.Structure;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A message that was received from a queue. Safe for use by multiple threads. */
public final class SqsMessage {
  private static final int MOST_SECONDS = 12 * 60 * 60;

  private final Structure content;
  private final Delivery delivery;
  private final AtomicReference<State> state = new AtomicReference<>(State.RECEIVED);

  private enum State {
    RECEIVED,
    ACKNOWLEDGED,
    RELEASED
  }

  SqsMessage(Structure content, Delivery delivery) {
    this.content = content;
    this.delivery = delivery;
  }

  /**
   * Returns the id of the message.
   *
   * @return the id, which is the same each time the message is delivered
   */
  public String id() {
    return Objects.requireNonNullElse(content.text("MessageId"), "");
  }

  /**
   * Returns the body of the message.
   *
   * @return the text
   */
  public String body() {
    return Objects.requireNonNullElse(content.text("Body"), "");
  }

  /**
   * Returns the group of a message of a FIFO queue.
   *
   * @return the group, or null
   */
  public @Nullable String groupId() {
    return systemAttribute("MessageGroupId");
  }

  /**
   * Returns how often the message has been delivered.
   *
   * @return the number, 1 for the first delivery
   */
  public int receiveCount() {
    String count = systemAttribute("ApproximateReceiveCount");
    return count == null ? 1 : Integer.parseInt(count);
  }

  /**
   * Returns an attribute that the sender has set, as a text.
   *
   * @param name the name
   * @return the text, or null if there is no such attribute or it is binary
   */
  public @Nullable String attribute(String name) {
    Structure attributes = content.structure("MessageAttributes");
    Structure attribute = attributes == null ? null : attributes.structure(name);
    return attribute == null ? null : attribute.text("StringValue");
  }

  private @Nullable String systemAttribute(String name) {
    Structure attributes = content.structure("Attributes");
    return attributes == null ? null : attributes.text(name);
  }

  /**
   * Returns everything that SQS has sent about the message.
   *
   * @return the structure {@code Message}
   */
  public Structure content() {
    return content;
  }

  String receiptHandle() {
    return Objects.requireNonNullElse(content.text("ReceiptHandle"), "");
  }

  /**
   * Acknowledges the message: it is deleted from the queue, together with others. Has no effect on
   * a message that was acknowledged or released already.
   */
  public void acknowledge() {
    if (state.compareAndSet(State.RECEIVED, State.ACKNOWLEDGED)) {
      delivery.delete(this);
    }
  }

  /**
   * Gives the message back: it is delivered again after a delay. Has no effect on a message that
   * was acknowledged or released already.
   *
   * @param delay the delay, from zero to 12 hours; a fraction of a second is cut off
   * @throws IllegalArgumentException if the delay is out of range
   */
  public void release(Duration delay) {
    if (delay.isNegative() || delay.toSeconds() > MOST_SECONDS) {
      throw new IllegalArgumentException(
          "The delay is " + delay + ", and must be between 0 and 12 hours");
    }
    if (state.compareAndSet(State.RECEIVED, State.RELEASED)) {
      delivery.release(this, (int) delay.toSeconds());
    }
  }

  boolean isAcknowledged() {
    return state.get() == State.ACKNOWLEDGED;
  }

  /** Returns the message as a parameter of a batch operation. */
  Map<String, Object> entry(int index) {
    return Map.of("Id", Integer.toString(index), "ReceiptHandle", receiptHandle());
  }

  /** Returns the id: bodies may be secret. */
  @Override
  public String toString() {
    return "SqsMessage[" + id() + "]";
  }
}
