package io.boto4j.internal.value;

import io.boto4j.model.ListShape;
import io.boto4j.model.MapShape;
import io.boto4j.model.Member;
import io.boto4j.model.Shape;
import io.boto4j.model.StructureShape;
import java.util.HashSet;
import java.util.Set;

/** The shapes whose values the model marks as sensitive. */
public final class Sensitive {
  private Sensitive() {}

  /**
   * Whether a value of a shape is sensitive, or can have a sensitive part.
   *
   * @param shape the shape
   * @return true if the shape, or any that it refers to, is marked as sensitive
   */
  public static boolean isWithin(Shape shape) {
    return isWithin(shape, new HashSet<>());
  }

  private static boolean isWithin(Shape shape, Set<Shape> seen) {
    if (shape.sensitive() || !seen.add(shape)) {
      return shape.sensitive();
    }
    if (shape instanceof ListShape list) {
      return isWithin(list.element().shape(), seen);
    }
    if (shape instanceof MapShape map) {
      return isWithin(map.key().shape(), seen) || isWithin(map.value().shape(), seen);
    }
    if (shape instanceof StructureShape structure) {
      for (Member member : structure.members()) {
        if (isWithin(member.shape(), seen)) {
          return true;
        }
      }
    }
    return false;
  }
}
