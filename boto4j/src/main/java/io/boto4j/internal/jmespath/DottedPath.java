package io.boto4j.internal.jmespath;

import io.boto4j.error.JmesPathException;
import io.boto4j.error.JmesPathException.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The only form of expression that can be assigned to: names separated by dots. */
public final class DottedPath {
  private DottedPath() {}

  /**
   * Sets a value, as paginators set their tokens.
   *
   * <p>Missing maps on the path are created. Existing ones are replaced by copies, since they may
   * belong to the user.
   *
   * @param target the map to write to
   * @param path the path, such as {@code Marker} or {@code Query.Token}
   * @param value the value to set
   * @throws JmesPathException if the path contains more than names and dots, or a value on it is
   *     not a map
   */
  public static void set(Map<String, Object> target, String path, Object value) {
    List<String> names = names(path);
    Map<String, Object> map = target;
    for (int i = 0; i < names.size() - 1; i++) {
      Map<String, Object> inner = copy(map.get(names.get(i)), path);
      map.put(names.get(i), inner);
      map = inner;
    }
    map.put(names.get(names.size() - 1), value);
  }

  private static List<String> names(String path) {
    List<String> names = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= path.length(); i++) {
      char c = i == path.length() ? '.' : path.charAt(i);
      if (c == '[' || c == ']' || c == '*' || (c == '.' && i == start)) {
        String message =
            "Invalid expression " + Problems.shown(path) + ": Only dotted lookups are supported.";
        throw new JmesPathException(Problem.SYNTAX, message, path, i);
      }
      if (c == '.') {
        names.add(path.substring(start, i));
        start = i + 1;
      }
    }
    return names;
  }

  private static Map<String, Object> copy(@Nullable Object value, String path) {
    Map<String, Object> copy = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        copy.put(String.valueOf(entry.getKey()), entry.getValue());
      }
    } else if (value != null) {
      String message =
          "Cannot set "
              + Problems.shown(path)
              + ": on the way is a value of type "
              + Values.type(value);
      throw new JmesPathException(Problem.INVALID_TYPE, message, path, 0);
    }
    return copy;
  }
}
