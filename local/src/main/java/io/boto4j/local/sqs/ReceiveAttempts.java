package io.boto4j.local.sqs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The ids of requests to receive from a FIFO queue in the last five minutes. A request that is sent
 * again gets the same messages. The lock of the queue guards it.
 */
final class ReceiveAttempts {
  private static final long WINDOW_MILLIS = 300_000;

  private record Attempt(long millis, Map<Long, String> handles) {}

  private final LinkedHashMap<String, Attempt> attempts = new LinkedHashMap<>();

  void remember(String id, List<Message> messages, long nowMillis) {
    Map<Long, String> handles = new LinkedHashMap<>();
    messages.forEach(message -> handles.put(message.place, message.receiptHandle));
    attempts.remove(id);
    attempts.put(id, new Attempt(nowMillis, handles));
  }

  /** Returns the messages of an attempt, if all of them are in flight as they were. */
  List<Message> find(@Nullable String id, Queue queue, long nowMillis) {
    while (!attempts.isEmpty()) {
      Map.Entry<String, Attempt> oldest = attempts.entrySet().iterator().next();
      if (oldest.getValue().millis > nowMillis - WINDOW_MILLIS) {
        break;
      }
      attempts.remove(oldest.getKey());
    }
    Attempt attempt = id == null ? null : attempts.get(id);
    if (attempt == null) {
      return List.of();
    }
    List<Message> messages = new java.util.ArrayList<>();
    for (Map.Entry<Long, String> entry : attempt.handles.entrySet()) {
      Message message = queue.message(entry.getKey());
      if (message == null
          || message.state != Message.State.IN_FLIGHT
          || !message.receiptHandle.equals(entry.getValue())) {
        return List.of();
      }
      messages.add(message);
    }
    return messages;
  }
}
