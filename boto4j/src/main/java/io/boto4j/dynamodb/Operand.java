package io.boto4j.dynamodb;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of an expression that DynamoDB computes: an attribute, the size of one, or a sum.
 *
 * <p>Where a condition or an update takes a value, it also takes an operand: {@code
 * attr("a").eq(attr("b"))} compares two attributes of an item. Immutable and safe for use by
 * multiple threads.
 */
public abstract sealed class Operand extends ExpressionPart
    permits AttributeOperand, Operand.Computed {
  Operand() {}

  /** Whether this may be part of a condition on keys. */
  boolean isKey() {
    return false;
  }

  /**
   * Returns the sum of this and a number, for {@link UpdateActions#set}: {@code a + v}.
   *
   * @param value a number or an operand
   * @return the sum
   */
  public final Operand plus(Object value) {
    return new Computed("? + ?", this, value);
  }

  /**
   * Returns the difference of this and a number, for {@link UpdateActions#set}: {@code a - v}.
   *
   * @param value a number or an operand
   * @return the difference
   */
  public final Operand minus(Object value) {
    return new Computed("? - ?", this, value);
  }

  /** An operand with operands of its own, such as a sum. */
  static final class Computed extends Operand {
    private final String pattern;
    private final List<@Nullable Object> arguments;

    Computed(String pattern, @Nullable Object... arguments) {
      this.pattern = pattern;
      this.arguments = Arrays.asList(arguments);
    }

    @Override
    void write(ExpressionWriter writer, StringBuilder text) {
      write(pattern, arguments, writer, text);
    }
  }
}
