package io.boto4j.local.sqs;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.boto4j.local.engine.EngineException;
import java.util.Base64;

/**
 * The content of a receipt handle. It is opaque to clients; the place finds the message without an
 * index, also after a restart.
 *
 * @param queueArn the queue
 * @param place the place of the message in the queue
 */
record ReceiptHandle(String queueArn, long place) {
  static String write(String queueArn, long place, String receipt) {
    String text = receipt + " " + queueArn + " " + place;
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  /**
   * Reads a handle.
   *
   * @throws EngineException if it is not a handle of the queue
   */
  static ReceiptHandle read(String handle, String queueArn) {
    try {
      String[] parts = new String(Base64.getDecoder().decode(handle), UTF_8).split(" ", -1);
      if (parts.length == 3 && parts[1].equals(queueArn)) {
        return new ReceiptHandle(parts[1], Long.parseLong(parts[2]));
      }
    } catch (IllegalArgumentException e) {
      // Not a handle at all: the same error.
      throw SqsErrors.receiptHandle();
    }
    throw SqsErrors.receiptHandle();
  }
}
