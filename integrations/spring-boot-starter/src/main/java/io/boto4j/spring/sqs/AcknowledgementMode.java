package io.boto4j.spring.sqs;

/** The time at which a message is acknowledged, which deletes it from the queue. */
public enum AcknowledgementMode {
  /** When the handler returns. A message whose handler fails is delivered again. */
  ON_SUCCESS,

  /** When the handler returns or fails: no message is delivered again because of a failure. */
  ALWAYS,

  /** When the handler calls {@link SqsMessage#acknowledge}, and only then. */
  MANUAL
}
