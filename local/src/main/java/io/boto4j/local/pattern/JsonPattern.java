package io.boto4j.local.pattern;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A pattern on a JSON document, which has the structure of the document. Every field of the pattern
 * must match; a field matches if one of its conditions does. In a list of objects, one and the same
 * element must match all fields of the pattern.
 *
 * <p>See "Create Amazon EventBridge event patterns" in the EventBridge user guide. A pattern is
 * expected to have been checked.
 */
public final class JsonPattern {
  private static final String OR = "$or";

  private JsonPattern() {}

  /**
   * Whether a document matches a pattern.
   *
   * @param pattern the pattern, as JSON was read: maps, lists, texts, numbers, booleans and null
   * @param document the document
   * @return true if it matches
   */
  public static boolean matches(Map<?, ?> pattern, @Nullable Object document) {
    if (document instanceof List<?> list) {
      return list.isEmpty()
          ? matchesObject(pattern, Collections.emptyMap())
          : list.stream().anyMatch(element -> matches(pattern, element));
    }
    return matchesObject(pattern, document instanceof Map<?, ?> map ? map : Collections.emptyMap());
  }

  private static boolean matchesObject(Map<?, ?> pattern, Map<?, ?> document) {
    for (Map.Entry<?, ?> entry : pattern.entrySet()) {
      if (!matchesField(String.valueOf(entry.getKey()), entry.getValue(), document)) {
        return false;
      }
    }
    return true;
  }

  private static boolean matchesField(String name, @Nullable Object pattern, Map<?, ?> document) {
    if (name.equals(OR) && pattern instanceof List<?> list && isAlternatives(list)) {
      return list.stream()
          .anyMatch(each -> each instanceof Map<?, ?> map && matches(map, document));
    }
    if (pattern instanceof Map<?, ?> nested) {
      return matches(nested, document.get(name));
    }
    return pattern instanceof List<?> conditions
        && matchesValue(conditions, document.containsKey(name), document.get(name));
  }

  /** Whether the value of {@code $or} is a list of patterns and not one of conditions. */
  private static boolean isAlternatives(List<?> list) {
    return !list.isEmpty() && list.stream().allMatch(each -> each instanceof Map<?, ?>);
  }

  private static boolean matchesValue(List<?> conditions, boolean present, @Nullable Object value) {
    for (Object condition : conditions) {
      if (condition instanceof Map<?, ?> map && map.containsKey("exists")) {
        // Only leaves exist for a pattern.
        boolean exists = present && !(value instanceof Map<?, ?>);
        if (exists == Boolean.TRUE.equals(map.get("exists"))) {
          return true;
        }
      } else if (present && matchesAny(condition, value)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matchesAny(@Nullable Object condition, @Nullable Object value) {
    if (value instanceof List<?> list) {
      return list.stream().anyMatch(element -> matchesAny(condition, element));
    }
    return !(value instanceof Map<?, ?>) && Condition.matches(condition, value);
  }
}
