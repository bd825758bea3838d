package io.boto4j.internal.value;

import io.boto4j.EventStream;
import io.boto4j.ResponseStream;
import io.boto4j.model.codec.JsonWriter;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.temporal.TemporalAccessor;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes values as JSON: those of responses, and the Java values that users put into JSON. */
public final class JsonText {
  private static final String INDENTATION = "  ";

  private final JsonWriter json = new JsonWriter();

  private JsonText() {}

  /**
   * Writes a value without spaces, and with all characters outside ASCII escaped.
   *
   * @param value the value
   * @return the document
   * @throws IllegalArgumentException if JSON cannot represent the value, or it is nested too deeply
   */
  public static String of(@Nullable Object value) {
    JsonText text = new JsonText();
    text.write(value);
    return new String(text.json.buffer(), 0, text.json.length(), StandardCharsets.US_ASCII);
  }

  /**
   * Breaks a document into lines, indented by two spaces a level.
   *
   * @param document a document without spaces, as {@link #of} writes it
   * @return the document in several lines
   */
  public static String indented(String document) {
    StringBuilder out = new StringBuilder(document.length() * 2);
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < document.length(); i++) {
      char c = document.charAt(i);
      if (quoted) {
        out.append(c);
        if (c == '\\') {
          out.append(document.charAt(++i));
        }
        quoted = c != '"';
        continue;
      }
      char next = i + 1 < document.length() ? document.charAt(i + 1) : 0;
      switch (c) {
        case '{', '[' -> {
          out.append(c);
          if (next == '}' || next == ']') {
            out.append(next);
            i++;
          } else {
            newLine(out, ++depth);
          }
        }
        case '}', ']' -> {
          newLine(out, --depth);
          out.append(c);
        }
        case ',' -> {
          out.append(c);
          newLine(out, depth);
        }
        case ':' -> out.append(": ");
        default -> {
          quoted = c == '"';
          out.append(c);
        }
      }
    }
    return out.toString();
  }

  private static void newLine(StringBuilder out, int depth) {
    out.append('\n').append(INDENTATION.repeat(depth));
  }

  private void write(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      json.beginObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        json.name(name(entry.getKey()));
        write(entry.getValue());
      }
      json.endObject();
    } else if (value instanceof Iterable<?> elements && !(value instanceof EventStream)) {
      json.beginArray();
      for (Object element : elements) {
        write(element);
      }
      json.endArray();
    } else if (value instanceof byte[] bytes) {
      json.base64(bytes, 0, bytes.length);
    } else if (value instanceof ByteBuffer buffer) {
      byte[] bytes = new byte[buffer.remaining()];
      buffer.duplicate().get(bytes);
      json.base64(bytes, 0, bytes.length);
    } else if (value != null && value.getClass().isArray()) {
      json.beginArray();
      for (int i = 0; i < Array.getLength(value); i++) {
        write(Array.get(value, i));
      }
      json.endArray();
    } else {
      scalar(value);
    }
  }

  private void scalar(@Nullable Object value) {
    if (value instanceof Enum<?> constant) {
      json.value(constant.name());
    } else if (value instanceof Optional<?> optional) {
      write(optional.orElse(null));
    } else if (value instanceof Record record) {
      write(RecordMembers.of(record));
    } else if (isText(value) || isNotFinite(value)) {
      json.value(String.valueOf(value));
    } else {
      json.value(value);
    }
  }

  private static boolean isText(@Nullable Object value) {
    return value instanceof TemporalAccessor
        || value instanceof Character
        || value instanceof UUID
        || value instanceof ResponseStream
        || value instanceof EventStream;
  }

  private static boolean isNotFinite(@Nullable Object value) {
    return (value instanceof Double || value instanceof Float)
        && !Double.isFinite(((Number) value).doubleValue());
  }

  private static String name(@Nullable Object key) {
    if (key instanceof CharSequence || key instanceof Character) {
      return key.toString();
    }
    if (key instanceof Enum<?> constant) {
      return constant.name();
    }
    throw new IllegalArgumentException(
        "JSON cannot have a name that is " + Scalars.kind(key) + ", only texts and enums");
  }
}
