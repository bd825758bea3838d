package io.boto4j.reference.example;

import io.boto4j.model.ListShape;
import io.boto4j.model.Shape;
import io.boto4j.model.ShapeType;
import io.boto4j.model.StructureShape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The accessors of boto4j's structures. */
final class Accessor {
  private Accessor() {}

  /** Returns the accessor of a member with its path: {@code text("Table", "TableName")}. */
  static String of(Reading.One one, UnaryOperator<String> quote) {
    return name(one.shape()) + arguments(one.path(), quote);
  }

  /** Returns names as arguments, in brackets. */
  static String arguments(List<String> path, UnaryOperator<String> quote) {
    List<String> quoted = new ArrayList<>();
    for (String name : path) {
      quoted.add(quote.apply(name));
    }
    return "(" + String.join(", ", quoted) + ")";
  }

  private static String name(Shape shape) {
    return switch (shape.type()) {
      case STRING -> "text";
      case INTEGER -> "integer";
      case LONG -> "longInteger";
      case FLOAT, DOUBLE -> "real";
      case BIG_INTEGER, BIG_DECIMAL -> "number";
      case BOOLEAN -> "bool";
      case TIMESTAMP -> "instant";
      case BLOB -> "bytes";
      case STRUCTURE -> "structure";
      case MAP -> "map";
      case DOCUMENT -> "get";
      case LIST -> list((ListShape) shape);
    };
  }

  private static String list(ListShape list) {
    Shape element = list.element().shape();
    if (element.type() == ShapeType.STRING) {
      return "texts";
    }
    return element instanceof StructureShape ? "structures" : "list";
  }
}
