package io.boto4j.local.pattern;

/** Texts with {@code *} for any characters; a backslash makes the next character plain. */
final class Wildcard {
  private Wildcard() {}

  /**
   * Matches in time proportional to both lengths: the last star is tried again, never an earlier
   * one.
   */
  static boolean matches(String wildcard, String text) {
    int w = 0;
    int t = 0;
    int star = -1;
    int starText = 0;
    while (t < text.length()) {
      boolean escaped = w + 1 < wildcard.length() && wildcard.charAt(w) == '\\';
      if (w < wildcard.length() && wildcard.charAt(w) == '*') {
        star = w++;
        starText = t;
      } else if (w < wildcard.length() && wildcard.charAt(escaped ? w + 1 : w) == text.charAt(t)) {
        w += escaped ? 2 : 1;
        t++;
      } else if (star >= 0) {
        w = star + 1;
        t = ++starText;
      } else {
        return false;
      }
    }
    while (w < wildcard.length() && wildcard.charAt(w) == '*') {
      w++;
    }
    return w == wildcard.length();
  }
}
