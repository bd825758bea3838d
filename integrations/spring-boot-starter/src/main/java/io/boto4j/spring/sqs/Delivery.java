package io.boto4j.spring.sqs;

/** The container's side of a message. */
interface Delivery {
  /** Deletes a message, soon. */
  void delete(SqsMessage message);

  /** Makes a message visible after some seconds. A failure is logged. */
  void release(SqsMessage message, int seconds);
}
