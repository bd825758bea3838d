package io.boto4j.local.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Paths into events, such as {@code $.detail.items[0].name}. */
final class JsonPath {
  private static final Pattern STEP =
      Pattern.compile("\\.([^.\\[\\]]+)|\\[(\\d+)]|\\[\\*]|\\['([^']*)']|\\[\"([^\"]*)\"]");

  private JsonPath() {}

  /** Returns the value at a path; null if there is none. */
  static @Nullable Object read(String path, @Nullable Object document) {
    if (!path.startsWith("$")) {
      return null;
    }
    Matcher step = STEP.matcher(path);
    Object value = document;
    int end = 1;
    while (end < path.length()) {
      if (!step.find(end) || step.start() != end) {
        return null;
      }
      value = step(step, value);
      end = step.end();
    }
    return value;
  }

  private static @Nullable Object step(Matcher step, @Nullable Object value) {
    if (step.group(2) != null) {
      int index = Integer.parseInt(step.group(2));
      return value instanceof List<?> list && index < list.size() ? list.get(index) : null;
    }
    String name = step.group(1) != null ? step.group(1) : step.group(3);
    if (name == null) {
      name = step.group(4);
    }
    if (name == null || name.equals("*")) {
      return value instanceof Map<?, ?> map ? new ArrayList<>(map.values()) : value;
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> values = new ArrayList<>();
      for (Object each : list) {
        if (each instanceof Map<?, ?> map && map.containsKey(name)) {
          values.add(map.get(name));
        }
      }
      return values;
    }
    return value instanceof Map<?, ?> map ? map.get(name) : null;
  }
}
