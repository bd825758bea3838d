package io.boto4j.internal.jmespath;

import io.boto4j.error.JmesPathException;
import io.boto4j.error.JmesPathException.Problem;

/**
 * One search: what it may still spend.
 *
 * <p>An expression of a few dozen characters can ask for lists that double at every step, or for
 * loops within loops over literals; so work and memory are counted. An ordinary search does not
 * come near the bound.
 */
final class Evaluation {
  /** Nodes visited plus, eight to an element, what lists are made; a second or so, some 100 MB. */
  static final long MOST_UNITS = 1L << 27;

  /** How deep values may nest that are compared or written as JSON. */
  static final int MAX_VALUE_DEPTH = 1_000;

  private static final int UNITS_PER_ELEMENT = 8;
  private static final int CHARACTERS_PER_UNIT = 16;

  private final String expression;
  private long units = MOST_UNITS;

  Evaluation(String expression) {
    this.expression = expression;
  }

  /** Before a loop's body is evaluated once more. */
  void visit(Node body) {
    spend(body.size());
  }

  /** Before a list or map of so many elements is made. */
  void make(int elements) {
    spend((long) UNITS_PER_ELEMENT * elements);
  }

  /** Before a text of that length is read through. */
  void scan(String text) {
    spend(1 + text.length() / CHARACTERS_PER_UNIT);
  }

  void spend(long more) {
    units -= more;
    if (units < 0) {
      throw tooLarge("The search takes too much work or memory", 0);
    }
  }

  /** Before a value within so many others is looked into. */
  void enter(int depth) {
    if (depth > MAX_VALUE_DEPTH) {
      throw tooLarge("The value is nested deeper than " + MAX_VALUE_DEPTH + " levels", 0);
    }
    spend(1);
  }

  private JmesPathException tooLarge(String message, int offset) {
    return Problems.of(Problem.TOO_LARGE, message, expression, offset);
  }

  JmesPathException problem(Problem problem, String message, int offset) {
    return Problems.of(problem, message, expression, offset);
  }
}
