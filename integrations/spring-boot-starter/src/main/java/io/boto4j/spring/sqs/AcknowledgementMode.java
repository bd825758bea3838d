package io.boto4j.spring.sqs;

/** The time at which a message is acknowledged, which deletes it from the queue. */
public enum AcknowledgementMode {
  /** After the handler has returned. A message whose handler fails is delivered again. */
  ON_SUCCESS,

  /**
   * After the handler has returned or failed: no message is delivered again because of a failure.
   */
  ALWAYS,

  /** By {@link SqsMessage#acknowledge}, which the handler calls, and only by that. */
  MANUAL
}
