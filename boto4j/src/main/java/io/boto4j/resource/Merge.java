package io.boto4j.resource;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The caller's parameters on top of those that are filled in. Neither map is changed. */
final class Merge {
  private Merge() {}

  /** Merges maps at every depth; other values replace earlier ones. */
  static Map<String, Object> replaceLists(Map<String, ?> values, Map<String, ?> given) {
    return merge(values, given, /* append= */ false);
  }

  /** Merges maps at every depth, appends lists at the top, and replaces everything else. */
  static Map<String, Object> appendLists(Map<String, ?> values, Map<String, ?> given) {
    return merge(values, given, /* append= */ true);
  }

  @SuppressWarnings("unchecked") // parameters have string keys
  private static Map<String, Object> merge(
      Map<String, ?> values, Map<String, ?> given, boolean append) {
    Map<String, Object> merged = new LinkedHashMap<>(values);
    given.forEach(
        (name, value) -> {
          Object old = merged.get(name);
          if (old instanceof Map<?, ?> map && value instanceof Map<?, ?> more) {
            merged.put(name, replaceLists((Map<String, ?>) map, (Map<String, ?>) more));
          } else if (append && old instanceof Collection<?> list && value instanceof List<?> more) {
            List<Object> both = new ArrayList<>(list);
            both.addAll(more);
            merged.put(name, both);
          } else {
            merged.put(name, value);
          }
        });
    return merged;
  }
}
