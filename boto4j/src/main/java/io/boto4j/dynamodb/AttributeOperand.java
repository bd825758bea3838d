package io.boto4j.dynamodb;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An attribute of an item, or its size, with the comparisons that all of them have.
 *
 * <p>The values are plain values as in {@link AttributeValues}, or other {@link Operand}s.
 */
public abstract sealed class AttributeOperand extends Operand permits Attr, Key, Size {
  AttributeOperand() {}

  final Condition condition(String pattern, @Nullable Object... others) {
    @Nullable Object[] arguments = new @Nullable Object[others.length + 1];
    arguments[0] = this;
    System.arraycopy(others, 0, arguments, 1, others.length);
    List<@Nullable Object> all = Arrays.asList(arguments);
    return new Condition(pattern, all);
  }

  /**
   * Equal: {@code a = v}.
   *
   * @param value the value; null is DynamoDB's null, not an absent attribute
   * @return the condition
   */
  public final Condition eq(@Nullable Object value) {
    return condition("? = ?", value);
  }

  /**
   * Less: {@code a < v}. Strings are compared by their UTF-8 bytes.
   *
   * @param value a number, string or binary value
   * @return the condition
   */
  public final Condition lt(@Nullable Object value) {
    return condition("? < ?", value);
  }

  /**
   * Less or equal: {@code a <= v}.
   *
   * @param value a number, string or binary value
   * @return the condition
   */
  public final Condition lte(@Nullable Object value) {
    return condition("? <= ?", value);
  }

  /**
   * Greater: {@code a > v}.
   *
   * @param value a number, string or binary value
   * @return the condition
   */
  public final Condition gt(@Nullable Object value) {
    return condition("? > ?", value);
  }

  /**
   * Greater or equal: {@code a >= v}.
   *
   * @param value a number, string or binary value
   * @return the condition
   */
  public final Condition gte(@Nullable Object value) {
    return condition("? >= ?", value);
  }

  /**
   * At least one value and at most another: {@code a BETWEEN v AND w}.
   *
   * @param low the lowest value
   * @param high the highest value, which is included
   * @return the condition
   */
  public final Condition between(@Nullable Object low, @Nullable Object high) {
    return condition("? BETWEEN ? AND ?", low, high);
  }

  /**
   * Begins with a string or binary value: {@code begins_with(a, v)}.
   *
   * @param prefix the beginning
   * @return the condition
   */
  public final Condition beginsWith(@Nullable Object prefix) {
    return condition("begins_with(?, ?)", prefix);
  }
}
