package io.boto4j.error;

/**
 * A JMESPath expression that cannot be understood, or cannot be applied to the value it was given.
 *
 * <p>The message is that of the Python package jmespath, with the place marked; unlike there it
 * never shows the value, which may hold a secret.
 */
public final class JmesPathException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  /** What is wrong, in the specification's terms. */
  public enum Problem {
    /** The expression breaks the grammar. */
    SYNTAX,
    /** It calls a function that does not exist. */
    UNKNOWN_FUNCTION,
    /** It calls a function with too few or too many arguments. */
    INVALID_ARITY,
    /** A function was given a value of the wrong type. */
    INVALID_TYPE,
    /** A value is of the right type but out of range, as a slice's step of 0. */
    INVALID_VALUE,
    /** It is too long or nested too deep, or its answer takes too much work or memory. */
    TOO_LARGE
  }

  /** What is wrong. */
  private final Problem problem;

  /** The expression at fault. */
  private final String expression;

  /** Where in the expression. */
  private final int offset;

  /**
   * Makes an exception.
   *
   * @param problem what is wrong
   * @param message what was expected and seen, and where
   * @param expression the expression at fault
   * @param offset where in the expression, counted in {@code char}s from 0
   */
  public JmesPathException(Problem problem, String message, String expression, int offset) {
    super(message);
    this.problem = problem;
    this.expression = expression;
    this.offset = offset;
  }

  /**
   * What is wrong.
   *
   * @return the kind of problem
   */
  public Problem problem() {
    return problem;
  }

  /**
   * The expression at fault.
   *
   * @return all of it
   */
  public String expression() {
    return expression;
  }

  /**
   * Where in the expression the problem lies.
   *
   * @return the index of a {@code char}, the expression's length if it ends too early
   */
  public int offset() {
    return offset;
  }
}
