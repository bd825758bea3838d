package io.boto4j.internal.call;

import io.boto4j.internal.protocol.InputValues;
import io.boto4j.internal.text.PercentEncoding;
import io.boto4j.model.ListShape;
import io.boto4j.model.MapShape;
import io.boto4j.model.Member;
import io.boto4j.model.Shape;
import io.boto4j.model.StructureShape;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values that must not appear in a text, in whatever encoding. */
final class Secrets {
  static final String HIDDEN = "***";

  private final List<String> values = new ArrayList<>();

  /** Adds a value in its forms for headers, queries and canonical requests. */
  void add(@Nullable String value) {
    if (value == null || value.isEmpty()) {
      return;
    }
    String encoded = PercentEncoding.encode(value);
    for (String form :
        List.of(
            value,
            value.strip(),
            encoded,
            PercentEncoding.encodePath(value),
            PercentEncoding.encode(encoded),
            encoded.replace("%20", "+"))) {
      if (!form.isEmpty() && !values.contains(form)) {
        values.add(form);
      }
    }
    // Of two values with the same beginning, the longer is hidden first: else its end would stay.
    values.sort(Comparator.comparingInt(String::length).reversed());
  }

  /** Adds all values of the input that the model marks as sensitive. */
  void addSensitive(@Nullable Shape shape, @Nullable Object value) {
    if (shape == null || value == null) {
      return;
    }
    if (shape.sensitive()) {
      add(
          value instanceof byte[] bytes
              ? Base64.getEncoder().encodeToString(bytes)
              : InputValues.text(value));
    }
    if (shape instanceof StructureShape structure && value instanceof Map<?, ?> map) {
      for (int i = 0; i < structure.size(); i++) {
        Member member = structure.member(i);
        addSensitive(member.shape(), map.get(member.name()));
      }
    } else if (shape instanceof MapShape pairs && value instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> pair : map.entrySet()) {
        addSensitive(pairs.key().shape(), pair.getKey());
        addSensitive(pairs.value().shape(), pair.getValue());
      }
    } else if (shape instanceof ListShape list) {
      Collection<?> elements = InputValues.list(value);
      for (Object element : elements == null ? List.of() : elements) {
        addSensitive(list.element().shape(), element);
      }
    }
  }

  String hide(String text) {
    String hidden = text;
    for (String value : values) {
      hidden = hidden.replace(value, HIDDEN);
    }
    return hidden;
  }
}
