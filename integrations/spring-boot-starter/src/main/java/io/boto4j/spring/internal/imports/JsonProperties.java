package io.boto4j.spring.internal.imports;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The properties of a JSON document: {@code {"db": {"hosts": ["a"]}}} is {@code db.hosts[0]=a}. */
final class JsonProperties {
  private JsonProperties() {}

  /** Adds the properties of a value, whose name may end in a dot if it is an object. */
  static void add(@Nullable Object value, String name, Map<String, Object> properties) {
    if (value instanceof Map<?, ?> object) {
      String parent = name.isEmpty() || name.endsWith(".") ? name : name + ".";
      object.forEach((key, member) -> add(member, parent + key, properties));
    } else if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        add(list.get(i), name + "[" + i + "]", properties);
      }
    } else {
      properties.put(name, value == null ? "" : value);
    }
  }
}
