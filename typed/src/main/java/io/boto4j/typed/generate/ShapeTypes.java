package io.boto4j.typed.generate;

import io.boto4j.model.ListShape;
import io.boto4j.model.MapShape;
import io.boto4j.model.Member;
import io.boto4j.model.Shape;
import io.boto4j.model.ShapeType;
import java.util.HashSet;
import java.util.Set;

/** The Java types of shapes, in one source file. */
final class ShapeTypes {
  private final TypeNames names;
  private final SourceText out;

  ShapeTypes(TypeNames names, SourceText out) {
    this.names = names;
    this.out = out;
  }

  /**
   * Whether values of a member may be anything: texts that are read as JSON, and lists and maps
   * that contain themselves without a structure between, for which Java has no type.
   */
  static boolean isFree(Member member) {
    if (Boolean.TRUE.equals(member.trait("jsonvalue"))) {
      return true;
    }
    Set<String> seen = new HashSet<>();
    Shape shape = member.shape();
    while (seen.add(shape.name())) {
      if (shape instanceof ListShape list) {
        shape = list.element().shape();
      } else if (shape instanceof MapShape map) {
        shape = map.value().shape();
      } else {
        return false;
      }
    }
    return true;
  }

  static boolean isEventStream(Shape shape) {
    return shape.traits().flag("eventstream");
  }

  static boolean isStreaming(Member member) {
    return Boolean.TRUE.equals(member.trait("streaming"));
  }

  /** Whether a value is the same in a map of members and in Java. */
  static boolean isPlainText(Member member) {
    return member.shape().type() == ShapeType.STRING
        && !isFree(member)
        && !EnumSource.isEnum(member.shape());
  }

  /** Returns the type of a member's values, such as {@code List<DbInstance>}. */
  String of(Member member) {
    Shape shape = member.shape();
    if (isFree(member)) {
      return "Object";
    }
    return switch (shape.type()) {
      case STRUCTURE -> names.shape(shape);
      case LIST -> out.use("java.util.List") + "<" + of(((ListShape) shape).element()) + ">";
      case MAP -> out.use("java.util.Map") + "<String, " + of(((MapShape) shape).value()) + ">";
      case DOCUMENT -> "Object";
      case STRING -> EnumSource.isEnum(shape) ? names.shape(shape) : "String";
      case INTEGER -> "Integer";
      case LONG -> "Long";
      case BIG_INTEGER, BIG_DECIMAL -> "Number";
      case FLOAT, DOUBLE -> "Double";
      case BOOLEAN -> "Boolean";
      case TIMESTAMP -> out.use("java.time.Instant");
      case BLOB -> "byte[]";
    };
  }
}
