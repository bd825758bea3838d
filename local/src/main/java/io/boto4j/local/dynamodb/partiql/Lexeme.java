package io.boto4j.local.dynamodb.partiql;

import io.boto4j.local.dynamodb.value.Failures;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a statement.
 *
 * @param kind the kind
 * @param text the text, without quotes
 * @param start where it begins
 * @param end where it ends
 */
record Lexeme(Kind kind, String text, int start, int end) {
  /** The kinds. */
  enum Kind {
    WORD,
    QUOTED,
    STRING,
    NUMBER,
    SYMBOL,
    END
  }

  private static final List<String> PAIRS = List.of("<=", ">=", "<>", "!=", "<<", ">>");

  boolean is(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  boolean isWord(String word) {
    return kind == Kind.WORD && text.equalsIgnoreCase(word);
  }

  static RuntimeException malformed(String detail) {
    return Failures.validation("Statement wasn't well formed, can't be processed: " + detail);
  }

  static List<Lexeme> split(String statement) {
    List<Lexeme> lexemes = new ArrayList<>();
    int at = 0;
    int length = statement.length();
    while (at < length) {
      char c = statement.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
      } else if (c == '\'' || c == '"') {
        int end = quoteEnd(statement, at);
        String text = statement.substring(at + 1, end - 1);
        String quote = String.valueOf(c);
        lexemes.add(
            new Lexeme(
                c == '"' ? Kind.QUOTED : Kind.STRING, text.replace(quote + quote, quote), at, end));
        at = end;
      } else {
        Lexeme lexeme = plain(statement, at);
        lexemes.add(lexeme);
        at = lexeme.end;
      }
    }
    lexemes.add(new Lexeme(Kind.END, "<EOF>", length, length));
    return lexemes;
  }

  private static Lexeme plain(String statement, int at) {
    char c = statement.charAt(at);
    int end = at + 1;
    if (Character.isLetter(c) || c == '_' || c == '$') {
      while (end < statement.length() && isPart(statement.charAt(end))) {
        end++;
      }
      return new Lexeme(Kind.WORD, statement.substring(at, end), at, end);
    }
    if (isDigit(c) || (c == '.' && end < statement.length() && isDigit(statement.charAt(end)))) {
      end = numberEnd(statement, at);
      return new Lexeme(Kind.NUMBER, statement.substring(at, end), at, end);
    }
    if (end < statement.length() && PAIRS.contains(statement.substring(at, end + 1))) {
      end++;
    }
    return new Lexeme(Kind.SYMBOL, statement.substring(at, end), at, end);
  }

  private static boolean isPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int numberEnd(String statement, int from) {
    int at = from;
    while (at < statement.length()) {
      char c = statement.charAt(at);
      boolean sign = (c == '+' || c == '-') && at > from && isExponent(statement.charAt(at - 1));
      if (!isDigit(c) && c != '.' && !isExponent(c) && !sign) {
        break;
      }
      at++;
    }
    return at;
  }

  private static boolean isExponent(char c) {
    return c == 'e' || c == 'E';
  }

  private static int quoteEnd(String statement, int from) {
    char quote = statement.charAt(from);
    int at = from + 1;
    while (at < statement.length()) {
      if (statement.charAt(at) == quote) {
        if (at + 1 == statement.length() || statement.charAt(at + 1) != quote) {
          return at + 1;
        }
        at++;
      }
      at++;
    }
    throw malformed("a quote is not closed");
  }
}
