package io.boto4j.internal.config;

/** White space in the sense of Python's {@code configparser}. */
final class IniText {
  private IniText() {}

  /** Python's {@code str.isspace}: Java's white space, the no-break spaces and NEL. */
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

  /** Returns the end of a range of text without its trailing white space. */
  static int lastVisible(String text, int start, int end) {
    int last = end;
    while (last > start && isBlank(text.charAt(last - 1))) {
      last--;
    }
    return last;
  }
}
