package io.boto4j.dynamodb;

import java.util.List;

/**
 * A key attribute in a condition of {@link Table#query(Condition)}, made by {@link
 * Conditions#key(String)}: boto3's {@code Key}.
 *
 * <p>DynamoDB requires the partition key to be equal to one value; the sort key may have one of the
 * other comparisons.
 */
public final class Key extends AttributeOperand {
  private final List<Object> path;

  Key(List<Object> path) {
    this.path = path;
  }

  /**
   * Returns a key attribute whose name may contain dots and brackets.
   *
   * @param name the name as it is
   * @return the attribute
   * @throws IllegalArgumentException if the name is empty
   */
  public static Key named(String name) {
    return new Key(PathText.checked(name));
  }

  @Override
  boolean isKey() {
    return true;
  }

  @Override
  void write(ExpressionWriter writer, StringBuilder text) {
    writer.path(path, text);
  }

  @Override
  public String toString() {
    return "key(" + PathText.text(path) + ")";
  }
}
