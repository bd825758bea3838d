package io.boto4j.internal.protocol;

import io.boto4j.internal.text.Timestamps;
import io.boto4j.model.Shape;
import io.boto4j.model.ShapeType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Conversion of the plain values of responses to the Java types of their shapes. Some values are
 * not of the kind that the model specifies. One of them must not cost the caller the whole
 * response:
 *
 * <ol>
 *   <li>If the value can be converted without a loss, it is: a numeric text to a number, a number
 *       to text, a whole number to the next larger type that can represent it.
 *   <li>An empty text for a number, a boolean or a timestamp is absent.
 *   <li>Any other value is kept as it was sent.
 * </ol>
 *
 * <p>For a cold start, parsers convert the values of usual kinds on their own.
 */
final class PlainValues {
  /** The JDK's time to parse digits grows with the square of their number. */
  private static final int MAX_DIGITS = 10_000;

  private PlainValues() {}

  /**
   * Fits a value to a shape as well as possible.
   *
   * @param shape the shape
   * @param value a text, number, boolean, timestamp, byte array, list or map
   * @return a value of the shape; null if it is absent; else the value itself
   */
  static @Nullable Object of(Shape shape, @Nullable Object value) {
    if (value instanceof String text) {
      return ofText(shape, text);
    }
    if (value instanceof Number number) {
      return ofNumber(shape, number);
    }
    return value instanceof Boolean && shape.type() == ShapeType.STRING ? value.toString() : value;
  }

  /** Returns a number as a float, unless only a double can represent it. */
  static Number single(double value) {
    float single = (float) value;
    if (Float.isInfinite(single) && !Double.isInfinite(value)) {
      return value;
    }
    return single;
  }

  private static @Nullable Object ofText(Shape shape, String text) {
    String word = text.strip();
    return switch (shape.type()) {
      case BOOLEAN -> word.isEmpty() ? null : bool(word, text);
      case INTEGER, LONG, BIG_INTEGER, FLOAT, DOUBLE, BIG_DECIMAL ->
          word.isEmpty() ? null : number(shape, word, text);
      case TIMESTAMP -> word.isEmpty() ? null : timestamp(word, text);
      case BLOB -> blob(text);
      case STRING, LIST, MAP, STRUCTURE, DOCUMENT -> text;
    };
  }

  private static Object bool(String word, String text) {
    if (word.equalsIgnoreCase("true") || word.equals("1")) {
      return true;
    }
    if (word.equalsIgnoreCase("false") || word.equals("0")) {
      return false;
    }
    return text;
  }

  private static Object number(Shape shape, String word, String text) {
    boolean isFloating = shape.type() == ShapeType.FLOAT || shape.type() == ShapeType.DOUBLE;
    if (isFloating) {
      switch (word) {
        case "NaN", "Infinity", "-Infinity" -> {
          return ofNumber(shape, Double.valueOf(word));
        }
        default -> {}
      }
    }
    if (!isDecimal(word)) {
      return text;
    }
    try {
      return switch (shape.type()) {
        case FLOAT, DOUBLE -> ofNumber(shape, Double.valueOf(word));
        case BIG_DECIMAL -> new BigDecimal(word);
        default -> whole(shape, word, text);
      };
    } catch (NumberFormatException e) {
      return text;
    }
  }

  /** Converts a text for a whole number, which may turn out to have a fraction. */
  private static Object whole(Shape shape, String word, String text) {
    BigDecimal exact = new BigDecimal(word);
    if (exact.scale() == 0) {
      return ofNumber(shape, exact.toBigInteger());
    }
    Number whole = InputValues.whole(exact);
    if (whole != null) {
      return ofNumber(shape, whole);
    }
    double value = exact.doubleValue();
    return Double.isInfinite(value) ? text : (Object) value;
  }

  /** Whether a text has only the characters of decimal numbers: Java has other forms too. */
  private static boolean isDecimal(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if ((c < '0' || c > '9') && "+-.eE".indexOf(c) < 0) {
        return false;
      }
    }
    return word.length() <= MAX_DIGITS;
  }

  private static Object timestamp(String word, String text) {
    try {
      return Timestamps.parse(word);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  /** Decodes Base64 that is broken into lines, or has no padding. */
  private static Object blob(String text) {
    StringBuilder dense = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (!Character.isWhitespace(text.charAt(i))) {
        dense.append(text.charAt(i));
      }
    }
    try {
      return Base64.getDecoder().decode(dense.toString());
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private static Object ofNumber(Shape shape, Number number) {
    return switch (shape.type()) {
      case STRING -> number.toString();
      case INTEGER, LONG, BIG_INTEGER -> whole(shape.type(), number);
      case FLOAT -> single(number.doubleValue());
      case DOUBLE -> number.doubleValue();
      case BIG_DECIMAL -> {
        BigDecimal exact = InputValues.decimal(number);
        yield exact == null ? number : exact;
      }
      case TIMESTAMP -> timestamp(number);
      case BOOLEAN, BLOB, LIST, MAP, STRUCTURE, DOCUMENT -> number;
    };
  }

  /** Returns a whole number in the type of its shape, or a larger one if it needs more bits. */
  private static Number whole(ShapeType type, Number number) {
    Number whole = InputValues.whole(number);
    if (whole == null) {
      return number;
    }
    if (whole instanceof BigInteger) {
      return whole;
    }
    long value = whole.longValue();
    if (type == ShapeType.BIG_INTEGER) {
      return BigInteger.valueOf(value);
    }
    if (type == ShapeType.INTEGER && value == (int) value) {
      return (int) value;
    }
    return value;
  }

  /** Returns the timestamp, or the number itself if no {@code Instant} can represent it. */
  static Object timestamp(Number seconds) {
    try {
      if (seconds instanceof Integer || seconds instanceof Long) {
        return Timestamps.ofEpoch(seconds.longValue());
      }
      return seconds instanceof Double || seconds instanceof Float
          ? Timestamps.ofEpoch(seconds.doubleValue())
          : Timestamps.parse(seconds.toString());
    } catch (IllegalArgumentException e) {
      return seconds;
    }
  }
}
