package io.boto4j.reference.site;

import io.boto4j.model.ListShape;
import io.boto4j.model.MapShape;
import io.boto4j.model.Shape;
import io.boto4j.model.StructureShape;
import io.boto4j.reference.view.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The type of a member in words, such as "list of <u>Tag</u>". */
final class TypeLabel {
  /** Models describe documents by lists of themselves. */
  private static final int DEEPEST = 6;

  private TypeLabel() {}

  /**
   * Returns the parts of a label.
   *
   * @param shape the type
   * @param up the way to the folder of the service
   */
  static List<Link> of(Shape shape, String up) {
    List<Link> parts = new ArrayList<>();
    add(shape, up, parts, 0);
    return parts;
  }

  private static void add(Shape shape, String up, List<Link> parts, int depth) {
    if (depth > DEEPEST) {
      parts.add(new Link("…", ""));
    } else if (shape instanceof ListShape list) {
      parts.add(new Link("list of ", ""));
      add(list.element().shape(), up, parts, depth + 1);
    } else if (shape instanceof MapShape map) {
      if (ServiceFacts.hasPage(map.key().shape())) {
        parts.add(new Link("map from ", ""));
        add(map.key().shape(), up, parts, depth + 1);
        parts.add(new Link(" to ", ""));
      } else {
        parts.add(new Link("map of ", ""));
      }
      add(map.value().shape(), up, parts, depth + 1);
    } else if (ServiceFacts.hasPage(shape)) {
      parts.add(new Link(shape.name(), up + "shapes/" + shape.name() + ".html"));
    } else {
      parts.add(new Link(simple(shape), ""));
    }
  }

  /** Returns the kind of a shape in words. */
  static String simple(Shape shape) {
    if (shape instanceof StructureShape structure) {
      if (structure.isError()) {
        return "error";
      }
      return structure.isUnion() ? "union" : "structure";
    }
    if (shape.traits().get("enum") instanceof List<?>) {
      return "enumeration";
    }
    return switch (shape.type()) {
      case BLOB -> "bytes";
      case BIG_DECIMAL -> "decimal number";
      case BIG_INTEGER -> "big integer";
      case STRUCTURE,
          LIST,
          MAP,
          DOCUMENT,
          STRING,
          INTEGER,
          LONG,
          FLOAT,
          DOUBLE,
          BOOLEAN,
          TIMESTAMP ->
          shape.type().name().toLowerCase(Locale.ROOT);
    };
  }
}
