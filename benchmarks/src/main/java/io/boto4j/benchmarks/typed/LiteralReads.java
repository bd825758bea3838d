package io.boto4j.benchmarks.typed;

import io.boto4j.model.ListShape;
import io.boto4j.model.MapShape;
import io.boto4j.model.Member;
import io.boto4j.model.Shape;
import io.boto4j.model.ShapeType;
import io.boto4j.model.StructureShape;
import org.jspecify.annotations.Nullable;

/** Writes statements that read the answer of a call: accessors, paths, loops and JMESPath. */
final class LiteralReads {
  private static final int MOST = 4;

  private LiteralReads() {}

  /** Appends the statements that read the answer {@code r}, four at most. */
  static void append(StringBuilder out, @Nullable StructureShape output) {
    int reads = 0;
    for (int i = 0; output != null && i < output.size() && reads < MOST; i++) {
      Member member = output.member(i);
      if (!member.shape().traits().flag("eventstream")) {
        reads++;
        append(out, member);
      }
    }
  }

  private static void append(StringBuilder out, Member member) {
    String name = '"' + member.name() + '"';
    Shape shape = member.shape();
    Shape element = shape instanceof ListShape list ? list.element().shape() : shape;
    Member nested = element instanceof StructureShape structure ? scalar(structure) : null;
    if (nested != null && element == shape) {
      statement(out, "r." + accessor(nested.shape()) + "(" + name + ", \"" + nested.name() + "\")");
    } else if (nested != null) {
      append(out, member.name(), nested);
    } else {
      statement(out, "r." + accessor(shape) + "(" + name + ")");
    }
  }

  private static void append(StringBuilder out, String list, Member nested) {
    out.append("    for (Structure each : r.structures(\"").append(list).append("\")) {\n  ");
    statement(out, "each." + accessor(nested.shape()) + "(\"" + nested.name() + "\")");
    out.append("    }\n");
    statement(out, "r.search(\"" + list + "[]." + nested.name() + " | [0]\")");
  }

  private static void statement(StringBuilder out, String expression) {
    out.append("    use(").append(expression).append(");\n");
  }

  /** Returns the first member that is a single value. */
  private static @Nullable Member scalar(StructureShape structure) {
    for (Member member : structure.members()) {
      switch (member.shape().type()) {
        case STRING, INTEGER, LONG, DOUBLE, BOOLEAN, TIMESTAMP -> {
          return member;
        }
        case STRUCTURE, LIST, MAP, DOCUMENT, BIG_INTEGER, FLOAT, BIG_DECIMAL, BLOB -> {}
      }
    }
    return null;
  }

  private static String accessor(Shape shape) {
    return switch (shape.type()) {
      case STRUCTURE -> "structure";
      case LIST -> list((ListShape) shape);
      case MAP -> isStructures((MapShape) shape) ? "structureMap" : "map";
      case DOCUMENT -> "get";
      case STRING -> "text";
      case INTEGER -> "integer";
      case LONG -> "longInteger";
      case BIG_INTEGER, BIG_DECIMAL -> "number";
      case FLOAT, DOUBLE -> "real";
      case BOOLEAN -> "bool";
      case TIMESTAMP -> "instant";
      case BLOB -> shape.traits().flag("streaming") ? "body" : "bytes";
    };
  }

  private static String list(ListShape shape) {
    ShapeType element = shape.element().shape().type();
    if (element == ShapeType.STRUCTURE) {
      return "structures";
    }
    return element == ShapeType.STRING ? "texts" : "list";
  }

  private static boolean isStructures(MapShape shape) {
    return shape.value().shape().type() == ShapeType.STRUCTURE;
  }
}
