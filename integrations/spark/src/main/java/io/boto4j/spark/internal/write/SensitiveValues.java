package io.boto4j.spark.internal.write;

import io.boto4j.model.ListShape;
import io.boto4j.model.MapShape;
import io.boto4j.model.Member;
import io.boto4j.model.Shape;
import io.boto4j.model.StructureShape;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The search for values that the model marks as sensitive. */
final class SensitiveValues {
  private SensitiveValues() {}

  /** Returns whether a value, or anything in it, has a sensitive shape. */
  static boolean in(@Nullable Object value, Shape shape) {
    if (value == null || shape.sensitive()) {
      return value != null;
    }
    if (shape instanceof ListShape list && value instanceof Collection<?> elements) {
      return elements.stream().anyMatch(each -> in(each, list.element().shape()));
    }
    if (value instanceof Map<?, ?> members) {
      return members.entrySet().stream()
          .anyMatch(each -> inMember(shape, String.valueOf(each.getKey()), each.getValue()));
    }
    return false;
  }

  private static boolean inMember(Shape shape, String name, @Nullable Object value) {
    if (shape instanceof MapShape map) {
      return in(value, map.value().shape());
    }
    Member member = shape instanceof StructureShape structure ? structure.member(name) : null;
    return member != null && in(value, member.shape());
  }
}
