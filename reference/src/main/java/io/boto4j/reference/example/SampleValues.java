package io.boto4j.reference.example;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Texts by the end of the name of a member: the table {@code sample-values.txt}. */
final class SampleValues {
  private static final Map<String, List<String>> BY_NAME = read();

  private SampleValues() {}

  private static Map<String, List<String>> read() {
    Map<String, List<String>> values = new HashMap<>();
    for (String row : TextTable.rows("sample-values.txt")) {
      int end = row.indexOf(' ');
      values
          .computeIfAbsent(row.substring(0, end), key -> new ArrayList<>())
          .add(row.substring(end + 1));
    }
    return Map.copyOf(values);
  }

  /** Returns the values for a name, those of the longest end first; empty if the list has none. */
  static List<String> of(String name) {
    String lower = name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    List<String> values = new ArrayList<>(BY_NAME.getOrDefault("^" + lower, List.of()));
    for (int start = 0; start < lower.length(); start++) {
      values.addAll(BY_NAME.getOrDefault(lower.substring(start), List.of()));
    }
    return values;
  }
}
