package io.boto4j;

import io.boto4j.model.codec.JsonException;
import io.boto4j.model.codec.JsonReader;
import io.boto4j.model.codec.JsonWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Conversion between JSON text and plain Java values, with the codec the SDK itself uses.
 *
 * <pre>{@code
 * Map<?, ?> policy = (Map<?, ?>) Json.read(response.text("Policy"));
 * String text = Json.write(Map.of("Version", "2012-10-17", "Statement", List.of()));
 * }</pre>
 */
public final class Json {
  private Json() {}

  /**
   * Reads a JSON document.
   *
   * @param text the document
   * @return a {@code Map} in the order of the text, a {@code List}, {@code String}, {@code Number}
   *     or {@code Boolean}, or null
   * @throws IllegalArgumentException if the text is not valid JSON; the message has the position
   */
  public static @Nullable Object read(String text) {
    JsonReader reader = new JsonReader(text.getBytes(StandardCharsets.UTF_8));
    try {
      Object value = reader.readValue();
      reader.end();
      return value;
    } catch (JsonException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /**
   * Writes a value as JSON, without spaces, and with all characters outside ASCII escaped.
   *
   * @param value null, a {@code Boolean}, {@code Number} or {@code CharSequence}, a {@code Map}
   *     with such keys, an {@code Iterable} or an array; the same holds for the values it contains
   * @return the document
   * @throws IllegalArgumentException if the value is or contains anything else, such as a {@code
   *     byte[]}, or is nested too deeply
   */
  public static String write(@Nullable Object value) {
    return new String(new JsonWriter().value(value).toByteArray(), StandardCharsets.US_ASCII);
  }
}
