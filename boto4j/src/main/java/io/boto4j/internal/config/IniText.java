package io.boto4j.internal.config;

/** What Python's {@code configparser} takes for a blank. */
final class IniText {
  private IniText() {}

  /** Python's {@code str.isspace}: Java's notion, the no-break blanks, and NEL. */
  static boolean isBlank(char c) {
    return c <= ' '
        ? c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1C && c <= 0x1F)
        : c >= 0x85 && (c == 0x85 || Character.isSpaceChar(c));
  }

  static String strip(String text, int start, int end) {
    int first = start;
    while (first < end && isBlank(text.charAt(first))) {
      first++;
    }
    return text.substring(first, lastVisible(text, first, end));
  }

  /** The end of the text between two positions without the blanks that follow it. */
  static int lastVisible(String text, int start, int end) {
    int last = end;
    while (last > start && isBlank(text.charAt(last - 1))) {
      last--;
    }
    return last;
  }
}
