package io.boto4j.dynamodb;

/**
 * The size of an attribute, made by {@link Attr#size()}: the bytes of a string in UTF-8 or of a
 * binary value, the elements of a list or set, the members of a map.
 *
 * <pre>{@code
 * Condition condition = attr("tags").size().gt(3);
 * }</pre>
 */
public final class Size extends AttributeOperand {
  private final Operand attribute;

  Size(Operand attribute) {
    this.attribute = attribute;
  }

  @Override
  void write(ExpressionWriter writer, StringBuilder text) {
    text.append("size(");
    attribute.write(writer, text);
    text.append(')');
  }

  @Override
  public String toString() {
    return "size of " + attribute;
  }
}
