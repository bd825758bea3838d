package io.boto4j.spring.sqs;

/** A function that processes one message. It is called by several threads at the same time. */
@FunctionalInterface
public interface SqsMessageHandler {
  /**
   * Processes a message.
   *
   * @param message the message
   * @throws Exception if processing fails; the message is then not acknowledged, unless the mode is
   *     {@link AcknowledgementMode#ALWAYS}
   */
  void handle(SqsMessage message) throws Exception;
}
