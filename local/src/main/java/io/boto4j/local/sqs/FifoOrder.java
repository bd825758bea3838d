package io.boto4j.local.sqs;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The order of a FIFO queue: as many messages of one group as there are, then the next group. A
 * group is closed while a message of it is in flight from an earlier request, or its first is
 * delayed.
 */
final class FifoOrder implements MessageOrder {
  private final Map<String, Group> groups = new HashMap<>();

  /** The groups that are open, by the place of their first message. */
  private final TreeMap<Long, Group> open = new TreeMap<>();

  /** The group of this request, its last place, and the groups this request has been through. */
  private @Nullable Group current;

  private long last;
  private final Set<Group> done = new HashSet<>();

  private static final class Group {
    final TreeMap<Long, Message> messages = new TreeMap<>();
    final Set<Long> inFlight = new HashSet<>();
    @Nullable Long listedAt;
  }

  @Override
  public void update(Message message) {
    Group group = groups.computeIfAbsent(message.group(), name -> new Group());
    group.messages.put(message.place, message);
    if (message.state == Message.State.IN_FLIGHT) {
      group.inFlight.add(message.place);
    } else {
      group.inFlight.remove(message.place);
    }
    list(group);
  }

  @Override
  public void remove(Message message) {
    Group group = groups.get(message.group());
    if (group == null) {
      return;
    }
    group.messages.remove(message.place);
    group.inFlight.remove(message.place);
    list(group);
    if (group.messages.isEmpty()) {
      groups.remove(message.group());
    }
  }

  private void list(Group group) {
    if (group.listedAt != null) {
      open.remove(group.listedAt);
      group.listedAt = null;
    }
    if (!group.messages.isEmpty()
        && group.inFlight.isEmpty()
        && group.messages.firstEntry().getValue().state == Message.State.VISIBLE) {
      group.listedAt = group.messages.firstKey();
      open.put(group.listedAt, group);
    }
  }

  @Override
  public void begin() {
    current = null;
    done.clear();
  }

  @Override
  public @Nullable Message next() {
    while (true) {
      Group group = current;
      if (group == null) {
        group =
            open.values().stream().filter(each -> !done.contains(each)).findFirst().orElse(null);
        if (group == null) {
          return null;
        }
        current = group;
        last = Long.MIN_VALUE;
        done.add(group);
      }
      Map.Entry<Long, Message> entry = group.messages.higherEntry(last);
      if (entry != null && entry.getValue().state == Message.State.VISIBLE) {
        last = entry.getKey();
        return entry.getValue();
      }
      current = null;
    }
  }
}
