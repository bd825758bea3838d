package io.boto4j.internal.paging;

import io.boto4j.Structure;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a result key finds on a page, item by item: mostly a list, at times text or a map. */
final class PageItems {
  private PageItems() {}

  /** How many items there are. Text is counted in code points, as Python counts it. */
  static int count(@Nullable Object value) {
    if (value == null) {
      return 0;
    }
    if (value instanceof List<?> list) {
      return list.size();
    }
    if (value instanceof String text) {
      return text.codePointCount(0, text.length());
    }
    return value instanceof Map<?, ?> map && !(value instanceof Structure) ? map.size() : 1;
  }

  /**
   * The items of a page.
   *
   * @param value what the result key found
   * @return the elements of a list, the entries of a map, else the value alone
   */
  static Collection<?> of(@Nullable Object value) {
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> list) {
      return list;
    }
    return value instanceof Map<?, ?> map && !(value instanceof Structure)
        ? map.entrySet()
        : List.of(value);
  }

  /** The items from one place on, up to another; null if nothing is left of what has no parts. */
  static @Nullable Object cut(@Nullable Object value, int from, int to) {
    int count = count(value);
    int start = Math.min(from, count);
    int end = Math.max(start, Math.min(to, count));
    if (value instanceof List<?> list) {
      return list.subList(start, end);
    }
    if (value instanceof String text) {
      return text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end));
    }
    if (value instanceof Map<?, ?> map && !(value instanceof Structure)) {
      Map<Object, Object> cut = new LinkedHashMap<>();
      int index = 0;
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        if (index >= start && index < end) {
          cut.put(entry.getKey(), entry.getValue());
        }
        index++;
      }
      return cut;
    }
    return start < end ? value : null;
  }

  /** What is left of a further result key where the page before already gave it. */
  static @Nullable Object emptied(@Nullable Object value) {
    // A number counts what the service looked at, which was this page, again.
    return value instanceof Number ? value : cut(value, Integer.MAX_VALUE, Integer.MAX_VALUE);
  }
}
