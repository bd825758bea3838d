package io.boto4j.internal.jmespath;

import io.boto4j.error.JmesPathException;
import io.boto4j.error.JmesPathException.Problem;
import io.boto4j.internal.text.Printable;

/** Creates exceptions in the words of the Python package, with a mark below the expression. */
final class Problems {
  /** The number of characters of a long expression that are shown on each side of the mark. */
  private static final int AROUND = 60;

  private Problems() {}

  static JmesPathException lexical(String message, String expression, int offset) {
    return new JmesPathException(
        Problem.SYNTAX,
        "Bad jmespath expression: " + message + ":\n" + marked("", expression, offset),
        expression,
        offset);
  }

  static JmesPathException syntax(String message, String expression, Token token) {
    String text = shown(String.valueOf(token.value()));
    return new JmesPathException(
        Problem.SYNTAX,
        message
            + ": Parse error at column "
            + token.start()
            + ", token \""
            + text
            + "\" ("
            + token.type()
            + "), for expression:\n"
            + marked("\"", expression, token.start()),
        expression,
        token.start());
  }

  static JmesPathException incomplete(String expression) {
    return new JmesPathException(
        Problem.SYNTAX,
        "Invalid jmespath expression: Incomplete expression:\n"
            + marked("\"", expression, expression.length()),
        expression,
        expression.length());
  }

  static JmesPathException of(Problem problem, String message, String expression, int offset) {
    return new JmesPathException(
        problem,
        message + ", at column " + offset + " of:\n" + marked("\"", expression, offset),
        expression,
        offset);
  }

  /** Returns a part of an expression in a form that is safe for a message. */
  static String shown(String text) {
    return Printable.of(text);
  }

  private static String marked(String quote, String expression, int offset) {
    int from = Math.max(0, offset - AROUND);
    int to = Math.min(expression.length(), offset + AROUND);
    String before = (from > 0 ? "…" : "") + Printable.whole(expression.substring(from, offset));
    String after =
        Printable.whole(expression.substring(offset, to)) + (to < expression.length() ? "…" : "");
    return quote
        + before
        + after
        + quote
        + "\n"
        + " ".repeat(quote.length() + before.length())
        + "^";
  }
}
