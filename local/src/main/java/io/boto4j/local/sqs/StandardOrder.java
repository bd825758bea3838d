package io.boto4j.local.sqs;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The order of a standard queue: the oldest visible message. */
final class StandardOrder implements MessageOrder {
  private final TreeMap<Long, Message> visible = new TreeMap<>();

  /** The place of the last message of this request; one with visibility 0 is not received twice. */
  private long last;

  @Override
  public void update(Message message) {
    if (message.state == Message.State.VISIBLE) {
      visible.put(message.place, message);
    } else {
      visible.remove(message.place);
    }
  }

  @Override
  public void remove(Message message) {
    visible.remove(message.place);
  }

  @Override
  public void begin() {
    last = Long.MIN_VALUE;
  }

  @Override
  public @Nullable Message next() {
    Map.Entry<Long, Message> entry = visible.higherEntry(last);
    if (entry == null) {
      return null;
    }
    last = entry.getKey();
    return entry.getValue();
  }
}
