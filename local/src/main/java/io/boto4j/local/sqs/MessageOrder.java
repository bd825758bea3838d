package io.boto4j.local.sqs;

import org.jspecify.annotations.Nullable;

/** Which message is received next. The lock of the queue guards it. */
interface MessageOrder {
  /** Accepts a message in any state, or notes that its state has changed. */
  void update(Message message);

  /** Forgets a message. */
  void remove(Message message);

  /** Begins a request to receive messages. */
  void begin();

  /**
   * Returns the next message that is visible, without a change of its state; null if there is none.
   */
  @Nullable Message next();
}
