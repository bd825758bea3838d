package io.boto4j.internal.jmespath;

import io.boto4j.error.JmesPathException;
import io.boto4j.error.JmesPathException.Problem;
import io.boto4j.internal.text.Printable;

/** Words exceptions as the Python package does, with the expression and a mark beneath. */
final class Problems {
  /** How much of a long expression is shown to each side of the mark. */
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

  /** A piece of an expression, fit for a message. */
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
