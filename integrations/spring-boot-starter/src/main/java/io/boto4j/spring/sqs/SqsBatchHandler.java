package io.boto4j.spring.sqs;

import java.util.List;

/**
 * A function that processes several messages together. Several threads call it at the same time.
 */
@FunctionalInterface
public interface SqsBatchHandler {
  /**
   * Processes messages.
   *
   * <p>If only some of them can be processed, acknowledge these and throw an exception: the others
   * are delivered again.
   *
   * @param messages at least one message and at most ten, in the order of the queue; unmodifiable
   * @throws Exception if processing fails
   */
  void handle(List<SqsMessage> messages) throws Exception;
}
