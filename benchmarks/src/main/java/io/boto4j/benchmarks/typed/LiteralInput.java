package io.boto4j.benchmarks.typed;

import io.boto4j.model.ListShape;
import io.boto4j.model.MapShape;
import io.boto4j.model.Member;
import io.boto4j.model.Shape;
import io.boto4j.model.StructureShape;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes inputs as Java expressions: the required members and the first two others of the input and
 * of the structures in it, and below these only what is required.
 */
final class LiteralInput {
  private static final int DEPTH = 2;
  private static final int OPTIONAL = 2;

  private int maps;

  /** Returns the expression of a structure. */
  String of(StructureShape shape) {
    return structure(shape, 0);
  }

  private String structure(StructureShape shape, int depth) {
    List<String> pairs = new ArrayList<>();
    int optional = depth < DEPTH ? OPTIONAL : 0;
    for (int i = 0; i < shape.size() && !(shape.isUnion() && i > 0); i++) {
      Member member = shape.member(i);
      boolean required = shape.isUnion() || isRequired(shape, i);
      if (required || (optional > 0 && isLiteral(member.shape()))) {
        optional -= required ? 0 : 1;
        pairs.add(quoted(member.name()) + ", " + value(member.shape(), depth + 1));
      }
    }
    return map(pairs);
  }

  /** Alternates between the two ways to write a map; {@code Map.of} takes ten pairs at most. */
  private String map(List<String> pairs) {
    boolean params = !pairs.isEmpty() && (maps++ % 2 == 1 || pairs.size() > 10);
    return (params ? "Params.of(" : "Map.of(") + String.join(", ", pairs) + ")";
  }

  private static boolean isRequired(StructureShape shape, int index) {
    for (int i = 0; i < shape.requiredCount(); i++) {
      if (shape.requiredIndex(i) == index) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLiteral(Shape shape) {
    return !shape.traits().flag("eventstream") && !shape.traits().flag("streaming");
  }

  private String value(Shape shape, int depth) {
    return switch (shape.type()) {
      case STRUCTURE -> structure((StructureShape) shape, depth);
      case LIST -> list((ListShape) shape, depth);
      case MAP -> {
        MapShape map = (MapShape) shape;
        yield map(List.of(text(map.key().shape()) + ", " + value(map.value().shape(), depth)));
      }
      case DOCUMENT -> "Map.of(\"name\", List.of(1, true))";
      case STRING -> text(shape);
      case INTEGER -> Long.toString(Math.max(1, min(shape)));
      case LONG, BIG_INTEGER -> Math.max(1, min(shape)) + "L";
      case FLOAT, DOUBLE, BIG_DECIMAL -> Math.max(1, min(shape)) + ".5";
      case BOOLEAN -> "true";
      case TIMESTAMP -> "Instant.ofEpochSecond(1_790_000_000L)";
      case BLOB -> "new byte[" + Math.max(8, min(shape)) + "]";
    };
  }

  private String list(ListShape shape, int depth) {
    List<String> elements = new ArrayList<>();
    for (long i = 0; i < Math.max(1, min(shape)); i++) {
      elements.add(value(shape.element().shape(), depth));
    }
    return "List.of(" + String.join(", ", elements) + ")";
  }

  private static String text(Shape shape) {
    if (shape.traits().get("enum") instanceof List<?> values && !values.isEmpty()) {
      return quoted(String.valueOf(values.get(0)));
    }
    String word = "orders";
    return quoted(word.repeat((int) Math.max(1, (min(shape) + 5) / word.length())));
  }

  private static long min(Shape shape) {
    return shape.traits().get("min") instanceof Number min ? min.longValue() : 0;
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
