package io.boto4j.local.wire;

import io.boto4j.Structure;
import io.boto4j.Structures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Input as engines receive it: maps without shapes, whose accessors return null for names that an
 * operation does not have. Engines share code among operations, of which not all have every member.
 */
final class PlainInput {
  private PlainInput() {}

  static Structure of(Structure input) {
    return Structures.of(map(input));
  }

  private static Map<String, Object> map(Map<?, ?> map) {
    Map<String, Object> plain = new LinkedHashMap<>();
    map.forEach((name, value) -> plain.put(String.valueOf(name), value(value)));
    return plain;
  }

  private static @Nullable Object value(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return map(map);
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> plain = new ArrayList<>(list.size());
      list.forEach(each -> plain.add(value(each)));
      return plain;
    }
    return value;
  }
}
