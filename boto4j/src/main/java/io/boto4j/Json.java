package io.boto4j;

import io.boto4j.internal.value.AbstractStructure;
import io.boto4j.internal.value.JsonText;
import io.boto4j.model.codec.JsonException;
import io.boto4j.model.codec.JsonReader;
import io.boto4j.model.codec.JsonToken;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Conversion between JSON text and Java values, with the codec the SDK itself uses.
 *
 * <pre>{@code
 * Structure policy = Json.read(response.text("Policy"), Structure.class);
 * String text = Json.write(Params.of("Version", "2012-10-17", "Statement", List.of()));
 * System.out.println(Json.pretty(response));
 * }</pre>
 */
public final class Json {
  private Json() {}

  /**
   * Reads a JSON document into plain values.
   *
   * @param text the document
   * @return a {@code LinkedHashMap} in the order of the text, an {@code ArrayList}, {@code String}
   *     or {@code Boolean}, or null; a whole number is an {@code Integer}, or a {@code Long} if it
   *     needs more than 32 bits; any other number is a {@code BigDecimal} with all its digits
   * @throws IllegalArgumentException if the text is not valid JSON; the message has the position
   */
  public static @Nullable Object read(String text) {
    JsonReader reader = new JsonReader(text.getBytes(StandardCharsets.UTF_8));
    try {
      Object value = value(reader);
      reader.end();
      return value;
    } catch (JsonException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /**
   * Reads a JSON document into a value of a type, as {@link Structure#to} converts a member.
   *
   * @param <T> the type of the value
   * @param text the document, which is not null
   * @param type the class of the value: {@code Structure.class} for an object with accessors, a
   *     record, {@code List.class}, {@code String.class} …
   * @return the value
   * @throws IllegalArgumentException if the text is not valid JSON, is null, or does not fit the
   *     type; the message has the position or the place
   */
  public static <T> T read(String text, Class<T> type) {
    Object value = read(text);
    if (value == null) {
      throw new IllegalArgumentException("The document is null, not a " + type.getSimpleName());
    }
    return AbstractStructure.convert(value, type, type.getSimpleName());
  }

  /**
   * Writes a value as JSON, without spaces, and with all characters outside ASCII escaped.
   *
   * @param value null, a {@code Boolean}, {@code Number} or {@code CharSequence}, a {@code Map}
   *     whose keys are texts or enums, an {@code Iterable} or an array, a record (an object with
   *     the names of its components), an {@code Optional}; a {@code byte[]} or {@code ByteBuffer},
   *     written in Base64; an enum, {@code UUID} or a type of {@code java.time}, written as text;
   *     NaN and the infinities, written as text. The same holds for the values it contains
   * @return the document
   * @throws IllegalArgumentException if the value is or contains anything else, or is nested too
   *     deeply
   */
  public static String write(@Nullable Object value) {
    return JsonText.of(value);
  }

  /**
   * Writes a value as JSON for people: like {@link #write}, but in several lines, indented by two
   * spaces a level.
   *
   * @param value the value
   * @return the document, without a line break at its end
   * @throws IllegalArgumentException as for {@link #write}
   */
  public static String pretty(@Nullable Object value) {
    return JsonText.indented(JsonText.of(value));
  }

  private static @Nullable Object value(JsonReader json) {
    JsonToken token = json.peek();
    return switch (token) {
      case BEGIN_OBJECT -> object(json);
      case BEGIN_ARRAY -> array(json);
      case NUMBER -> number(json);
      default -> json.readValue();
    };
  }

  private static Map<String, @Nullable Object> object(JsonReader json) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    json.beginObject();
    while (json.hasNextMember()) {
      String name = json.name();
      members.put(name, value(json));
    }
    return members;
  }

  private static List<@Nullable Object> array(JsonReader json) {
    List<@Nullable Object> elements = new ArrayList<>();
    json.beginArray();
    while (json.hasNextElement()) {
      elements.add(value(json));
    }
    return elements;
  }

  private static Number number(JsonReader json) {
    String text = json.readNumberText();
    BigDecimal exact;
    try {
      exact = new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("The exponent of a number is out of range", e);
    }
    // "1.0" and "-0" are not written as whole numbers.
    if (exact.scale() != 0 || exact.precision() > 19 || text.startsWith("-0")) {
      return exact;
    }
    try {
      long whole = exact.longValueExact();
      return whole == (int) whole ? (Number) (int) whole : (Number) whole;
    } catch (ArithmeticException e) {
      return exact;
    }
  }
}
