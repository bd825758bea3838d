package io.boto4j.local.s3;

import io.boto4j.Structure;
import io.boto4j.Structures;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The documents of the store, as structures. */
final class Documents {
  private Documents() {}

  @SuppressWarnings("unchecked") // the documents of this package are maps
  static Structure structure(Object stored) {
    return Structures.of((Map<String, ?>) stored);
  }

  static String text(Structure document, String name, String otherwise) {
    String text = document.text(name);
    return text == null ? otherwise : text;
  }

  static long number(Structure document, String name) {
    Long number = document.longInteger(name);
    return number == null ? 0 : number;
  }

  /** Returns a copy with another value, or without one if it is null. */
  static Structure with(Structure document, String name, @Nullable Object value) {
    Map<String, Object> copy = new LinkedHashMap<>(document);
    if (value == null) {
      copy.remove(name);
    } else {
      copy.put(name, value);
    }
    return Structures.of(copy);
  }

  /** Copies members that are present from one map to another. */
  static void copy(Structure from, Map<String, Object> to, Iterable<String> names) {
    for (String name : names) {
      Object value = from.get(name);
      if (value != null) {
        to.put(name, value);
      }
    }
  }
}
