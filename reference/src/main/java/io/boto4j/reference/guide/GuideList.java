package io.boto4j.reference.guide;

import io.boto4j.reference.guide.GuideGroup.Entry;
import java.util.ArrayList;
import java.util.List;

/** Reads the list of the guides: groups in brackets, and a line {@code name | label} per guide. */
final class GuideList {
  private GuideList() {}

  static List<GuideGroup> parse(String text) {
    List<GuideGroup> groups = new ArrayList<>();
    String title = "";
    List<Entry> entries = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (line.startsWith("[") && line.endsWith("]")) {
        add(groups, title, entries);
        title = line.substring(1, line.length() - 1);
        entries = new ArrayList<>();
      } else if (!line.isBlank() && !line.startsWith("#")) {
        entries.add(entry(line));
      }
    }
    add(groups, title, entries);
    return List.copyOf(groups);
  }

  private static void add(List<GuideGroup> groups, String title, List<Entry> entries) {
    if (!entries.isEmpty()) {
      groups.add(new GuideGroup(title, entries));
    }
  }

  private static Entry entry(String line) {
    int bar = line.indexOf('|');
    if (bar < 0) {
      throw new IllegalArgumentException(
          "A line of the list of guides must be \"name | label\": " + line);
    }
    return new Entry(line.substring(0, bar).strip(), line.substring(bar + 1).strip());
  }
}
