package io.boto4j.dynamodb;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The placeholders of one request: {@code #n0, #n1 …} for names and {@code :v0, :v1 …} for values.
 *
 * <p>Numbers that the caller uses are skipped. One writer serves all expressions of a request.
 */
final class ExpressionWriter {
  private final Map<String, Object> names = new LinkedHashMap<>();
  private final Map<String, Object> values = new LinkedHashMap<>();
  private int nextName;
  private int nextValue;

  ExpressionWriter() {}

  /**
   * Creates a writer that adds to what the caller has.
   *
   * @param names the caller's names by placeholder
   * @param values the caller's values by placeholder, already written
   */
  ExpressionWriter(Map<?, ?> names, Map<String, ?> values) {
    for (Map.Entry<?, ?> each : names.entrySet()) {
      this.names.put(String.valueOf(each.getKey()), each.getValue());
    }
    this.values.putAll(values);
  }

  /** Appends a path with a new placeholder for each name. */
  void path(List<Object> parts, StringBuilder text) {
    String separator = "";
    for (Object part : parts) {
      if (part instanceof Integer) {
        text.append('[').append(part).append(']');
      } else {
        text.append(separator).append(name((String) part));
      }
      separator = ".";
    }
  }

  private String name(String name) {
    String placeholder = "#n" + nextName++;
    while (names.containsKey(placeholder)) {
      placeholder = "#n" + nextName++;
    }
    names.put(placeholder, name);
    return placeholder;
  }

  /** Appends a new placeholder for a value. */
  void value(@Nullable Object value, StringBuilder text) {
    String placeholder = ":v" + nextValue++;
    while (values.containsKey(placeholder)) {
      placeholder = ":v" + nextValue++;
    }
    values.put(placeholder, ValueSerializer.value(value));
    text.append(placeholder);
  }

  Map<String, Object> names() {
    return names;
  }

  Map<String, Object> values() {
    return values;
  }

  /** Puts names and values into a request, if there are any. */
  void putInto(Map<String, Object> request) {
    if (!names.isEmpty()) {
      request.put("ExpressionAttributeNames", names);
    }
    if (!values.isEmpty()) {
      request.put("ExpressionAttributeValues", values);
    }
  }
}
