package io.boto4j.internal.value;

import io.boto4j.EventStream;
import io.boto4j.ResponseStream;
import io.boto4j.internal.text.Timestamps;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers, booleans and times in another type than the one asked for, such as in a text. */
final class Scalars {
  /** The most characters of a text that is a number; converting longer ones takes long. */
  private static final int MOST_DIGITS = 1_000;

  private Scalars() {}

  /** Returns a number or the number in a text, or null. */
  static @Nullable Number number(Object value) {
    if (value instanceof Number number) {
      return number;
    }
    return value instanceof String text ? decimal(text) : null;
  }

  /** Returns the exact value of a number, or of the number in a text, or null. */
  static @Nullable BigDecimal decimal(Object value) {
    if (value instanceof BigDecimal decimal) {
      return decimal;
    }
    if (value instanceof BigInteger whole) {
      return new BigDecimal(whole);
    }
    return value instanceof Number || value instanceof String ? decimal(value.toString()) : null;
  }

  private static @Nullable BigDecimal decimal(String text) {
    if (text.isEmpty() || text.length() > MOST_DIGITS) {
      return null;
    }
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** Returns a whole number of 32 bits, or null. */
  static @Nullable Integer integer(Object value) {
    Long number = longInteger(value);
    return number == null || number != number.intValue() ? null : (Integer) number.intValue();
  }

  /** Returns a whole number of 64 bits, or null. */
  static @Nullable Long longInteger(Object value) {
    if (value instanceof Integer || value instanceof Long) {
      return ((Number) value).longValue();
    }
    BigDecimal decimal = decimal(value);
    try {
      return decimal == null ? null : (Long) decimal.longValueExact();
    } catch (ArithmeticException e) {
      return null;
    }
  }

  /** Returns the nearest double; that of a float is the one with the same digits. */
  static double real(Number number) {
    return number instanceof Float ? Double.parseDouble(number.toString()) : number.doubleValue();
  }

  /** Returns the boolean in a text, or null. */
  static @Nullable Boolean bool(Object value) {
    if (value instanceof Boolean bool) {
      return bool;
    }
    String text = value instanceof String given ? given : "";
    if (text.equalsIgnoreCase("true")) {
      return true;
    }
    return text.equalsIgnoreCase("false") ? (Boolean) false : null;
  }

  /** Returns the time in a text or in a number of seconds, or null. */
  static @Nullable Instant instant(Object value) {
    if (value instanceof Instant instant) {
      return instant;
    }
    if (!(value instanceof String || value instanceof Number)) {
      return null;
    }
    try {
      return Timestamps.parse(value.toString());
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** Names the type of a value for people, without its content. */
  static String kind(@Nullable Object value) {
    if (value == null) {
      return "absent";
    }
    if (value instanceof CharSequence) {
      return "a text";
    }
    if (value instanceof Number) {
      return "a number";
    }
    if (value instanceof Boolean) {
      return "a boolean";
    }
    if (value instanceof Instant) {
      return "a timestamp";
    }
    if (value instanceof byte[]) {
      return "bytes";
    }
    if (value instanceof ResponseStream) {
      return "a streaming body";
    }
    if (value instanceof EventStream) {
      return "an event stream";
    }
    if (value instanceof Map<?, ?>) {
      return "a map";
    }
    return value instanceof Collection<?> ? "a list" : "a " + value.getClass().getName();
  }
}
