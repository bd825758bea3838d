package io.boto4j.model.resource;

import io.boto4j.model.ListShape;
import io.boto4j.model.MapShape;
import io.boto4j.model.Member;
import io.boto4j.model.Shape;
import io.boto4j.model.StructureShape;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The shape that a path leads to. Paths are those of parameters, such as {@code A.B[0].C}, and the
 * simple JMESPath expressions of definitions: names, indexes, {@code []}, {@code @}, and a list of
 * paths such as {@code [Versions, DeleteMarkers]|[].Key}.
 */
public final class ShapePath {
  private final String path;
  private int position;

  private ShapePath(String path) {
    this.path = path;
  }

  /**
   * Tells whether a path consists of names, indexes and lists alone, so that its shape can be
   * found.
   *
   * @param path the path
   * @return whether it does; false for filters, functions, pipes and literals
   */
  public static boolean isSimple(String path) {
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      boolean wildcard = c == '*' && i > 0 && path.charAt(i - 1) == '[';
      if (!isNamePart(c) && !wildcard && ".[]@,| ".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * Finds the shape that a path leads to.
   *
   * @param start the shape that the path starts at
   * @param path a path that is {@linkplain #isSimple simple}
   * @return the shape; empty if a member does not exist, or the path indexes something other than a
   *     list. A path that flattens lists leads to the shape of an element, without the lists.
   */
  public static Optional<Shape> find(Shape start, String path) {
    return Optional.ofNullable(new ShapePath(path.replace("|", "").replace(" ", "")).walk(start));
  }

  private @Nullable Shape walk(Shape start) {
    Shape shape = start;
    while (shape != null && position < path.length()) {
      char c = path.charAt(position);
      if (c == '@' || c == '.') {
        position++;
      } else if (c == '[' && startsList()) {
        shape = listOfPaths(shape);
      } else if (c == '[') {
        position = path.indexOf(']', position) + 1;
        shape = shape instanceof ListShape list ? list.element().shape() : null;
      } else {
        shape = member(shape, name());
      }
    }
    return shape;
  }

  private boolean startsList() {
    char next = position + 1 < path.length() ? path.charAt(position + 1) : ']';
    return next != ']' && next != '*' && (next < '0' || next > '9');
  }

  /** Each path must lead somewhere; the list, flattened by the brackets after it, has the first. */
  private @Nullable Shape listOfPaths(Shape shape) {
    int end = path.indexOf(']', position);
    Shape first = null;
    position++;
    while (position <= end) {
      int comma = path.indexOf(',', position);
      int stop = comma < 0 || comma > end ? end : comma;
      Shape found = new ShapePath(path.substring(position, stop)).walk(shape);
      if (found == null) {
        return null;
      }
      first = first == null ? found : first;
      position = stop + 1;
    }
    return first;
  }

  private String name() {
    int start = position;
    while (position < path.length() && isNamePart(path.charAt(position))) {
      position++;
    }
    if (start == position) {
      position = path.length();
    }
    return path.substring(start, position);
  }

  private static @Nullable Shape member(Shape shape, String name) {
    if (shape instanceof StructureShape structure) {
      Member member = structure.member(name);
      return member == null ? null : member.shape();
    }
    return shape instanceof MapShape map ? map.value().shape() : null;
  }

  private static boolean isNamePart(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '-';
  }
}
