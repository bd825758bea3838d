package io.boto4j.spring.sqs;

/**
 * A function that decides what becomes of a message whose handler has failed. It may {@linkplain
 * SqsMessage#acknowledge acknowledge} the message, which drops it, or {@linkplain
 * SqsMessage#release release} it. Otherwise the message is delivered again after its visibility
 * timeout, until the redrive policy of the queue moves it to the dead-letter queue.
 */
@FunctionalInterface
public interface SqsErrorHandler {
  /**
   * Handles a failure.
   *
   * @param message the message
   * @param failure the exception of the handler
   */
  void failed(SqsMessage message, Exception failure);
}
