package io.boto4j.local.wire;

import io.boto4j.model.Shape;
import io.boto4j.model.ShapeType;
import java.util.Locale;

/** A value of another kind than the model specifies, with the text of AWS's services. */
final class MismatchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param kind the kind of the value, such as {@code STRING_VALUE}
   * @param shape the shape that the model specifies
   */
  MismatchException(String kind, Shape shape) {
    super(text(kind, shape));
  }

  private static String text(String kind, Shape shape) {
    return switch (shape.type()) {
      case LIST ->
          kind.startsWith("Start of")
              ? kind + " found where not expected"
              : "Expected list or null";
      case MAP, STRUCTURE ->
          kind.startsWith("Start of") ? kind + " found where not expected" : "Expected map or null";
      default ->
          kind.startsWith("Start of")
              ? kind + " found where not expected"
              : kind + " can not be converted to " + article(shape.type());
    };
  }

  private static String article(ShapeType type) {
    String name = type.name().charAt(0) + type.name().substring(1).toLowerCase(Locale.ROOT);
    return (type == ShapeType.INTEGER ? "an " : "a ") + name;
  }
}
