package io.boto4j.internal.customization;

import io.boto4j.model.codec.JsonException;
import io.boto4j.model.codec.JsonReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads texts that contain a JSON document. */
final class JsonText {
  private JsonText() {}

  /** Returns the document as maps, lists and values; null for invalid JSON and {@code null}. */
  static @Nullable Object read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  static @Nullable Object read(byte[] text) {
    try {
      JsonReader json = new JsonReader(text);
      Object value = json.readValue();
      json.end();
      return value;
    } catch (JsonException e) {
      return null;
    }
  }
}
