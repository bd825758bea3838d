package io.boto4j.internal.jmespath;

import io.boto4j.model.codec.JsonException;
import io.boto4j.model.codec.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Splits an expression into tokens. */
final class Lexer {
  private final String expression;
  private final List<Token> tokens = new ArrayList<>();
  private int position;

  Lexer(String expression) {
    this.expression = expression;
  }

  /** Returns all tokens, the last of which is {@link TokenType#EOF}. */
  List<Token> tokens() {
    while (position < expression.length()) {
      char c = expression.charAt(position);
      if (isLetter(c)) {
        identifier();
      } else if (isDigit(c) || c == '-') {
        number();
      } else if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
        symbol(c);
      } else {
        position++;
      }
    }
    add(TokenType.EOF, position, "");
    return tokens;
  }

  private void symbol(char c) {
    switch (c) {
      case '.' -> simple(TokenType.DOT, 1);
      case '*' -> simple(TokenType.STAR, 1);
      case ']' -> simple(TokenType.RBRACKET, 1);
      case ',' -> simple(TokenType.COMMA, 1);
      case ':' -> simple(TokenType.COLON, 1);
      case '@' -> simple(TokenType.CURRENT, 1);
      case '(' -> simple(TokenType.LPAREN, 1);
      case ')' -> simple(TokenType.RPAREN, 1);
      case '{' -> simple(TokenType.LBRACE, 1);
      case '}' -> simple(TokenType.RBRACE, 1);
      case '[' -> bracket();
      case '|' -> oneOrTwo('|', TokenType.PIPE, TokenType.OR);
      case '&' -> oneOrTwo('&', TokenType.EXPREF, TokenType.AND);
      case '<' -> oneOrTwo('=', TokenType.LT, TokenType.LTE);
      case '>' -> oneOrTwo('=', TokenType.GT, TokenType.GTE);
      case '!' -> oneOrTwo('=', TokenType.NOT, TokenType.NE);
      case '=' -> equalSigns();
      case '\'' -> rawString();
      case '"' -> quotedIdentifier();
      case '`' -> literal();
      default -> throw unknown(expression.codePointAt(position));
    }
  }

  private void simple(TokenType type, int length) {
    add(type, position, expression.substring(position, position + length));
    position += length;
  }

  private void oneOrTwo(char second, TokenType one, TokenType two) {
    if (next() == second) {
      simple(two, 2);
    } else {
      simple(one, 1);
    }
  }

  private void bracket() {
    switch (next()) {
      case ']' -> simple(TokenType.FLATTEN, 2);
      case '?' -> simple(TokenType.FILTER, 2);
      default -> simple(TokenType.LBRACKET, 1);
    }
  }

  private void equalSigns() {
    if (next() != '=') {
      throw Problems.lexical("Unknown token '='", expression, position);
    }
    simple(TokenType.EQ, 2);
  }

  private void identifier() {
    int start = position;
    while (position < expression.length()
        && (isLetter(expression.charAt(position)) || isDigit(expression.charAt(position)))) {
      position++;
    }
    add(TokenType.UNQUOTED_IDENTIFIER, start, expression.substring(start, position));
  }

  /** Reads a number, which is an index and so clamped to an int: no list has more elements. */
  private void number() {
    int start = position;
    boolean negative = expression.charAt(position) == '-';
    if (negative && !isDigit(next())) {
      throw Problems.lexical("Unknown token '-'", expression, start);
    }
    position += negative ? 1 : 0;
    long value = 0;
    while (position < expression.length() && isDigit(expression.charAt(position))) {
      value = Math.min(value * 10 + expression.charAt(position) - '0', Integer.MAX_VALUE);
      position++;
    }
    add(TokenType.NUMBER, start, (int) (negative ? -value : value));
  }

  private void rawString() {
    int start = position;
    add(TokenType.LITERAL, start, delimited('\'').replace("\\'", "'"));
  }

  private void quotedIdentifier() {
    int start = position;
    String quoted = '"' + delimited('"') + '"';
    try {
      add(TokenType.QUOTED_IDENTIFIER, start, json(quoted));
    } catch (JsonException e) {
      throw Problems.lexical(String.valueOf(e.getMessage()), expression, start);
    }
  }

  private void literal() {
    int start = position;
    String text = delimited('`').replace("\\`", "`");
    try {
      add(TokenType.LITERAL, start, json(text));
    } catch (JsonException e) {
      add(TokenType.LITERAL, start, unquotedString(text.stripLeading(), start));
    }
  }

  /**
   * Reads a literal string without quotes, which JEP-12 deprecates and all implementations accept.
   * Invalid JSON that begins like an array or object is rejected, rather than silently becoming
   * text.
   */
  private @Nullable Object unquotedString(String text, int start) {
    if (!text.startsWith("[") && !text.startsWith("{")) {
      try {
        return json('"' + text + '"');
      } catch (JsonException e) {
        // Reported below, like every other invalid literal.
      }
    }
    throw Problems.lexical("Bad token " + Problems.shown(text), expression, start);
  }

  private static @Nullable Object json(String text) {
    JsonReader reader = new JsonReader(text.getBytes(StandardCharsets.UTF_8));
    Object value = reader.readValue();
    reader.end();
    return Values.readOnly(value);
  }

  /** Returns the text up to a delimiter, which a backslash escapes. */
  private String delimited(char delimiter) {
    int start = position++;
    while (position < expression.length() && expression.charAt(position) != delimiter) {
      position += expression.charAt(position) == '\\' ? 2 : 1;
    }
    if (position >= expression.length()) {
      throw Problems.lexical("Unclosed " + delimiter + " delimiter", expression, start);
    }
    return expression.substring(start + 1, position++);
  }

  private char next() {
    return position + 1 < expression.length() ? expression.charAt(position + 1) : 0;
  }

  private void add(TokenType type, int start, @Nullable Object value) {
    tokens.add(new Token(type, start, value));
  }

  private RuntimeException unknown(int character) {
    return Problems.lexical(
        "Unknown token " + Problems.shown(Character.toString(character)), expression, position);
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
