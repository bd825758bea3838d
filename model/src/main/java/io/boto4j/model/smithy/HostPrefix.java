package io.boto4j.model.smithy;

import java.util.Map;

/**
 * Checks the template of what an operation puts before the name of a host. A hostile one could send
 * signed requests, and with them credentials' signatures, to another host.
 */
final class HostPrefix {
  private static final String HOST_LABEL = "smithy.api#hostLabel";
  private static final int MAX_LABEL = 63;

  private HostPrefix() {}

  /**
   * Checks a template, such as {@code {AccountId}.data-}, and returns it.
   *
   * @param members the members of the operation's input
   */
  static String check(Node template, Map<String, AstMember> members) {
    String text = template.text();
    String sample = sample(template, text, members);
    if (!isPrefix(sample)) {
      throw template.broken("\"" + Excerpt.of(text) + "\" cannot be the beginning of a host name");
    }
    return text;
  }

  /** Returns the template with a letter for each of its labels. */
  private static String sample(Node template, String text, Map<String, AstMember> members) {
    StringBuilder sample = new StringBuilder();
    int at = 0;
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', at)) {
      int close = text.indexOf('}', open);
      String name = close < 0 ? "" : text.substring(open + 1, close);
      AstMember member = members.get(name);
      if (member == null || !member.has(HOST_LABEL)) {
        throw template.broken("\"" + Excerpt.of(name) + "\" is not a host label of the input");
      }
      sample.append(text, at, open).append('a');
      at = close + 1;
    }
    return sample.append(text, at, text.length()).toString();
  }

  /** Whether a text consists of whole labels, and perhaps the beginning of one. */
  private static boolean isPrefix(String text) {
    if (text.isEmpty() || text.length() > 200) {
      return false;
    }
    int start = 0;
    for (int dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', start)) {
      String label = text.substring(start, dot);
      if (!isLabel(label) || label.endsWith("-")) {
        return false;
      }
      start = dot + 1;
    }
    return start == text.length() || isLabel(text.substring(start));
  }

  private static boolean isLabel(String label) {
    if (label.isEmpty() || label.length() > MAX_LABEL || label.charAt(0) == '-') {
      return false;
    }
    for (int i = 0; i < label.length(); i++) {
      char c = label.charAt(i);
      boolean legal =
          (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
      if (!legal) {
        return false;
      }
    }
    return true;
  }
}
