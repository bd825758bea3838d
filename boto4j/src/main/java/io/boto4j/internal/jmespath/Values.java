package io.boto4j.internal.jmespath;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JMESPath types of Java values. */
final class Values {
  private Values() {}

  /** Returns the elements of an array, or null if the value is not an array. */
  static @Nullable List<?> list(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return list;
    }
    if (value instanceof Collection<?> elements) {
      return new ArrayList<>(elements);
    }
    return value instanceof Object[] elements ? Arrays.asList(elements) : null;
  }

  /** Whether a value is false: null, {@code false} and anything empty are, 0 is not. */
  static boolean isFalse(@Nullable Object value) {
    if (value == null || Boolean.FALSE.equals(value)) {
      return true;
    }
    if (value instanceof String text) {
      return text.isEmpty();
    }
    if (value instanceof Map<?, ?> map) {
      return map.isEmpty();
    }
    return value instanceof Collection<?> elements
        ? elements.isEmpty()
        : value instanceof Object[] array && array.length == 0;
  }

  /**
   * Compares strings by code points, unlike {@link String#compareTo}, which compares UTF-16 units.
   */
  static int compare(String a, String b) {
    int shorter = Math.min(a.length(), b.length());
    for (int i = 0; i < shorter; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        boolean differ = Character.isSurrogate(x) != Character.isSurrogate(y);
        return differ ? Boolean.compare(Character.isSurrogate(x), Character.isSurrogate(y)) : x - y;
      }
    }
    return a.length() - b.length();
  }

  /**
   * Returns the specification's name of a value's type, or Java's if the specification has none.
   */
  static String type(@Nullable Object value) {
    String type = specifiedType(value);
    return type != null || value == null ? String.valueOf(type) : value.getClass().getSimpleName();
  }

  /** Returns the specification's name of a value's type, or null if it has none. */
  static @Nullable String specifiedType(@Nullable Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof String) {
      return "string";
    }
    if (value instanceof Number) {
      return "number";
    }
    if (value instanceof Boolean) {
      return "boolean";
    }
    if (value instanceof Map<?, ?>) {
      return "object";
    }
    if (value instanceof Collection<?> || value instanceof Object[]) {
      return "array";
    }
    return value instanceof ExpressionReference ? "expref" : null;
  }

  /** Returns a read-only copy of a literal, since every evaluation returns the same object. */
  static @Nullable Object readOnly(@Nullable Object json) {
    if (json instanceof Map<?, ?> map) {
      return Collections.unmodifiableMap(readOnlyValues(map));
    }
    if (json instanceof List<?> list) {
      List<@Nullable Object> elements = new ArrayList<>(list.size());
      for (Object element : list) {
        elements.add(readOnly(element));
      }
      return Collections.unmodifiableList(elements);
    }
    return json;
  }

  private static Map<Object, @Nullable Object> readOnlyValues(Map<?, ?> map) {
    Map<Object, @Nullable Object> values = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      values.put(entry.getKey(), readOnly(entry.getValue()));
    }
    return values;
  }
}
