package io.boto4j.local.logs.pattern;

/** Reads the text of a pattern from left to right. */
final class Scanner {
  private final String text;
  private int at;

  Scanner(String text) {
    this.text = text;
  }

  /** Skips spaces. Returns whether there is more. */
  boolean skipSpaces() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < text.length();
  }

  /** The next character, or a space at the end. */
  char peek() {
    return at < text.length() ? text.charAt(at) : ' ';
  }

  boolean isEnd() {
    return at >= text.length();
  }

  boolean accept(String token) {
    if (text.startsWith(token, at)) {
      at += token.length();
      return true;
    }
    return false;
  }

  /** Accepts a word in capitals or not, after spaces. */
  boolean acceptWord(String word) {
    skipSpaces();
    int end = at + word.length();
    boolean ends = end >= text.length() || !Character.isLetterOrDigit(text.charAt(end));
    if (ends && text.regionMatches(true, at, word, 0, word.length())) {
      at = end;
      return true;
    }
    return false;
  }

  void expect(String token) {
    skipSpaces();
    if (!accept(token)) {
      throw new IllegalArgumentException("Expected " + token + " at " + at + " of " + text);
    }
  }

  /** A text in quotation marks, with backslashes before quotation marks in it. */
  String quoted() {
    StringBuilder value = new StringBuilder();
    at++;
    while (at < text.length() && text.charAt(at) != '"') {
      if (text.charAt(at) == '\\' && at + 1 < text.length()) {
        at++;
      }
      value.append(text.charAt(at++));
    }
    if (at == text.length()) {
      throw new IllegalArgumentException("A quotation mark is missing in " + text);
    }
    at++;
    return value.toString();
  }

  /** A regular expression between percent signs. */
  String regex() {
    int end = text.indexOf('%', at + 1);
    if (end < 0) {
      throw new IllegalArgumentException("A percent sign is missing in " + text);
    }
    String value = text.substring(at + 1, end);
    at = end + 1;
    return value;
  }

  /** Everything up to one of the characters. */
  String word(String stops) {
    int start = at;
    while (at < text.length() && stops.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    if (start == at) {
      throw new IllegalArgumentException("Expected a value at " + at + " of " + text);
    }
    return text.substring(start, at);
  }
}
