package io.boto4j.reference.text;

import org.jspecify.annotations.Nullable;

/**
 * Colours the source of a program, so that pages need no script for it.
 *
 * <p>The markup is the source, escaped, with spans of these classes: {@code k} for keywords and the
 * options of commands, {@code s} for strings, {@code n} for numbers, {@code c} for comments, and
 * {@code f} for the names of called functions.
 */
public final class Highlighter {
  private final String source;
  private final Grammar grammar;
  private final StringBuilder markup;
  private int position;

  private Highlighter(String source, Grammar grammar) {
    this.source = source;
    this.grammar = grammar;
    this.markup = new StringBuilder(source.length() * 2);
  }

  /**
   * Colours a source.
   *
   * @param source the text of a program; it need not be correct
   * @param grammar its language
   * @return the markup, whose text is the source
   */
  public static SafeHtml of(String source, Grammar grammar) {
    Highlighter highlighter = new Highlighter(source, grammar);
    while (highlighter.position < source.length()) {
      highlighter.step();
    }
    return new SafeHtml(highlighter.markup.toString());
  }

  private void step() {
    char c = source.charAt(position);
    if (startsComment()) {
      add("c", lineEnd());
    } else if (starts(grammar.blockComment())) {
      int end = source.indexOf("*/", position + 2);
      add("c", end < 0 ? source.length() : end + 2);
    } else if (grammar.isQuote(c)) {
      add("s", stringEnd(c));
    } else if (grammar == Grammar.SHELL && c == '-' && atWordStart()) {
      add("k", optionEnd());
    } else if (isDigit(c)) {
      add("n", numberEnd());
    } else if (Character.isJavaIdentifierStart(c)) {
      word();
    } else {
      add("", position + 1);
    }
  }

  /** A hash is a comment only at the start of a word: {@code s3://b/#x} has none. */
  private boolean startsComment() {
    return starts(grammar.lineComment()) && (grammar != Grammar.SHELL || atWordStart());
  }

  private boolean starts(@Nullable String text) {
    return text != null && source.startsWith(text, position);
  }

  private boolean atWordStart() {
    return position == 0 || Character.isWhitespace(source.charAt(position - 1));
  }

  private int lineEnd() {
    int end = source.indexOf('\n', position);
    return end < 0 ? source.length() : end;
  }

  private int stringEnd(char quote) {
    String three = String.valueOf(quote).repeat(3);
    boolean block = grammar != Grammar.SHELL && source.startsWith(three, position);
    boolean escapes = grammar != Grammar.SHELL || quote == '"';
    int i = position + (block ? 3 : 1);
    while (i < source.length()) {
      char c = source.charAt(i);
      if (c == '\\' && escapes) {
        i++;
      } else if (block ? source.startsWith(three, i) : c == quote) {
        return i + (block ? 3 : 1);
      } else if (c == '\n' && !block && grammar != Grammar.SHELL) {
        return i;
      }
      i++;
    }
    return source.length();
  }

  private int optionEnd() {
    int i = position;
    while (i < source.length() && (isWordPart(source.charAt(i)) || source.charAt(i) == '-')) {
      i++;
    }
    return i;
  }

  private int numberEnd() {
    int i = position;
    while (i < source.length() && (isWordPart(source.charAt(i)) || isDecimalPoint(i))) {
      i++;
    }
    return i;
  }

  private boolean isDecimalPoint(int i) {
    return source.charAt(i) == '.' && i + 1 < source.length() && isDigit(source.charAt(i + 1));
  }

  private void word() {
    int end = position;
    while (end < source.length() && isWordPart(source.charAt(end))) {
      end++;
    }
    String kind = "";
    if (grammar.isKeyword(source.substring(position, end))) {
      kind = "k";
    } else if (end < source.length() && source.charAt(end) == '(') {
      kind = "f";
    }
    add(kind, end);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isWordPart(char c) {
    return Character.isJavaIdentifierPart(c) && c != '\0';
  }

  /** Adds the source up to an end, and goes on there. */
  private void add(String kind, int end) {
    int last = Math.min(end, source.length());
    String text = SafeHtml.escape(source.substring(position, last));
    markup.append(kind.isEmpty() ? text : "<span class=\"" + kind + "\">" + text + "</span>");
    position = last;
  }
}
