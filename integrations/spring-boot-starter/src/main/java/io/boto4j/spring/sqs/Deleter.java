package io.boto4j.spring.sqs;

import io.boto4j.Structure;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The thread that deletes acknowledged messages: as many as there are at a time, up to ten per
 * request.
 */
final class Deleter implements Runnable {
  private static final int BATCH = 10;
  private static final int MOST_ATTEMPTS = 3;

  private final Queue queue;
  private final Consumer<SqsMessage> done;
  private final Failures failures;
  private final LinkedBlockingQueue<Entry> entries = new LinkedBlockingQueue<>();
  private final Thread thread;

  /** Guarded by this. */
  private boolean closed;

  /** A message and the number of attempts to delete it; without a message, the end. */
  private record Entry(@Nullable SqsMessage message, int attempts) {}

  /**
   * Creates a deleter.
   *
   * @param done gets each message that was deleted, or that cannot be
   */
  Deleter(Queue queue, Consumer<SqsMessage> done) {
    this.queue = queue;
    this.done = done;
    this.failures = new Failures("delete messages of", queue.name());
    this.thread = new Thread(this, "boto4j-sqs-delete-" + queue.name());
  }

  void start() {
    thread.start();
  }

  /** Adds a message; after the end it is deleted at once, by the thread of the caller. */
  void add(SqsMessage message) {
    synchronized (this) {
      if (!closed) {
        entries.add(new Entry(message, 0));
        return;
      }
    }
    delete(List.of(new Entry(message, MOST_ATTEMPTS)));
  }

  /** Deletes what was added, and ends the thread. */
  void close(long millis) {
    synchronized (this) {
      closed = true;
      entries.add(new Entry(null, 0));
    }
    try {
      thread.join(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void run() {
    boolean ended = false;
    while (!ended || !entries.isEmpty()) {
      List<Entry> batch = next();
      ended |= batch.removeIf(each -> each.message == null);
      if (!batch.isEmpty()) {
        delete(batch);
      }
    }
  }

  private List<Entry> next() {
    List<Entry> batch = new ArrayList<>(BATCH);
    try {
      batch.add(entries.take());
      entries.drainTo(batch, BATCH - 1);
    } catch (InterruptedException e) {
      // Nobody interrupts this thread; if it happens, the loop looks again.
      Thread.onSpinWait();
    }
    return batch;
  }

  private void delete(List<Entry> batch) {
    List<SqsMessage> messages = new ArrayList<>();
    for (Entry each : batch) {
      if (each.message != null) {
        messages.add(each.message);
      }
    }
    List<Structure> failed;
    try {
      failed = queue.delete(messages);
      failures.succeeded();
    } catch (RuntimeException e) {
      failures.failed(e);
      batch.forEach(this::again);
      return;
    }
    boolean[] kept = new boolean[messages.size()];
    for (Structure each : failed) {
      int index = Integer.parseInt(String.valueOf(each.text("Id")));
      kept[index] = true;
      if (Boolean.TRUE.equals(each.bool("SenderFault"))) {
        giveUp(messages.get(index), String.valueOf(each.text("Code")));
      } else {
        again(batch.get(index));
      }
    }
    for (int i = 0; i < kept.length; i++) {
      if (!kept[i]) {
        done.accept(messages.get(i));
      }
    }
  }

  private void again(Entry entry) {
    SqsMessage message = entry.message;
    if (message == null) {
      return;
    }
    if (entry.attempts + 1 < MOST_ATTEMPTS) {
      entries.add(new Entry(message, entry.attempts + 1));
    } else {
      giveUp(message, "the attempts failed");
    }
  }

  private void giveUp(SqsMessage message, String reason) {
    done.accept(message);
    Failures.log().log(
        Level.WARNING,
        "{0} of {1} was processed but could not be deleted ({2}); it is delivered again",
        message,
        queue,
        reason);
  }
}
