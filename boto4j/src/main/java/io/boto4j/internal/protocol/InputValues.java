package io.boto4j.internal.protocol;

import io.boto4j.http.HttpBody;
import io.boto4j.internal.text.Timestamps;
import io.boto4j.model.Member;
import io.boto4j.model.Shape;
import io.boto4j.model.StructureShape;
import java.io.InputStream;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Conversion of input: the Java types that users may pass for each shape.
 *
 * <p>A method returns null for a value that it cannot convert. Validation, which precedes
 * serialization, reports it. The most common type is checked first.
 *
 * <p>For a cold start, no constant of this class is a {@code BigDecimal}: initializing that class,
 * which few calls need, takes 10 ms on JDK 25.
 */
public final class InputValues {
  private InputValues() {}

  /**
   * Converts text: a {@code CharSequence}, a {@code Character} or an enum constant.
   *
   * @param value the input
   * @return the text, or null
   */
  public static @Nullable String text(@Nullable Object value) {
    if (value instanceof String text) {
      return text;
    }
    boolean textual =
        value instanceof CharSequence || value instanceof Enum<?> || value instanceof Character;
    return textual ? String.valueOf(value) : null;
  }

  /**
   * Converts a whole number: any {@code Number} without a fraction.
   *
   * @param value the input
   * @return an {@code Integer} or {@code Long}, a {@code BigInteger} if a long is too short, or
   *     null
   */
  public static @Nullable Number whole(@Nullable Object value) {
    if (value instanceof Integer || value instanceof Long) {
      return (Number) value;
    }
    if (value instanceof BigInteger big) {
      return shortest(big);
    }
    BigDecimal exact = value instanceof Number number ? decimal(number) : null;
    if (exact == null || exact.precision() - (long) exact.scale() > 400) {
      return null;
    }
    BigDecimal plain = exact.signum() == 0 ? BigDecimal.ZERO : exact.stripTrailingZeros();
    if (plain.scale() > 0) {
      return null;
    }
    return shortest(plain.toBigIntegerExact());
  }

  private static Number shortest(BigInteger value) {
    return value.bitLength() < Long.SIZE ? (Number) value.longValue() : value;
  }

