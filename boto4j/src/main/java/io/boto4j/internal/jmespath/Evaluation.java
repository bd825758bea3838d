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
  /**
   * Nodes visited plus, roughly, bytes made: a few seconds and a quarter of a gigabyte at worst. A
   * million maps of two members each are within it.
   */
  static final long MOST_UNITS = 1L << 28;

  /** How deep values may nest that are compared or written as JSON. */
  static final int MAX_VALUE_DEPTH = 500;

  private static final int LIST = 64;
  private static final int ELEMENT = 8;
  private static final int MAP = 128;
  private static final int ENTRY = 48;
  private static final int CHARACTER = 8;

  /** What it costs to compare a value, or to write it, besides its characters. */
  private static final int VALUE = 16;

  private static final int CHARACTERS_PER_UNIT = 64;
  private static final int COMPARISONS_PER_UNIT = 4;

  private final String expression;
  private long units = MOST_UNITS;

  Evaluation(String expression) {
    this.expression = expression;
  }

  /** Before a loop's body is evaluated once more. */
  void visit(Node body) {
    spend(body.size());
  }

  /** Before a list is made. */
  void makeList(int elements) {
    spend(LIST + (long) ELEMENT * elements);
  }

  /** Before elements are added to a list that was begun as empty. */
  void addElements(int elements) {
    spend((long) ELEMENT * elements);
  }

  /** Before a map is made. */
  void makeMap(int entries) {
    spend(MAP + (long) ENTRY * entries);
  }

  /** Before a text is made, or added to one. */
  void makeText(int characters) {
    spend((long) CHARACTER * characters);
  }

  /** Before a text is read through. */
  void scan(String text) {
    spend(1 + text.length() / CHARACTERS_PER_UNIT);
  }

  /** Before a text is looked for in another, which may take the product of both. */
  void seek(String part, String text) {
    spend(1 + (long) part.length() * text.length() / COMPARISONS_PER_UNIT);
  }

  void spend(long more) {
    units -= more;
    if (units < 0) {
      throw tooLarge("The search takes too much work or memory");
    }
  }

  /** Before a value within so many others is looked into. */
  void enter(int depth) {
    if (depth > MAX_VALUE_DEPTH) {
      throw tooLarge("The value is nested deeper than " + MAX_VALUE_DEPTH + " levels");
    }
    spend(VALUE);
  }

  private JmesPathException tooLarge(String message) {
    return problem(Problem.TOO_LARGE, message, 0);
  }

  JmesPathException problem(Problem problem, String message, int offset) {
    return Problems.of(problem, message, expression, offset);
  }
}
