package io.boto4j.internal.value;

import io.boto4j.model.ListShape;
import io.boto4j.model.MapShape;
import io.boto4j.model.Shape;
import io.boto4j.model.StructureShape;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes input for people to read: short, and without values that the model marks as sensitive. */
public final class InputText {
  private static final int LONGEST = 2_000;

  private final StringBuilder text = new StringBuilder();

  private InputText() {}

  /**
   * Writes input.
   *
   * @param shape the shape of the input, or null for an operation without input
   * @param input the parameters
   * @return the text, cut after 2,000 characters; values without a shape are hidden
   */
  public static String of(@Nullable StructureShape shape, Map<String, ?> input) {
    InputText shown = new InputText();
    shown.value(shape, input);
    return shown.text.length() > LONGEST
        ? shown.text.substring(0, LONGEST) + "…"
        : shown.text.toString();
  }

  private void value(@Nullable Shape shape, @Nullable Object value) {
    if (text.length() > LONGEST) {
      return;
    }
    if (shape == null || shape.sensitive()) {
      text.append(ValueText.HIDDEN);
    } else if (shape instanceof StructureShape structure && value instanceof Map<?, ?> map) {
      members(structure, map);
    } else if (shape instanceof MapShape pairs && value instanceof Map<?, ?> map) {
      pairs(pairs, map);
    } else if (shape instanceof ListShape list && value instanceof Collection<?> elements) {
      text.append('[');
      String separator = "";
      for (Object each : elements) {
        text.append(separator);
        value(list.element().shape(), each);
        separator = ", ";
      }
      text.append(']');
    } else {
      simple(value);
    }
  }

  private void members(StructureShape structure, Map<?, ?> map) {
    String separator = "{";
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      int index = structure.indexOf(String.valueOf(entry.getKey()));
      text.append(separator).append(entry.getKey()).append('=');
      value(index < 0 ? null : structure.member(index).shape(), entry.getValue());
      separator = ", ";
    }
    text.append(map.isEmpty() ? "{}" : "}");
  }

  private void pairs(MapShape pairs, Map<?, ?> map) {
    String separator = "{";
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      text.append(separator);
      value(pairs.key().shape(), entry.getKey());
      text.append('=');
      value(pairs.value().shape(), entry.getValue());
      separator = ", ";
    }
    text.append(map.isEmpty() ? "{}" : "}");
  }

  /**
   * Writes a value; of other types than text, numbers and times only the type, as they may hold
   * secrets.
   */
  private void simple(@Nullable Object value) {
    if (value instanceof byte[] bytes) {
      text.append(bytes.length).append(" bytes");
    } else if (value == null
        || value instanceof CharSequence
        || value instanceof Number
        || value instanceof Boolean
        || value instanceof Enum<?>
        || value instanceof Temporal) {
      String shown = String.valueOf(value);
      text.append(shown, 0, Math.min(shown.length(), LONGEST));
    } else {
      text.append('(').append(value.getClass().getSimpleName()).append(')');
    }
  }
}
