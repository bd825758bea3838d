package io.boto4j.internal.call;

import io.boto4j.internal.protocol.InputValues;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates the kinds of JMESPath expression that {@code operationContextParams} use: {@code
 * keys(a)}, {@code a.b}, {@code a[*].b}, {@code a[*].[b.c, d.e][]}.
 */
final class InputPath {
  private static final String KEYS = "keys(";

  private final String path;
  private int position;

  /** Whether the next part applies to each element, not to the list. */
  private boolean projects;

  private @Nullable Object current;

  private InputPath(String path, @Nullable Object value) {
    this.path = path;
    this.current = value;
  }

  /**
   * Evaluates an expression.
   *
   * @return the value found, or null
   * @throws IllegalArgumentException if the expression is of another kind
   */
  static @Nullable Object search(String path, @Nullable Object value) {
    if (path.startsWith(KEYS) && path.endsWith(")")) {
      Object found = search(path.substring(KEYS.length(), path.length() - 1), value);
      return found instanceof Map<?, ?> map ? new ArrayList<>(map.keySet()) : null;
    }
    return new InputPath(path.strip(), value).run();
  }

  private @Nullable Object run() {
    while (position < path.length() && current != null) {
      if (path.startsWith("[*]", position)) {
        position += 3;
        current = elements(current);
        projects = true;
      } else if (path.startsWith("[]", position)) {
        position += 2;
        current = flat(current);
        projects = true;
      } else if (path.charAt(position) == '.') {
        position++;
      } else if (path.charAt(position) == '[') {
        int close = path.indexOf(']', position);
        List<String> several = parts(path, position + 1, close);
        position = close + 1;
        step(several);
      } else {
        step(null);
      }
    }
    return current;
  }

  private static List<String> parts(String path, int from, int to) {
    List<String> parts = new ArrayList<>();
    int start = from;
    for (int comma = path.indexOf(',', start);
        comma >= 0 && comma < to;
        comma = path.indexOf(',', start)) {
      parts.add(path.substring(start, comma));
      start = comma + 1;
    }
    parts.add(path.substring(start, to));
    return parts;
  }

  private void step(@Nullable List<String> several) {
    String name = several == null ? name() : "";
    if (!projects) {
      current = of(current, name, several);
      return;
    }
    List<@Nullable Object> found = new ArrayList<>();
    Collection<?> elements = elements(current);
    for (Object each : elements == null ? List.of() : elements) {
      Object value = of(each, name, several);
      if (value != null) {
        found.add(value);
      }
    }
    current = found;
  }

  private static @Nullable Object of(
      @Nullable Object value, String name, @Nullable List<String> several) {
    if (several == null) {
      return value instanceof Map<?, ?> map ? map.get(name) : null;
    }
    List<@Nullable Object> values = new ArrayList<>(several.size());
    for (String each : several) {
      values.add(search(each, value));
    }
    return values;
  }

  private String name() {
    int start = position;
    while (position < path.length() && isNamePart(path.charAt(position))) {
      position++;
    }
    if (start == position) {
      throw new IllegalArgumentException("Not a path into an input: " + path);
    }
    return path.substring(start, position);
  }

  private static boolean isNamePart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }

  private static @Nullable Collection<?> elements(@Nullable Object value) {
    return value == null ? null : InputValues.list(value);
  }

  private static @Nullable List<?> flat(@Nullable Object value) {
    Collection<?> elements = elements(value);
    if (elements == null) {
      return null;
    }
    List<Object> flat = new ArrayList<>();
    for (Object each : elements) {
      Collection<?> inner = elements(each);
      for (Object one : inner == null ? Collections.singletonList(each) : inner) {
        if (one != null) {
          flat.add(one);
        }
      }
    }
    return flat;
  }
}
