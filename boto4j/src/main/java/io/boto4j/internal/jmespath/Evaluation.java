package io.boto4j.internal.jmespath;

import io.boto4j.error.JmesPathException;
import io.boto4j.error.JmesPathException.Problem;

/**
 * The budget of one search.
 *
 * <p>A short expression can create lists that double at every step, or nest loops over literals.
 * Work and memory are therefore counted. An ordinary search stays far below the limit.
 */
final class Evaluation {
  /**
   * The number of visited nodes plus, roughly, of allocated bytes: at worst a few seconds and a
   * quarter of a gigabyte. A million maps of two members each are within the limit.
   */
  static final long MOST_UNITS = 1L << 28;

  /** The greatest depth of values that are compared or written as JSON. */
  static final int MAX_VALUE_DEPTH = 500;

  private static final int LIST = 64;
  private static final int ELEMENT = 8;
  private static final int MAP = 128;
  private static final int ENTRY = 48;
  private static final int CHARACTER = 8;

  /** The cost of comparing or writing a value, without its characters. */
  private static final int VALUE = 16;

  private static final int CHARACTERS_PER_UNIT = 64;
  private static final int COMPARISONS_PER_UNIT = 4;

  private final String expression;
  private long units = MOST_UNITS;

  Evaluation(String expression) {
    this.expression = expression;
  }

  /** Counts one more evaluation of a loop's body of the given size. */
  void visit(int size) {
    spend(size);
  }

  /** Counts a new list. */
  void makeList(int elements) {
    spend(LIST + (long) ELEMENT * elements);
  }

  /** Counts elements that are added to a list created as empty. */
  void addElements(int elements) {
    spend((long) ELEMENT * elements);
  }

  /** Counts a new map. */
  void makeMap(int entries) {
    spend(MAP + (long) ENTRY * entries);
  }

  /** Counts characters of a new text. */
  void makeText(int characters) {
    spend((long) CHARACTER * characters);
  }

  /** Counts reading a text to its end. */
  void scan(String text) {
    spend(1 + text.length() / CHARACTERS_PER_UNIT);
  }

  /** Counts searching a text in another, which may take the product of their lengths. */
  void seek(String part, String text) {
    spend(1 + (long) part.length() * text.length() / COMPARISONS_PER_UNIT);
  }

  void spend(long more) {
    units -= more;
    if (units < 0) {
      throw tooLarge("The search takes too much work or memory");
    }
  }

  /** Counts looking into a value at a depth. */
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
