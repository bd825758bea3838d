package io.boto4j.reference.example;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The optional members that examples of well-known operations set: a table. */
final class FurtherMembers {
  private static final Map<String, List<String>> BY_OPERATION = read();

  private FurtherMembers() {}

  private static Map<String, List<String>> read() {
    Map<String, List<String>> members = new HashMap<>();
    for (String row : TextTable.rows("further-members.txt")) {
      List<String> words = List.of(row.split(" ", -1));
      members.put(words.get(0) + " " + words.get(1), words.subList(2, words.size()));
    }
    return Map.copyOf(members);
  }

  static List<String> of(String service, String operation) {
    return BY_OPERATION.getOrDefault(service + " " + operation, List.of());
  }

  /** Returns the key of each row, for a test that compares them with the models. */
  static Map<String, List<String>> all() {
    return BY_OPERATION;
  }
}
