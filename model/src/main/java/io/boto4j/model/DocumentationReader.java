package io.boto4j.model;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the documentation from a botocore-format service file. */
final class DocumentationReader {
  private static final String TEXT = "documentation";

  private DocumentationReader() {}

  /** Returns the tree that a {@link Documentation} reads and a documentation pack holds. */
  static Map<String, Object> texts(
      Map<String, Object> service, @Nullable Map<String, Object> examples) {
    Map<String, Object> texts = new LinkedHashMap<>();
    put(texts, "service", service.get(TEXT));
    Map<String, Object> operations = new LinkedHashMap<>();
    for (Map.Entry<?, ?> operation : object(service.get("operations")).entrySet()) {
      put(operations, (String) operation.getKey(), object(operation.getValue()).get(TEXT));
    }
    put(texts, "operations", operations);
    Map<String, Object> shapes = new LinkedHashMap<>();
    for (Map.Entry<?, ?> shape : object(service.get("shapes")).entrySet()) {
      put(shapes, (String) shape.getKey(), shape(object(shape.getValue())));
    }
    put(texts, "shapes", shapes);
    put(texts, "examples", examples == null ? null : examples.get("examples"));
    return texts;
  }

  private static Map<String, Object> shape(Map<?, ?> shape) {
    Map<String, Object> texts = new LinkedHashMap<>();
    put(texts, "", shape.get(TEXT));
    for (Map.Entry<?, ?> member : object(shape.get("members")).entrySet()) {
      put(texts, (String) member.getKey(), object(member.getValue()).get(TEXT));
    }
    return texts;
  }

  private static void put(Map<String, Object> into, String key, @Nullable Object value) {
    boolean empty =
        value == null
            || (value instanceof String text && text.isEmpty())
            || (value instanceof Map<?, ?> map && map.isEmpty());
    if (!empty) {
      into.put(key, value);
    }
  }

  private static Map<?, ?> object(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }
}
