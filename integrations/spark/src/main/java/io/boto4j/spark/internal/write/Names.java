package io.boto4j.spark.internal.write;

import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/** Lists of names in options, separated by commas. */
final class Names {
  private Names() {}

  /** Reads a list, without blanks around the names; empty if the option is absent. */
  static List<String> of(@Nullable String list) {
    List<String> names = new ArrayList<>();
    StringTokenizer parts = new StringTokenizer(list == null ? "" : list, ",");
    while (parts.hasMoreTokens()) {
      String name = parts.nextToken().strip();
      if (!name.isEmpty()) {
        names.add(name);
      }
    }
    return names;
  }
}
