package io.boto4j.internal.protocol;

import io.boto4j.internal.text.Timestamps;
import io.boto4j.model.Member;
import io.boto4j.model.Shape;
import io.boto4j.model.codec.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Conversion of values to and from text in a path, a query, a form, a header or an element. */
final class HttpText {
  static final String ISO_8601 = "iso8601";
  static final String RFC_822 = "rfc822";

  private HttpText() {}

  /**
   * Writes a value.
   *
   * @param timestampFormat the format of timestamps if the model does not specify it
   * @throws IllegalArgumentException if the value does not fit its shape
   */
  static String of(Member member, Object value, String timestampFormat) {
    Shape shape = member.shape();
    String text =
        switch (shape.type()) {
          case STRING -> JsonDocument.text(member, value);
          case BOOLEAN -> value instanceof Boolean bool ? bool.toString() : null;
          case INTEGER, LONG, BIG_INTEGER -> toString(InputValues.whole(value));
          case FLOAT, DOUBLE, BIG_DECIMAL -> value instanceof Number number ? text(number) : null;
          case TIMESTAMP -> timestamp(member, InputValues.instant(value), timestampFormat);
          case BLOB -> base64(InputValues.bytes(value));
          case LIST, MAP, STRUCTURE, DOCUMENT -> null;
        };
    if (text == null) {
      throw new IllegalArgumentException(
          "A " + value.getClass().getName() + " cannot be sent as " + shape + " in text");
    }
    return text;
  }

  /** Returns bytes in the form of headers. */
  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static @Nullable String toString(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  /** Writes a float or double as Python does, and any other number with all its digits. */
  static String text(Number number) {
    if (!(number instanceof Double) && !(number instanceof Float)) {
      return number.toString();
    }
    double value = number.doubleValue();
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return Double.toString(value);
    }
    JsonWriter digits =
        number instanceof Float single
            ? new JsonWriter(32).value((float) single)
            : new JsonWriter(32).value(value);
    return new String(digits.buffer(), 0, digits.length(), StandardCharsets.US_ASCII);
  }

  private static @Nullable String timestamp(
      Member member, @Nullable Instant instant, String otherwise) {
    if (instant == null) {
      return null;
    }
    String modelled = member.textTrait("timestampFormat");
    String format = modelled == null ? otherwise : modelled;
    if (format.equalsIgnoreCase(ISO_8601)) {
      return Timestamps.iso8601(instant);
    }
    return format.equalsIgnoreCase(RFC_822)
        ? Timestamps.rfc822(instant)
        : Long.toString(Timestamps.epochSeconds(instant));
  }

  /** Reads a value; null if it is absent. */
  static @Nullable Object parse(Shape shape, String text) {
    try {
      return switch (shape.type()) {
        case STRING -> text;
        case INTEGER -> Integer.valueOf(text.strip());
        case LONG -> Long.valueOf(text.strip());
        case TIMESTAMP -> Timestamps.parse(text);
        case BLOB -> Base64.getDecoder().decode(text.strip());
        default -> PlainValues.of(shape, text);
      };
    } catch (IllegalArgumentException e) {
      return PlainValues.of(shape, text);
    }
  }
}
