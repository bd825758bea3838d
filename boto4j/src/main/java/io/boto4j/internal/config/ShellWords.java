package io.boto4j.internal.config;

import java.util.ArrayList;
import java.util.List;

/**
 * A splitter of lines into words by the quoting rules of a POSIX shell, as in Python's {@code
 * shlex.split}: only quotes, backslashes and white space have a meaning.
 */
public final class ShellWords {
  private final String text;
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private int next;

  private ShellWords(String text) {
    this.text = text;
  }

  /**
   * Splits a line.
   *
   * @param text the line
   * @return the words, without their quotes; an empty pair of quotes is an empty word
   * @throws IllegalArgumentException if a quote is not closed, or the line ends with a backslash
   */
  public static List<String> split(String text) {
    ShellWords splitter = new ShellWords(text);
    splitter.split();
    return splitter.words;
  }

  private void split() {
    boolean inWord = false;
    while (next < text.length()) {
      char c = text.charAt(next++);
      if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
        if (inWord) {
          endWord();
        }
        inWord = false;
        continue;
      }
      inWord = true;
      if (c == '\\') {
        word.append(escaped());
      } else if (c == '\'' || c == '"') {
        quoted(c);
      } else {
        word.append(c);
      }
    }
    if (inWord) {
      endWord();
    }
  }

  private void endWord() {
    words.add(word.toString());
    word.setLength(0);
  }

  private void quoted(char quote) {
    while (next < text.length()) {
      char c = text.charAt(next++);
      if (c == quote) {
        return;
      }
      if (c == '\\' && quote == '"') {
        char escaped = escaped();
        if (escaped != '"' && escaped != '\\') {
          word.append('\\');
        }
        c = escaped;
      }
      word.append(c);
    }
    throw new IllegalArgumentException("No closing quotation");
  }

  private char escaped() {
    if (next == text.length()) {
      throw new IllegalArgumentException("No escaped character");
    }
    return text.charAt(next++);
  }
}
