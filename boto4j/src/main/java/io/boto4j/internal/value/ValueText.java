package io.boto4j.internal.value;

import io.boto4j.EventStream;
import io.boto4j.Structure;
import io.boto4j.model.ListShape;
import io.boto4j.model.MapShape;
import io.boto4j.model.Shape;
import io.boto4j.model.StructureShape;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes values for people to read, and hides those that the model marks as sensitive. */
final class ValueText {
  static final String HIDDEN = "***";

  /** A credential that the model of STS does not mark as sensitive. */
  private static final String SESSION_TOKEN = "SessionToken";

  private ValueText() {}

  static void structure(StructureShape shape, SlotStructure structure, StringBuilder out) {
    if (shape.sensitive()) {
      out.append(HIDDEN);
      return;
    }
    String separator = "{";
    for (int i = 0; i < shape.size(); i++) {
      Object value = structure.slot(i);
      if (value != null) {
        String name = shape.member(i).name();
        out.append(separator).append(name).append('=');
        if (name.equals(SESSION_TOKEN)) {
          out.append(HIDDEN);
        } else {
          value(shape.member(i).shape(), value, out);
        }
        separator = ", ";
      }
    }
    out.append(separator.equals("{") ? "{}" : "}");
  }

  private static void value(Shape shape, @Nullable Object value, StringBuilder out) {
    if (shape.sensitive()) {
      out.append(HIDDEN);
    } else if (value instanceof byte[] bytes) {
      out.append(bytes.length).append(" bytes");
    } else if (shape instanceof ListShape list && value instanceof List<?> elements) {
      list(list.element().shape(), elements, out);
    } else if (shape instanceof MapShape map && value instanceof Map<?, ?> entries) {
      map(map, entries, out);
    } else if (isOdd(shape, value) && Sensitive.isWithin(shape)) {
      out.append(HIDDEN);
    } else {
      out.append(value);
    }
  }

  /** Whether the service sent another kind of value instead of one with parts. */
  private static boolean isOdd(Shape shape, @Nullable Object value) {
    return value != null
        && !(value instanceof Structure)
        && !(value instanceof EventStream)
        && (shape instanceof ListShape
            || shape instanceof MapShape
            || shape instanceof StructureShape);
  }

  private static void list(Shape element, List<?> list, StringBuilder out) {
    out.append('[');
    for (int i = 0; i < list.size(); i++) {
      out.append(i == 0 ? "" : ", ");
      value(element, list.get(i), out);
    }
    out.append(']');
  }

  private static void map(MapShape shape, Map<?, ?> map, StringBuilder out) {
    out.append('{');
    for (Iterator<? extends Map.Entry<?, ?>> all = map.entrySet().iterator(); all.hasNext(); ) {
      Map.Entry<?, ?> entry = all.next();
      value(shape.key().shape(), entry.getKey(), out);
      out.append('=');
      value(shape.value().shape(), entry.getValue(), out);
      out.append(all.hasNext() ? ", " : "");
    }
    out.append('}');
  }
}
