package io.boto4j.local.policy;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A text of a policy with wildcards, in which variables have been replaced. */
final class Pattern {
  /** These characters stand for the wildcards, so that the values of variables are literal. */
  private static final char ANY = '\uE000';

  private static final char ONE = '\uE001';

  private final String text;

  private Pattern(String text) {
    this.text = text;
  }

  /** A pattern without variables. */
  static Pattern of(String text) {
    return new Pattern(text.replace('*', ANY).replace('?', ONE));
  }

  /**
   * A pattern whose variables are replaced by values of the request; one that has none, and more
   * than one value, matches nothing.
   */
  static Pattern of(String text, Map<String, List<String>> context) {
    if (text.indexOf("${") < 0) {
      return of(text);
    }
    StringBuilder result = new StringBuilder();
    int from = 0;
    while (true) {
      int start = text.indexOf("${", from);
      int end = start < 0 ? -1 : text.indexOf('}', start);
      if (end < 0) {
        return new Pattern(result + of(text.substring(from)).text);
      }
      result.append(of(text.substring(from, start)).text);
      result.append(value(text.substring(start + 2, end), context));
      from = end + 1;
    }
  }

  private static String value(String variable, Map<String, List<String>> context) {
    if (variable.equals("*") || variable.equals("?") || variable.equals("$")) {
      return variable;
    }
    String name = variable;
    String otherwise = "\uE002";
    int comma = variable.indexOf(',');
    if (comma > 0) {
      name = variable.substring(0, comma).trim();
      String quoted = variable.substring(comma + 1).trim();
      if (quoted.length() > 1 && quoted.startsWith("'") && quoted.endsWith("'")) {
        otherwise = quoted.substring(1, quoted.length() - 1);
      }
    }
    List<String> values = context.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    return values.size() == 1 ? values.get(0) : otherwise;
  }

  /** Whether the whole of a text matches, with wildcards. */
  boolean matches(String other) {
    // Greedy with a single point to come back to, which is enough for wildcards.
    int p = 0;
    int o = 0;
    int star = -1;
    int mark = 0;
    while (o < other.length()) {
      if (p < text.length() && text.charAt(p) == ANY) {
        star = p++;
        mark = o;
      } else if (p < text.length()
          && (text.charAt(p) == ONE || text.charAt(p) == other.charAt(o))) {
        p++;
        o++;
      } else if (star >= 0) {
        p = star + 1;
        o = ++mark;
      } else {
        return false;
      }
    }
    while (p < text.length() && text.charAt(p) == ANY) {
      p++;
    }
    return p == text.length();
  }

  /** Whether an ARN matches, each of its six parts by itself. */
  boolean matchesArn(String arn) {
    String[] mine = text.split(":", 6);
    String[] others = arn.split(":", 6);
    if (mine.length != 6 || others.length != 6) {
      return matches(arn);
    }
    for (int i = 0; i < 6; i++) {
      if (!new Pattern(mine[i]).matches(others[i])) {
        return false;
      }
    }
    return true;
  }

  /** The text as it is compared without wildcards. */
  String literal() {
    return text.replace(ANY, '*').replace(ONE, '?');
  }

  Pattern lowerCase() {
    return new Pattern(text.toLowerCase(Locale.ROOT));
  }
}