  /**
   * Returns the exact value of a number.
   *
   * @param number any number
   * @return the value, or null for NaN, the infinities, and a type whose text is not a number
   */
  public static @Nullable BigDecimal decimal(Number number) {
    if (number instanceof BigDecimal decimal) {
      return decimal;
    }
    try {
      return new BigDecimal(number.toString());
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /**
   * Converts a timestamp: {@code Instant}, {@code Date}, {@code ZonedDateTime}, {@code
   * OffsetDateTime}, {@code LocalDateTime} (in UTC), seconds since 1970 as a number, or text in any
   * known form. Text and numbers outside the years 1 to 9999, such as milliseconds, are mistakes.
   *
   * @param value the input
   * @return the instant, or null
   */
  public static @Nullable Instant instant(@Nullable Object value) {
    if (value instanceof Instant instant) {
      return instant;
    }
    try {
      if (value instanceof CharSequence text) {
        return writable(Timestamps.parse(text.toString()));
      }
      if (value instanceof Double || value instanceof Float) {
        return writable(Timestamps.ofEpoch(((Number) value).doubleValue()));
      }
      if (value instanceof Number number) {
        return writable(Timestamps.parse(number.toString()));
      }
    } catch (IllegalArgumentException e) {
      return null;
    }
    return calendar(value);
  }

  private static @Nullable Instant writable(Instant instant) {
    return Timestamps.isWritable(instant) ? instant : null;
  }

  @SuppressWarnings("JavaUtilDate") // users still pass them
  private static @Nullable Instant calendar(@Nullable Object value) {
    if (value instanceof Date date) {
      return Instant.ofEpochMilli(date.getTime());
    }
    if (value instanceof ZonedDateTime zoned) {
      return zoned.toInstant();
    }
    if (value instanceof OffsetDateTime offset) {
      return offset.toInstant();
    }
    return value instanceof LocalDateTime local ? local.toInstant(ZoneOffset.UTC) : null;
  }

  /**
   * Whether a value can be sent as bytes: {@code byte[]}, {@code ByteBuffer}, {@code InputStream},
   * {@code Path}, {@link HttpBody}, or text, which is encoded in UTF-8.
   *
   * @param value the input
   * @return true if {@link #bytes} converts it
   */
  public static boolean isBytes(@Nullable Object value) {
    return value instanceof byte[]
        || value instanceof CharSequence
        || value instanceof ByteBuffer
        || value instanceof InputStream
        || value instanceof Path
        || value instanceof HttpBody;
  }

  /**
   * Converts bytes. A stream or file is read to its end.
   *
   * @param value the input, of a type that {@link #isBytes} accepts
   * @return the bytes; an array is not copied
   * @throws IllegalArgumentException if the file or stream cannot be read, or is larger than an
   *     eighth of the heap; or if the type is not supported
   * @throws io.boto4j.error.CallInterruptedException if the thread is interrupted while it reads
   */
  public static byte[] bytes(Object value) {
    if (value instanceof byte[] bytes) {
      return bytes;
    }
    if (value instanceof CharSequence text) {
      return text.toString().getBytes(StandardCharsets.UTF_8);
    }
    if (value instanceof ByteBuffer buffer) {
      byte[] bytes = new byte[buffer.remaining()];
      buffer.duplicate().get(bytes);
      return bytes;
    }
    if (value instanceof InputStream || value instanceof Path || value instanceof HttpBody) {
      return InputBytes.read(value);
    }
    throw new IllegalArgumentException("Not bytes: " + value.getClass().getName());
  }

  /**
   * Converts a list: any {@code Collection}, or an array except one of bytes.
   *
   * @param value the input
   * @return the elements, or null
   */
  public static @Nullable Collection<?> list(@Nullable Object value) {
    if (value instanceof Collection<?> collection) {
      return collection;
    }
    if (value == null || !value.getClass().isArray() || value instanceof byte[]) {
      return null;
    }
    int length = Array.getLength(value);
    List<@Nullable Object> list = new ArrayList<>(length);
    for (int i = 0; i < length; i++) {
      list.add(Array.get(value, i));
    }
    return list;
  }

  /**
   * Converts a map.
   *
   * @param value the input
   * @return the map, or null
   */
  static @Nullable Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : null;
  }

  /**
   * Converts a boolean.
   *
   * @param value the input
   * @return the value, or null
   */
  static @Nullable Boolean bool(@Nullable Object value) {
    return value instanceof Boolean bool ? bool : null;
  }

  /**
   * Converts a number of any type.
   *
   * @param value the input
   * @return the number, or null
   */
  static @Nullable Number number(@Nullable Object value) {
    return value instanceof Number number ? number : null;
  }

  /**
   * Returns a converted value, which is null only if validation is off.
   *
   * @param value the input
   * @param converted the converted value, or null
   * @param shape the shape of the value
   * @return the converted value
   * @throws IllegalArgumentException if the input could not be converted
   */
  static <T> T fit(Object value, @Nullable T converted, Shape shape) {
    if (converted == null) {
      throw new IllegalArgumentException(
          "A " + value.getClass().getName() + " cannot be sent as " + shape);
    }
    return converted;
  }

  /**
   * Returns the exception for a member that the model does not have, which is found here only if
   * validation is off. Its name may be a part of a secret, as in a map of passwords.
   *
   * @param shape the shape of the structure
   * @return the exception
   */
  static IllegalArgumentException unknownMember(StructureShape shape) {
    return new IllegalArgumentException(
        "The input has a member that "
            + shape.name()
            + " does not have; parameter validation would name it");
  }

  /**
   * Whether the text of a member is JSON, so that users may pass the value instead.
   *
   * @param member the member, a string
   * @return true if the model marks it
   */
  public static boolean isJson(Member member) {
    return Boolean.TRUE.equals(member.trait("jsonvalue"));
  }
}
