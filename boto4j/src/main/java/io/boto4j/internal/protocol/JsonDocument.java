package io.boto4j.internal.protocol;

import io.boto4j.model.Member;
import io.boto4j.model.codec.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Input without a shape that is sent as JSON: documents, and texts that the model marks as JSON
 * ({@code jsonvalue}). It may contain all types of input: arrays, enum constants, responses.
 */
public final class JsonDocument {
  private JsonDocument() {}

  /**
   * Returns the text to send for a member.
   *
   * @throws IllegalArgumentException if the value is neither a text nor JSON, and validation is off
   */
  static String text(Member member, Object value) {
    String text = InputValues.text(value);
    if (text == null && InputValues.isJson(member)) {
      JsonWriter json = new JsonWriter();
      write(json, value);
      text = new String(json.buffer(), 0, json.length(), StandardCharsets.US_ASCII);
    }
    return InputValues.fit(value, text, member.shape());
  }

  /** Writes a document. */
  static void write(JsonWriter json, @Nullable Object value) {
    String text = InputValues.text(value);
    Collection<?> list = text == null ? InputValues.list(value) : null;
    if (text != null) {
      json.value(text);
    } else if (list != null) {
      json.beginArray();
      for (Object element : list) {
        write(json, element);
      }
      json.endArray();
    } else if (value instanceof Map<?, ?> map) {
      json.beginObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        json.name(String.valueOf(entry.getKey()));
        write(json, entry.getValue());
      }
      json.endObject();
    } else {
      json.value(value);
    }
  }
}
