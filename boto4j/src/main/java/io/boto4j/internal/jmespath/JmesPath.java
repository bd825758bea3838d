package io.boto4j.internal.jmespath;

import org.jspecify.annotations.Nullable;

/**
 * A compiled JMESPath expression. Immutable and safe to share between threads: whoever uses an
 * expression more than once keeps it.
 */
public final class JmesPath {
  private final String expression;
  private final Node root;

  private JmesPath(String expression, Node root) {
    this.expression = expression;
    this.root = root;
  }

  /**
   * Compiles an expression. Names and arguments' numbers of functions are checked here.
   *
   * @param expression the expression
   * @return the compiled expression
   * @throws io.boto4j.error.JmesPathException if it is malformed, calls a function that does not
   *     exist or with the wrong number of arguments, or is too long or too deep
   */
  public static JmesPath compile(String expression) {
    return new JmesPath(expression, new Parser(expression).parse());
  }

  /**
   * Applies the expression to a value.
   *
   * <p>Objects are any {@code Map} with names for keys; arrays any {@code Collection} or array of
   * objects; further String, Boolean, any Number and null. All else, such as a moment or bytes, is
   * passed through and equal to its like, but of no type a function takes.
   *
   * @param value the value; it is not changed, and must not change meanwhile
   * @return a part of the value, or something made from it: maps and lists made here are read-only,
   *     whole numbers made here are an Integer, else a Long, else a BigInteger; null if there is
   *     nothing
   * @throws io.boto4j.error.JmesPathException if a function is given a value of the wrong type, or
   *     it takes too much work
   */
  public @Nullable Object search(@Nullable Object value) {
    return root.evaluate(value, new Evaluation(expression));
  }

  /**
   * The expression as it was written.
   *
   * @return its text
   */
  @Override
  public String toString() {
    return expression;
  }
}
