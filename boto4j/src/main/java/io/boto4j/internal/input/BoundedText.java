package io.boto4j.internal.input;

import io.boto4j.Structure;
import io.boto4j.internal.protocol.InputValues;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The text of a value as {@code toString} gives it, for reports, but with maps and sets sorted, and
 * without the end of a long one: that of a map that contains itself has none.
 */
final class BoundedText {
  private final StringBuilder text = new StringBuilder();
  private final int limit;

  private BoundedText(int limit) {
    this.limit = limit;
  }

  /**
   * Returns the text of a value.
   *
   * @param limit the length from which on nothing is added, except the end of a single value
   */
  static String of(@Nullable Object value, int limit) {
    BoundedText bounded = new BoundedText(limit);
    bounded.append(value);
    return bounded.text.toString();
  }

  /** Each level adds a character, so that the limit bounds the levels too. */
  private void append(@Nullable Object value) {
    Collection<?> list = InputValues.list(value);
    if (value instanceof Map<?, ?> map && !(value instanceof Structure)) {
      text.append('{');
      String separator = "";
      for (Map.Entry<?, ?> entry : InPlaceOrder.keys(map)) {
        if (text.length() > limit) {
          return;
        }
        text.append(separator);
        append(entry.getKey());
        text.append('=');
        append(entry.getValue());
        separator = ", ";
      }
      text.append('}');
    } else if (list != null) {
      text.append('[');
      String separator = "";
      for (Object element : InPlaceOrder.elements(list)) {
        if (text.length() > limit) {
          return;
        }
        text.append(separator);
        append(element);
        separator = ", ";
      }
      text.append(']');
    } else {
      text.append(value);
    }
  }
}
