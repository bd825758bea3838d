package io.boto4j.internal.jmespath;

import org.jspecify.annotations.Nullable;

/**
 * A compiled JMESPath expression. Immutable and safe to share between threads. Keep an expression
 * that is used more than once.
 */
public final class JmesPath {
  private final String expression;
  private final Node root;

  private JmesPath(String expression, Node root) {
    this.expression = expression;
    this.root = root;
  }

  /**
   * Compiles an expression, and checks the names of its functions and their numbers of arguments.
   *
   * @param expression the expression
   * @return the compiled expression
   * @throws io.boto4j.error.JmesPathException if the expression is malformed, too long or too deep,
   *     or calls an unknown function or one with the wrong number of arguments
   */
  public static JmesPath compile(String expression) {
    return new JmesPath(expression, new Parser(expression).parse());
  }

  /**
   * Applies the expression to a value.
   *
   * <p>An object is any {@code Map} with strings as keys; an array is any {@code Collection} or
   * array of objects; the other types are String, Boolean, any Number and null. Further types, such
   * as instants and bytes, are passed through and can be compared for equality, but no function
   * accepts them except those that accept any type.
   *
   * @param value the value; not changed, and must not change during the search
   * @return a part of the value, or a value created from it; null if nothing was found. Created
   *     maps and lists are read-only; created whole numbers are an Integer if they fit, else a
   *     Long, else a BigInteger
   * @throws io.boto4j.error.JmesPathException if a function gets an argument of the wrong type, or
   *     the search takes too much work or memory
   */
  public @Nullable Object search(@Nullable Object value) {
    return root.evaluate(value, new Evaluation(expression));
  }

  /**
   * Returns the expression as it was written.
   *
   * @return the text of the expression
   */
  @Override
  public String toString() {
    return expression;
  }
}
