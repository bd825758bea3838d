package io.boto4j.typed.check;

import io.boto4j.internal.jmespath.JmesPath;
import io.boto4j.internal.jmespath.PathType;
import io.boto4j.model.MapShape;
import io.boto4j.model.Shape;
import io.boto4j.model.ShapeType;
import io.boto4j.model.StructureShape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks the accessors that a program calls on answers: their names and their kinds. */
final class AccessorCheck {
  private final UnitCheck unit;

  AccessorCheck(UnitCheck unit) {
    this.unit = unit;
  }

  /**
   * Checks a call such as {@code answer.text("Table", "TableName")}.
   *
   * @param from the type of the receiver
   */
  void check(Flow.Call call, Found<PathType> from) {
    PathType type = from.value();
    if (!isStructure(type)) {
      return;
    }
    String last = "";
    for (int i = 0; i < call.size(); i++) {
      String name = unit.constants().text(call.argument(i));
      if (name == null || type.kind() == PathType.Kind.ANY) {
        return;
      }
      last = name;
      List<String> problems = new ArrayList<>();
      type = JmesPath.field(type, name, problems::add);
      for (String problem : problems) {
        unit.report(call.argument(i), from.sure(), problem);
      }
    }
    String accessors = accessors(type);
    if (accessors != null && call.size() > 0 && !fits(call.name(), type)) {
      unit.report(
          call.argument(call.size() - 1),
          from.sure(),
          last
              + " is "
              + type.describe()
              + ", which "
              + call.name()
              + "(…) does not return: use "
              + accessors
              + ".");
    }
  }

  private static boolean isStructure(PathType type) {
    return type.kind() == PathType.Kind.OBJECT
        || type.shape() instanceof StructureShape
        || type.shape() instanceof MapShape;
  }

  /** Returns the accessors for a type, the best first, or null if any may fit. */
  private static @Nullable String accessors(PathType type) {
    if (type.isEventStream()) {
      return "eventStream(…)";
    }
    return switch (type.kind()) {
      case ANY, OBJECT -> null;
      case LIST -> list(type.element());
      case TEXT -> "text(…)";
      case NUMBER -> "number(…)";
      case BOOLEAN -> "bool(…)";
      case SHAPE -> type.shape() == null ? null : shape(type.shape());
    };
  }

  private static String list(PathType element) {
    if (element.shape() == null) {
      return "list(…)";
    }
    return switch (element.shape().type()) {
      case STRING -> "texts(…)";
      case STRUCTURE, MAP -> "structures(…)";
      case LIST,
          INTEGER,
          LONG,
          BIG_INTEGER,
          FLOAT,
          DOUBLE,
          BIG_DECIMAL,
          BOOLEAN,
          TIMESTAMP,
          BLOB,
          DOCUMENT ->
          "list(…)";
    };
  }

  private static @Nullable String shape(Shape shape) {
    return switch (shape.type()) {
      case STRING -> "text(…)";
      case INTEGER -> "integer(…)";
      case LONG, BIG_INTEGER -> "longInteger(…)";
      case FLOAT, DOUBLE, BIG_DECIMAL -> "real(…)";
      case BOOLEAN -> "bool(…)";
      case TIMESTAMP -> "instant(…)";
      case BLOB -> shape.traits().flag("streaming") ? "body(…)" : "bytes(…)";
      case STRUCTURE -> "structure(…)";
      case MAP -> "map(…)";
      case LIST -> "list(…)";
      case DOCUMENT -> null;
    };
  }

  /** Whether an accessor may return values of a type: some read texts as other values. */
  private static boolean fits(String accessor, PathType type) {
    ShapeType shape = type.shape() == null ? null : type.shape().type();
    boolean text = type.isText();
    return switch (accessor) {
      case "text" -> text;
      case "integer", "longInteger", "real", "number" -> text || type.isNumber();
      case "bool" -> text || type.kind() == PathType.Kind.BOOLEAN || shape == ShapeType.BOOLEAN;
      case "instant" -> text || type.isNumber() || shape == ShapeType.TIMESTAMP;
      case "bytes", "body", "stream" -> shape == ShapeType.BLOB;
      case "eventStream" -> type.isEventStream();
      case "structure", "map" ->
          !type.isEventStream() && (shape == ShapeType.STRUCTURE || shape == ShapeType.MAP);
      case "structureMap" ->
          shape == ShapeType.MAP || (shape == ShapeType.STRUCTURE && !type.isEventStream());
      case "list" -> type.kind() == PathType.Kind.LIST;
      case "texts" -> type.kind() == PathType.Kind.LIST && isTextOrAny(type.element());
      case "structures", "maps" -> type.kind() == PathType.Kind.LIST && isMap(type.element());
      default -> true;
    };
  }

  private static boolean isTextOrAny(PathType type) {
    return type.kind() == PathType.Kind.ANY || type.isText();
  }

  private static boolean isMap(PathType type) {
    return type.kind() == PathType.Kind.ANY || isStructure(type);
  }
}
