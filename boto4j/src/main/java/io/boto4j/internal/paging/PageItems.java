package io.boto4j.internal.paging;

import io.boto4j.Structure;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The items that a result key finds on a page: usually a list, sometimes text or a map. */
final class PageItems {
  private PageItems() {}

  /** Returns the number of items; in a text, of code points, as in Python. */
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
   * Returns the items of a page.
   *
   * @param value the value that the result key found
   * @return the elements of a list, the entries of a map, or else the value itself
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

  /** Returns a range of the items; null if the value is a single item outside the range. */
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

  /** Returns the rest of a secondary result key on a page that was already returned in part. */
  static @Nullable Object emptied(@Nullable Object value) {
    // A number counts what the service examined for this page, which was requested again.
    return value instanceof Number ? value : cut(value, Integer.MAX_VALUE, Integer.MAX_VALUE);
  }
}
