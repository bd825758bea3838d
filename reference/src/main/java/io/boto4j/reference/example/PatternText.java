package io.boto4j.reference.example;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A short text that fits a regular expression of a model. It follows the first alternative of each
 * choice; conditions such as look-aheads are left to a check of the result.
 */
final class PatternText {
  /**
   * The texts for a run of characters of one class: the first that has only such characters is
   * taken.
   */
  private static final String[] RUNS = {
    "example", "1234567890abcdef", "1234567890", "EXAMPLE1234567890", "ABCDEF", "abcdef"
  };

  private final String pattern;
  private int position;
  private boolean inGroup;

  private PatternText(String pattern) {
    this.pattern = pattern;
  }

  /**
   * Returns a text for a pattern.
   *
   * @param usual the number of characters of a repetition that may have more or fewer
   * @return the text, or null if the pattern is not understood
   */
  static @Nullable String of(String pattern, int usual) {
    try {
      return new PatternText(pattern).alternatives(usual);
    } catch (PatternSyntaxException | IndexOutOfBoundsException | NumberFormatException e) {
      return null;
    }
  }

  /** Reads alternatives up to the end of the group, and returns the first. */
  private String alternatives(int usual) {
    String chosen = sequence(usual);
    while (true) {
      if (position >= pattern.length() || pattern.charAt(position) == ')') {
        return chosen;
      }
      position++;
      String other = sequence(usual);
      if (chosen.isEmpty() && !inGroup) {
        chosen = other;
      }
    }
  }

  private String sequence(int usual) {
    StringBuilder text = new StringBuilder();
    while (position < pattern.length()
        && pattern.charAt(position) != '|'
        && pattern.charAt(position) != ')') {
      text.append(repeated(usual));
    }
    return text.toString();
  }

  private String repeated(int usual) {
    char c = pattern.charAt(position);
    if (c == '^' || c == '$') {
      position++;
      return "";
    }
    if (c == '(') {
      String group = group(usual);
      int[] range = quantifier();
      return group.repeat(
          Math.min(range[0] == 0 && range[1] > 0 && range[2] == 0 ? 1 : range[0], 50));
    }
    int start = position;
    String single = characterClass();
    if (single == null) {
      position = start + 1;
      quantifier();
      return String.valueOf(c).repeat(1);
    }
    if (single.isEmpty()) {
      return "";
    }
    int[] range = quantifier();
    if (range[0] == 1 && range[1] == 1) {
      return run(single, 1);
    }
    int count = Math.max(range[0], Math.min(range[1], usual));
    boolean optional = range[0] == 0 && range[1] == 1;
    return optional ? "" : run(single, Math.min(count, 2_000));
  }

  private String group(int usual) {
    position++;
    boolean skipped = false;
    if (pattern.startsWith("?", position)) {
      boolean named =
          pattern.startsWith("?<", position)
              && !"=!".contains(pattern.substring(position + 2, position + 3));
      skipped = !named && !pattern.startsWith("?:", position);
      position = named ? pattern.indexOf('>', position) + 1 : position + 2;
      if (skipped && pattern.charAt(position - 1) == '<') {
        position++;
      }
    }
    boolean outer = inGroup;
    inGroup = true;
    String group = alternatives(usual);
    inGroup = outer;
    position++;
    return skipped ? "" : group;
  }

  /**
   * Reads a class of characters as a pattern of its own: empty for a condition such as a word
   * boundary.
   */
  private @Nullable String characterClass() {
    char c = pattern.charAt(position);
    int start = position;
    if (c == '[') {
      int depth = 0;
      do {
        char inner = pattern.charAt(position);
        if (inner == '\\') {
          position++;
        } else if (inner == '[') {
          depth++;
        } else if (inner == ']' && position > start + 1) {
          depth--;
        }
        position++;
      } while (depth > 0);
      return pattern.substring(start, position);
    }
    if (c == '\\') {
      position += 2;
      char escaped = pattern.charAt(start + 1);
      if ((escaped == 'p' || escaped == 'P') && pattern.charAt(position) == '{') {
        position = pattern.indexOf('}', position) + 1;
      } else if (escaped == 'u') {
        position += 4;
      } else if (escaped == 'x') {
        position += 2;
      } else if ("bBAzZG".indexOf(escaped) >= 0) {
        return "";
      }
      return pattern.substring(start, position);
    }
    position++;
    return c == '.' ? "." : Pattern.quote(String.valueOf(c));
  }

  /** Reads a quantifier: least, most, and whether it was written with numbers. */
  private int[] quantifier() {
    int[] range = {1, 1, 0};
    if (position < pattern.length()) {
      char c = pattern.charAt(position);
      if (c == '*' || c == '+' || c == '?') {
        position++;
        range = new int[] {c == '+' ? 1 : 0, c == '?' ? 1 : Integer.MAX_VALUE, 0};
        if (c != '+') {
          range[2] = 1;
        }
      } else if (c == '{') {
        int end = pattern.indexOf('}', position);
        String[] parts = pattern.substring(position + 1, end).split(",", -1);
        int least = parts[0].isBlank() ? 0 : Integer.parseInt(parts[0].trim());
        int most = parts.length == 1 ? least : most(parts[1]);
        position = end + 1;
        range = new int[] {least, most, 1};
      }
      if (position < pattern.length() && "?+".indexOf(pattern.charAt(position)) >= 0) {
        position++;
      }
    }
    return range;
  }

  private static int most(String part) {
    return part.isBlank() ? Integer.MAX_VALUE : Integer.parseInt(part.trim());
  }

  /** Returns characters of a class that look like a word or an id. */
  private static String run(String characterClass, int count) {
    Pattern all = Pattern.compile(characterClass + "+");
    for (String run : RUNS) {
      if (all.matcher(run).matches()) {
        String text = run.equals("example") && count > run.length() ? "example" : run;
        return text.repeat(count / text.length() + 1).substring(0, count);
      }
    }
    for (char c = '!'; c < 0x7f; c++) {
      if (all.matcher(String.valueOf(c)).matches()) {
        return String.valueOf(c).repeat(count);
      }
    }
    return (all.matcher(" ").matches() ? " " : "é").repeat(count);
  }
}
