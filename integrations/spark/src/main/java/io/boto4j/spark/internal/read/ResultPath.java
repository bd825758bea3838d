package io.boto4j.spark.internal.read;

import io.boto4j.model.ListShape;
import io.boto4j.model.Member;
import io.boto4j.model.NearNames;
import io.boto4j.model.OperationModel;
import io.boto4j.model.Shape;
import io.boto4j.model.StructureShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The path from a response to its rows, such as {@code Reservations[].Instances[]}: names of
 * members, where each list on the way is flattened.
 */
final class ResultPath {
  private ResultPath() {}

  /** Returns the names of a path, whose brackets may be left out. */
  static List<String> names(String path) {
    List<String> names = new ArrayList<>();
    int begin = 0;
    for (int i = 0; i <= path.length(); i++) {
      if (i == path.length() || path.charAt(i) == '.') {
        String name = path.substring(begin, i);
        names.add(name.endsWith("[]") ? name.substring(0, name.length() - 2) : name);
        begin = i + 1;
      }
    }
    return names;
  }

  /** Returns the shape of a row, or null for an operation without output. */
  static @Nullable Shape shape(OperationModel operation, List<String> names) {
    Shape shape = operation.output();
    String seen = operation.name();
    for (String name : names) {
      Member member = shape instanceof StructureShape structure ? structure.member(name) : null;
      if (member == null) {
        List<String> known =
            shape instanceof StructureShape structure ? structure.memberNames() : List.of();
        throw new IllegalArgumentException(
            "The option 'resultKey': "
                + seen
                + " has no member '"
                + name
                + "'."
                + NearNames.hint(name, known)
                + " Its members are: "
                + String.join(", ", known)
                + ".");
      }
      shape = flattened(member.shape());
      seen = seen + "." + name;
    }
    return shape;
  }

  private static Shape flattened(Shape shape) {
    return shape instanceof ListShape list ? flattened(list.element().shape()) : shape;
  }

  /** Whether rows of a shape have one column {@code value}, because it has no members. */
  static boolean isSingleValue(@Nullable Shape shape) {
    return !(shape instanceof StructureShape structure) || structure.size() == 0;
  }

  /** Returns the rows of a response. */
  static List<Object> rows(Map<String, ?> response, List<String> names) {
    List<Object> rows = new ArrayList<>();
    collect(response, names, 0, rows);
    return rows;
  }

  private static void collect(
      @Nullable Object value, List<String> names, int depth, List<Object> rows) {
    if (value instanceof List<?> list) {
      for (Object element : list) {
        collect(element, names, depth, rows);
      }
    } else if (depth < names.size()) {
      if (value instanceof Map<?, ?> map) {
        collect(map.get(names.get(depth)), names, depth + 1, rows);
      }
    } else if (value != null) {
      rows.add(value);
    }
  }
}
