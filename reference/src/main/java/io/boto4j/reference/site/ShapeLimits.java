package io.boto4j.reference.site;

import io.boto4j.model.ListShape;
import io.boto4j.model.MapShape;
import io.boto4j.model.Member;
import io.boto4j.model.Shape;
import io.boto4j.model.ShapeType;
import io.boto4j.reference.view.Limits;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The limits of a member as its page shows them: its own, and those of elements, if simple. */
final class ShapeLimits {
  /** Enumerations with more values are shown in full on the page of their shape alone. */
  private static final int MOST_VALUES = 16;

  private final List<String> sizes = new ArrayList<>();
  private String pattern = "";
  private List<String> values = List.of();
  private int more;
  private String href = "";

  private ShapeLimits() {}

  static Limits of(Member member, String up) {
    ShapeLimits limits = new ShapeLimits();
    Shape shape = member.shape();
    limits.add(shape, "", up);
    Object own = member.traits().get("enum");
    if (own instanceof List<?> names) {
      limits.values(names, shape, up);
    }
    if (shape instanceof ListShape list) {
      limits.add(list.element().shape(), "each ", up);
    } else if (shape instanceof MapShape map) {
      limits.add(map.key().shape(), "keys ", up);
      limits.add(map.value().shape(), "values ", up);
    }
    return new Limits(limits.sizes, limits.pattern, limits.values, limits.more, limits.href);
  }

  private void add(Shape shape, String prefix, String up) {
    String size = size(shape);
    if (!size.isEmpty()) {
      sizes.add(prefix + size);
    }
    String regex = shape.traits().text("pattern");
    if (regex != null && pattern.isEmpty()) {
      pattern = regex;
    }
    if (shape.traits().get("enum") instanceof List<?> names && values.isEmpty()) {
      values(names, shape, up);
    }
  }

  private void values(List<?> names, Shape shape, String up) {
    List<String> first = new ArrayList<>();
    for (Object name : names.subList(0, Math.min(names.size(), MOST_VALUES))) {
      first.add(String.valueOf(name));
    }
    values = first;
    more = names.size() - first.size();
    href = ServiceFacts.hasPage(shape) ? up + "shapes/" + shape.name() + ".html" : "";
  }

  /** Returns the limits of a shape alone, such as {@code 1–255 characters}; may be empty. */
  static String size(Shape shape) {
    String min = number(shape.traits().get("min"));
    String max = number(shape.traits().get("max"));
    if (min == null && max == null) {
      return "";
    }
    String unit = unit(shape.type(), max == null ? min : max);
    String range;
    if (max == null) {
      range = "at least " + min;
    } else if (min == null || (min.equals("0") && !unit.isEmpty())) {
      range = "at most " + max;
    } else {
      range = min.equals(max) ? "exactly " + min : min + "–" + max;
    }
    return unit.isEmpty() ? range : range + " " + unit;
  }

  private static @Nullable String number(@Nullable Object value) {
    if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15) {
      return String.valueOf(number.longValue());
    }
    return value instanceof Number || value instanceof String ? String.valueOf(value) : null;
  }

  private static String unit(ShapeType type, @Nullable String count) {
    String s = "1".equals(count) ? "" : "s";
    return switch (type) {
      case STRING -> "character" + s;
      case BLOB -> "byte" + s;
      case LIST -> "element" + s;
      case MAP -> "1".equals(count) ? "entry" : "entries";
      case STRUCTURE,
          DOCUMENT,
          INTEGER,
          LONG,
          BIG_INTEGER,
          FLOAT,
          DOUBLE,
          BIG_DECIMAL,
          BOOLEAN,
          TIMESTAMP ->
          "";
    };
  }
}
