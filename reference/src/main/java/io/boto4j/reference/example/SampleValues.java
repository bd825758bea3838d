package io.boto4j.reference.example;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Texts by the end of the name of a member: the table {@code sample-values.txt}. */
final class SampleValues {
  private static final String FILE = "sample-values.txt";
  private static final Map<String, List<String>> BY_NAME = read();

  private SampleValues() {}

  private static Map<String, List<String>> read() {
    try (InputStream in = SampleValues.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("There is no " + FILE + " beside " + SampleValues.class);
      }
      Map<String, List<String>> values = new HashMap<>();
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.split("\n", -1)) {
        int end = line.indexOf(' ');
        if (end > 0 && !line.startsWith("#")) {
          values
              .computeIfAbsent(line.substring(0, end), key -> new ArrayList<>())
              .add(line.substring(end + 1));
        }
      }
      return Map.copyOf(values);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the values for a name, those of the longest end first; empty if there are none. */
  static List<String> of(String name) {
    String lower = name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    List<String> values = new ArrayList<>();
    for (int start = 0; start < lower.length(); start++) {
      values.addAll(BY_NAME.getOrDefault(lower.substring(start), List.of()));
    }
    return values;
  }
}
