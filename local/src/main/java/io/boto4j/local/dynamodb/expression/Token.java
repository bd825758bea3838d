package io.boto4j.local.dynamodb.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A part of an expression.
 *
 * @param kind the kind
 * @param text the text; of a word as it is written
 * @param start where it begins in the expression
 * @param end where it ends
 */
record Token(Kind kind, String text, int start, int end) {
  /** The kinds of tokens. */
  enum Kind {
    WORD,
    NAME,
    VALUE,
    NUMBER,
    SYMBOL,
    END
  }

  boolean is(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  boolean isWord(String word) {
    return kind == Kind.WORD && text.equalsIgnoreCase(word);
  }

  String upper() {
    return text.toUpperCase(Locale.ROOT);
  }

  /**
   * Splits an expression. Characters that cannot be in one become symbols, which nothing expects.
   */
  static List<Token> split(String expression) {
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    int length = expression.length();
    while (at < length) {
      char c = expression.charAt(at);
      if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
        at++;
        continue;
      }
      int end = at + 1;
      Kind kind = Kind.SYMBOL;
      if (isLetter(c)) {
        end = wordEnd(expression, end);
        kind = Kind.WORD;
      } else if ((c == '#' || c == ':') && end < length && isPart(expression.charAt(end))) {
        end = wordEnd(expression, end);
        kind = c == '#' ? Kind.NAME : Kind.VALUE;
      } else if (c >= '0' && c <= '9') {
        while (end < length && expression.charAt(end) >= '0' && expression.charAt(end) <= '9') {
          end++;
        }
        kind = Kind.NUMBER;
      } else if (isTwoCharacters(expression, at)) {
        end++;
      }
      tokens.add(new Token(kind, expression.substring(at, end), at, end));
      at = end;
    }
    tokens.add(new Token(Kind.END, "<EOF>", length, length));
    return tokens;
  }

  private static boolean isTwoCharacters(String expression, int at) {
    if (at + 1 >= expression.length()) {
      return false;
    }
    String two = expression.substring(at, at + 2);
    return two.equals("<=") || two.equals(">=") || two.equals("<>");
  }

  private static int wordEnd(String expression, int from) {
    int end = from;
    while (end < expression.length() && isPart(expression.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  private static boolean isPart(char c) {
    return isLetter(c) || (c >= '0' && c <= '9');
  }
}
