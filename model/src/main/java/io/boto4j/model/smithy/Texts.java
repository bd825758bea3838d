package io.boto4j.model.smithy;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The documentation and deprecation of shapes, members and operations. */
final class Texts {
  private final IdentityHashMap<String, String> clean = new IdentityHashMap<>();
  private final Budget budget;

  Texts(Budget budget) {
    this.budget = budget;
  }

  /** Adds the texts among traits. */
  void put(Map<String, Object> tree, Map<String, Node> traits) {
    Node documentation = traits.get(Traits.DOCUMENTATION);
    if (documentation != null) {
      budget.spendText(documentation.text(), documentation);
      tree.put("documentation", clean(documentation.text()));
    }
    putDeprecation(tree, traits.get(Traits.DEPRECATED));
  }

  /** Adds the deprecation of a shape, member, operation or service. */
  static void putDeprecation(Map<String, Object> tree, @Nullable Node deprecated) {
    if (deprecated != null) {
      tree.put("deprecated", true);
      putText(tree, "deprecatedMessage", deprecated.textOf("message"));
      putText(tree, "deprecatedSince", deprecated.textOf("since"));
    }
  }

  private static void putText(Map<String, Object> tree, String key, @Nullable String text) {
    if (text != null) {
      tree.put(key, text);
    }
  }

  /** Returns a text on one line: the line breaks of HTML have no meaning. */
  private String clean(String text) {
    String known = clean.get(text);
    if (known == null) {
      known = oneLine(text);
      clean.put(text, known);
    }
    return known;
  }

  private static String oneLine(String text) {
    StringBuilder line = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != ' ' && c != '\n' && c != '\t' && c != '\r' && c != '\f') {
        line.append(c);
      } else if (line.length() > 0 && line.charAt(line.length() - 1) != ' ') {
        line.append(' ');
      }
    }
    int end = line.length();
    return line.substring(0, end > 0 && line.charAt(end - 1) == ' ' ? end - 1 : end);
  }

  /** Returns the parts of a text between separators. */
  static List<String> parts(String text, char separator) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, start)) {
      parts.add(text.substring(start, end));
      start = end + 1;
    }
    parts.add(text.substring(start));
    return parts;
  }
}
