package io.boto4j.internal.protocol;

import io.boto4j.internal.text.Timestamps;
import io.boto4j.model.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
 * What users may pass for a value of a shape, and what it means.
 *
 * <p>Each method gives null for a thing that cannot be meant as such a value; validation reports
 * it, and serialization comes after validation. The commonest type is asked for first.
 *
 * <p>No constant here is a {@code BigDecimal}: JDK 25 takes 10 ms to initialise that class, which
 * few calls need.
 */
public final class InputValues {
  private InputValues() {}

  /**
   * Text: a {@code CharSequence}, a {@code Character}, or an enum constant.
   *
   * @param value what was passed
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
   * A whole number: any {@code Number} without a fraction, of whatever type.
   *
   * @param value what was passed
   * @return an {@code Integer} or {@code Long}, {@code BigInteger} where a long is too short; or
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
   * A number's exact value.
   *
   * @param number any number
   * @return the value, or null for NaN and the infinities, and for a type that does not print as a
   *     number
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
   * A moment: {@code Instant}, {@code Date}, {@code ZonedDateTime}, {@code OffsetDateTime}, {@code
   * LocalDateTime} (taken as UTC), seconds since 1970 as a number, or a text in any known form.
   *
   * @param value what was passed
   * @return the moment, or null
   */
  public static @Nullable Instant instant(@Nullable Object value) {
    if (value instanceof Instant instant) {
      return instant;
    }
    try {
      if (value instanceof CharSequence text) {
        return Timestamps.parse(text.toString());
      }
      if (value instanceof Double || value instanceof Float) {
        return Timestamps.ofEpoch(((Number) value).doubleValue());
      }
      if (value instanceof Number number) {
        return Timestamps.parse(number.toString());
      }
    } catch (IllegalArgumentException e) {
      return null;
    }
    return calendar(value);
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
   * Whether a thing can be meant as bytes: {@code byte[]}, {@code ByteBuffer}, {@code InputStream},
   * {@code Path}, or text taken as UTF-8.
   *
   * @param value what was passed
   * @return true if {@link #bytes} takes it
   */
  public static boolean isBytes(@Nullable Object value) {
    return value instanceof byte[]
        || value instanceof CharSequence
        || value instanceof ByteBuffer
        || value instanceof InputStream
        || value instanceof Path;
  }

  /**
   * Bytes; a stream is read to its end, a file is read whole.
   *
   * @param value something {@link #isBytes} says yes to
   * @return the bytes, not copied where they came as an array
   * @throws IllegalArgumentException if the file or stream cannot be read, or it is none of these
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
    try {
      if (value instanceof InputStream in) {
        return in.readAllBytes();
      }
      if (value instanceof Path path) {
        return Files.readAllBytes(path);
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("Cannot read the bytes to send: " + e, e);
    }
    throw new IllegalArgumentException("Not bytes: " + value.getClass().getName());
  }

  /**
   * A list: any {@code Collection}, or an array of anything but bytes.
   *
   * @param value what was passed
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
   * A map.
   *
   * @param value what was passed
   * @return the map, or null
   */
  static @Nullable Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : null;
  }

  /**
   * True or false.
   *
   * @param value what was passed
   * @return the value, or null
   */
  static @Nullable Boolean bool(@Nullable Object value) {
    return value instanceof Boolean bool ? bool : null;
  }

  /**
   * A number of any kind.
   *
   * @param value what was passed
   * @return the number, or null
   */
  static @Nullable Number number(@Nullable Object value) {
    return value instanceof Number number ? number : null;
  }

  /**
   * What the methods here made of a value, which is something unless validation is off.
   *
   * @param value what was passed
   * @param converted what it was taken for, or null
   * @param shape what it should be
   * @return what it was taken for
   * @throws IllegalArgumentException if it cannot be meant
   */
  static <T> T fit(Object value, @Nullable T converted, Shape shape) {
    if (converted == null) {
      throw new IllegalArgumentException(
          "A " + value.getClass().getName() + " cannot be sent as " + shape);
    }
    return converted;
  }
}
