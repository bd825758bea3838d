package io.boto4j.dynamodb;

/**
 * A part of an expression that DynamoDB computes: an attribute, the size of one, or a sum.
 *
 * <p>Where a condition or an update takes a value, it also takes an operand: {@code
 * attr("a").eq(attr("b"))} compares two attributes of an item. Immutable and safe for use by
 * multiple threads.
 */
public abstract sealed class Operand extends ExpressionPart permits AttributeOperand, Computed {
  Operand() {}

  /** Whether this may be part of a condition on keys. */
  boolean isKey() {
    return false;
  }
}
