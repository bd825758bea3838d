package io.boto4j.spring.sqs;

import java.time.Duration;
import java.util.List;

/** The processing of one message, of messages one after the other, or of a batch. */
final class Processing implements Runnable {
  private final Listening listening;
  private final ListenerOptions options;
  private final List<SqsMessage> messages;

  /** Whether the flag of the thread is restored at the end: until then there may be calls. */
  private boolean interrupted;

  Processing(Listening listening, ListenerOptions options, List<SqsMessage> messages) {
    this.listening = listening;
    this.options = options;
    this.messages = messages;
  }

  @Override
  public void run() {
    try {
      if (options.isBatch()) {
        process(messages);
      } else {
        processOneByOne();
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void processOneByOne() {
    int begun = 0;
    try {
      boolean goOn = true;
      while (goOn && begun < messages.size()) {
        begun++;
        goOn = process(messages.subList(begun - 1, begun));
      }
    } finally {
      giveBack(messages.subList(begun, messages.size()));
    }
  }

  /** Gives all messages back: no thread processes them. */
  void giveBack() {
    giveBack(messages);
  }

  private void giveBack(List<SqsMessage> left) {
    for (SqsMessage message : left) {
      message.release(Duration.ZERO);
      listening.processed(message);
    }
  }

  /** Calls the handler; whether all messages were acknowledged, so that later ones may follow. */
  private boolean process(List<SqsMessage> now) {
    if (listening.isStopping()) {
      giveBack(now);
      return false;
    }
    try {
      handle(now);
      return now.stream().allMatch(SqsMessage::isAcknowledged);
    } finally {
      now.forEach(listening::processed);
    }
  }

  private void handle(List<SqsMessage> now) {
    boolean acknowledge = options.mode() == AcknowledgementMode.ALWAYS;
    try {
      options.handler().handle(now);
      acknowledge = options.mode() != AcknowledgementMode.MANUAL;
    } catch (Exception e) {
      interrupted |= e instanceof InterruptedException;
      listening.failed(now, e);
    } finally {
      if (acknowledge) {
        now.forEach(SqsMessage::acknowledge);
      }
    }
  }
}
