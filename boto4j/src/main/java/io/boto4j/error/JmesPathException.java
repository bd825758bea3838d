package io.boto4j.error;

/**
 * Thrown when a JMESPath expression is invalid or cannot be applied to its input.
 *
 * <p>The message is that of the Python package jmespath, with the position marked. Unlike that
 * package's, it never shows the input, which may hold a secret.
 */
public final class JmesPathException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  /** The kind of problem, in the specification's terms. */
  public enum Problem {
    /** The expression breaks the grammar. */
    SYNTAX,
    /** It calls a function that does not exist. */
    UNKNOWN_FUNCTION,
    /** It calls a function with too few or too many arguments. */
    INVALID_ARITY,
    /** A function was given a value of the wrong type. */
    INVALID_TYPE,
    /** A value is of the right type but out of range, such as a slice step of 0. */
    INVALID_VALUE,
    /** It is too long or too deeply nested, or its result takes too much work or memory. */
    TOO_LARGE
  }

  /** The kind of problem. */
  private final Problem problem;

  /** The expression at fault. */
  private final String expression;

  /** The position in the expression. */
  private final int offset;

  /**
   * Creates an exception.
   *
   * @param problem the kind of problem
   * @param message what was expected, what was found, and where
   * @param expression the expression at fault
   * @param offset the position in the expression, in {@code char}s from 0
   */
  public JmesPathException(Problem problem, String message, String expression, int offset) {
    super(message);
    this.problem = problem;
    this.expression = expression;
    this.offset = offset;
  }

  /**
   * The kind of problem.
   *
   * @return the problem
   */
  public Problem problem() {
    return problem;
  }

  /**
   * The expression at fault.
   *
   * @return the whole expression
   */
  public String expression() {
    return expression;
  }

  /**
   * The position of the problem in the expression.
   *
   * @return the index of a {@code char}, or the expression's length if it ends too early
   */
  public int offset() {
    return offset;
  }
}
