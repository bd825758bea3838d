package io.boto4j.spring.sqs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The messages of a request, by what must be processed one after the other. */
final class Sequences {
  private Sequences() {}

  /** Returns one list per group of a FIFO queue, otherwise one per message. */
  static List<List<SqsMessage>> of(List<SqsMessage> messages, boolean fifo) {
    List<List<SqsMessage>> sequences = new ArrayList<>();
    Map<String, List<SqsMessage>> byGroup = new LinkedHashMap<>();
    for (SqsMessage message : messages) {
      String group = fifo ? message.groupId() : null;
      if (group == null) {
        sequences.add(List.of(message));
      } else {
        byGroup.computeIfAbsent(group, key -> new ArrayList<>()).add(message);
      }
    }
    sequences.addAll(byGroup.values());
    return sequences;
  }
}
