package io.boto4j.internal.customization;

import io.boto4j.internal.input.InPlaceOrder;
import io.boto4j.internal.input.InputHints;
import io.boto4j.internal.protocol.InputValues;
import io.boto4j.internal.text.Printable;
import io.boto4j.model.Shape;
import io.boto4j.model.StructureShape;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The typed form of a plain value that was passed as an attribute value: {@code {"N": "3"}} for 3.
 * A class of its own, so that calls without a failure do not load it.
 */
final class AttributeValueHints implements InputHints {
  private static final int MAX_LENGTH = 120;
  private static final int MAX_DEPTH = 4;
  private static final String TABLE = ", or use io.boto4j.dynamodb.Table, which takes plain values";

  /** Whether a line of the report has named the class already. */
  private boolean named;

  private AttributeValueHints() {}

  static InputHints create() {
    return new AttributeValueHints();
  }

  @Override
  public @Nullable String hint(Shape shape, @Nullable Object value) {
    if (shape.name().equals("AttributeValue") && shape instanceof StructureShape types) {
      if (value instanceof Map<?, ?> map && (map.isEmpty() || namesType(map, types))) {
        return null;
      }
      String typed = new Typed(types).text(value);
      return typed == null ? null : "write " + typed + table();
    }
    return shape.name().equals("NumberAttributeValue") && value instanceof Number
        ? "numbers are texts here: write \"" + Printable.of(value.toString()) + "\"" + table()
        : null;
  }

  private String table() {
    String once = named ? "" : TABLE;
    named = true;
    return once;
  }

  /** Whether a map is meant to be typed, even if its spelling is wrong. */
  private static boolean namesType(Map<?, ?> map, StructureShape types) {
    for (Object key : map.keySet()) {
      if (types.indexOf(String.valueOf(key).toUpperCase(Locale.ROOT)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Writes one value in its typed form. */
  private static final class Typed {
    private final StringBuilder text = new StringBuilder();
    private final StructureShape types;

    Typed(StructureShape types) {
      this.types = types;
    }

    /** Returns the typed form of a value, cut if it is long; null if it has no typed form. */
    @Nullable String text(@Nullable Object value) {
      if (!append(value, 0)) {
        return null;
      }
      String whole = Printable.whole(text.toString());
      return whole.length() <= MAX_LENGTH ? whole : whole.substring(0, MAX_LENGTH) + "…";
    }

    /** Returns false for a value of a type that has no form. */
    private boolean append(@Nullable Object value, int depth) {
      if (depth > MAX_DEPTH || text.length() > MAX_LENGTH) {
        text.append('…');
        return true;
      }
      String string = InputValues.text(value);
      Collection<?> list = InputValues.list(value);
      if (value == null) {
        text.append("{\"NULL\": true}");
      } else if (string != null) {
        text.append("{\"S\": ");
        quote(string);
        text.append('}');
      } else if (value instanceof Number) {
        text.append("{\"N\": \"").append(value).append("\"}");
      } else if (value instanceof Boolean) {
        text.append("{\"BOOL\": ").append(value).append('}');
      } else if (value instanceof Map<?, ?> map) {
        return map(map, depth);
      } else if (list != null) {
        return list(list, depth);
      } else if (InputValues.isBytes(value)) {
        text.append("{\"B\": …}");
      } else {
        return false;
      }
      return true;
    }

    private boolean map(Map<?, ?> map, int depth) {
      if (depth > 0 && map.size() == 1 && namesType(map, types)) {
        Map.Entry<?, ?> typed = map.entrySet().iterator().next();
        text.append("{\"").append(typed.getKey()).append("\": ");
        if (typed.getValue() instanceof CharSequence string) {
          quote(string.toString());
        } else {
          text.append('…');
        }
        text.append('}');
        return true;
      }
      text.append("{\"M\": {");
      String separator = "";
      for (Map.Entry<?, ?> entry : InPlaceOrder.keys(map)) {
        text.append(separator);
        quote(String.valueOf(entry.getKey()));
        text.append(": ");
        if (!append(entry.getValue(), depth + 1)) {
          return false;
        }
        separator = ", ";
        if (text.length() > MAX_LENGTH) {
          break;
        }
      }
      text.append("}}");
      return true;
    }

    private boolean list(Collection<?> list, int depth) {
      boolean texts = list instanceof Set<?> && !list.isEmpty();
      boolean numbers = texts;
      for (Object each : list) {
        texts &= InputValues.text(each) != null;
        numbers &= each instanceof Number;
      }
      text.append(texts ? "{\"SS\": [" : numbers ? "{\"NS\": [" : "{\"L\": [");
      String separator = "";
      for (Object each : InPlaceOrder.elements(list)) {
        text.append(separator);
        if (texts || numbers) {
          quote(String.valueOf(each));
        } else if (!append(each, depth + 1)) {
          return false;
        }
        separator = ", ";
        if (text.length() > MAX_LENGTH) {
          break;
        }
      }
      text.append("]}");
      return true;
    }

    private void quote(String string) {
      text.append('"');
      for (int i = 0; i < string.length() && text.length() <= MAX_LENGTH; i++) {
        char c = string.charAt(i);
        if (c == '"' || c == '\\') {
          text.append('\\');
        }
        text.append(c);
      }
      text.append('"');
    }
  }
}
