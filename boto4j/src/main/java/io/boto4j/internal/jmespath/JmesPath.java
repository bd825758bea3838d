package io.boto4j.internal.jmespath;

import java.util.function.Consumer;
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
   * Returns the type of what the expression selects from values of a type, and reports names that
   * their shapes do not have and other mistakes that always select nothing or fail.
   *
   * @param type the type of the values, such as the output of an operation
   * @param problems receives a sentence for each problem
   * @return the type, {@link PathType#ANY} if it is not known
   */
  public PathType typed(PathType type, Consumer<String> problems) {
    return root.typed(type, new Typing(problems));
  }

  /**
   * Returns the type of a member, and reports if the shape of the values does not have it.
   *
   * @param type the type of the values
   * @param name the name of the member
   * @param problems receives a sentence for each problem
   * @return the type, {@link PathType#ANY} if it is not known
   */
  public static PathType field(PathType type, String name, Consumer<String> problems) {
    return new Typing(problems).field(type, name);
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
