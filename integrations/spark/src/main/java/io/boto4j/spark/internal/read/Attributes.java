package io.boto4j.spark.internal.read;

import java.math.BigDecimal;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Items of DynamoDB as plain values: no {@code {"S": …}}; numbers with all their digits. */
final class Attributes {
  private Attributes() {}

  /** Returns an item as a map whose values are converted when they are read. */
  static Map<String, Object> item(Map<?, ?> attributes) {
    return new Item(attributes);
  }

  /** Returns the plain value of an attribute value; null for NULL. */
  static @Nullable Object plain(@Nullable Object attribute) {
    if (attribute instanceof Map<?, ?> tagged) {
      for (Map.Entry<?, ?> entry : tagged.entrySet()) {
        if (entry.getValue() != null) {
          return plain((String) entry.getKey(), entry.getValue());
        }
      }
    }
    return null;
  }

  private static @Nullable Object plain(String tag, Object value) {
    return switch (tag) {
      case "N" -> new BigDecimal((String) value);
      case "NULL" -> null;
      case "NS" -> numbers((Collection<?>) value);
      case "L" -> list((Collection<?>) value);
      case "M" -> map((Map<?, ?>) value);
      default -> value; // S, B, BOOL, SS, BS
    };
  }

  private static List<Object> numbers(Collection<?> texts) {
    List<Object> numbers = new ArrayList<>(texts.size());
    for (Object text : texts) {
      numbers.add(new BigDecimal((String) text));
    }
    return numbers;
  }

  private static List<@Nullable Object> list(Collection<?> elements) {
    List<@Nullable Object> plain = new ArrayList<>(elements.size());
    for (Object element : elements) {
      plain.add(plain(element));
    }
    return plain;
  }

  private static Map<String, @Nullable Object> map(Map<?, ?> entries) {
    Map<String, @Nullable Object> plain = new LinkedHashMap<>();
    entries.forEach((name, value) -> plain.put((String) name, plain(value)));
    return plain;
  }

  /** An item, of which only the columns that a query needs are ever converted. */
  private static final class Item extends AbstractMap<String, Object> {
    private final Map<?, ?> attributes;

    Item(Map<?, ?> attributes) {
      this.attributes = attributes;
    }

    @Override
    @SuppressWarnings("NullAway") // a map's get returns null for what it lacks
    public Object get(Object name) {
      return plain(attributes.get(name));
    }

    @Override
    public boolean containsKey(Object name) {
      return attributes.containsKey(name);
    }

    @Override
    @SuppressWarnings("NullAway") // an entry of NULL has the value null
    public Set<Entry<String, Object>> entrySet() {
      Set<Entry<String, Object>> entries = new LinkedHashSet<>();
      attributes.forEach(
          (name, value) -> entries.add(new SimpleEntry<>((String) name, plain(value))));
      return entries;
    }
  }
}
