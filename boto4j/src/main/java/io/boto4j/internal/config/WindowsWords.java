package io.boto4j.internal.config;

import java.util.ArrayList;
import java.util.List;

/**
 * A splitter of lines into words by the rules of Windows programs: at spaces and tabs, except
 * inside double quotes. Before a quote, backslashes escape each other and the quote; elsewhere, a
 * backslash is an ordinary character.
 *
 * <p>See Microsoft's "Parsing C command-line arguments".
 */
public final class WindowsWords {
  private WindowsWords() {}

  /**
   * Splits a line.
   *
   * @param text the line
   * @return the words, without their quotes; an empty pair of quotes is an empty word
   * @throws IllegalArgumentException if a quote is not closed
   */
  public static List<String> split(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean inWord = false;
    boolean quoted = false;
    int backslashes = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      if (c == '\\') {
        backslashes++;
        continue;
      }
      inWord |= backslashes > 0;
      append(word, c == '"' ? backslashes / 2 : backslashes);
      boolean escaped = c == '"' && backslashes % 2 == 1;
      backslashes = 0;
      if (c == '"' && !escaped) {
        quoted = !quoted;
        inWord = true;
      } else if ((c == ' ' || c == '\t') && (!quoted || i == text.length())) {
        if (inWord) {
          words.add(word.toString());
        }
        word.setLength(0);
        inWord = false;
      } else {
        word.append(c);
        inWord = true;
      }
    }
    if (quoted) {
      throw new IllegalArgumentException("No closing quotation");
    }
    return words;
  }

  private static void append(StringBuilder word, int backslashes) {
    for (int i = 0; i < backslashes; i++) {
      word.append('\\');
    }
  }
}
