package io.boto4j.internal.jmespath;

import io.boto4j.model.codec.JsonReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The test cases of this package, and the comparison of their results. */
final class Cases {
  private Cases() {}

  static Object json(byte[] text) {
    JsonReader reader = new JsonReader(text);
    Object value = reader.readValue();
    reader.end();
    return value;
  }

  @SuppressWarnings("unchecked") // a list of JSON objects
  static List<Map<String, Object>> maps(Object value) {
    return (List<Map<String, Object>>) Objects.requireNonNull(value);
  }

  /** Returns a value as text, in which 2 and 2.0 differ only if whole numbers must stay whole. */
  static String text(Object value, boolean strict) {
    StringBuilder out = new StringBuilder();
    write(value, strict, out);
    return out.toString();
  }

  private static void write(Object value, boolean strict, StringBuilder out) {
    if (value instanceof Map<?, ?> map) {
      out.append('{');
      map.keySet().stream()
          .map(String.class::cast)
          .sorted()
          .forEach(
              key -> {
                out.append('"').append(key).append("\": ");
                write(map.get(key), strict, out);
                out.append(", ");
              });
      out.append('}');
    } else if (value instanceof List<?> list) {
      out.append('[');
      for (Object element : list) {
        write(element, strict, out);
        out.append(", ");
      }
      out.append(']');
    } else if (value instanceof String text) {
      out.append('"').append(text).append('"');
    } else if (value instanceof Number && !strict) {
      out.append(new BigDecimal(value.toString()).stripTrailingZeros().toString());
    } else {
      out.append(value);
    }
  }
}
