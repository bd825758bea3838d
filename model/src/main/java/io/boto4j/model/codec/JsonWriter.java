package io.boto4j.model.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A writer of one JSON document into a growing byte array. It writes the commas itself, and no
 * spaces unless {@link #spaced} asks for those that Python writes.
 *
 * <p>Text is escaped as by Python's {@code json.dumps}: the document is printable ASCII.
 *
 * <pre>{@code
 * byte[] document = new JsonWriter()
 *     .beginObject()
 *     .name("TableName").value("auth-users")
 *     .name("Limit").value(10)
 *     .endObject()
 *     .toByteArray();
 * }</pre>
 *
 * <p>The caller closes what it opened, in order, and gives each member of an object a name; only
 * the number of ends is checked. After an exception, {@link #reset} must be called before the
 * writer is used again. Not thread-safe.
 */
public final class JsonWriter {
  /**
   * The most levels of objects and arrays, which also stops a generic value that contains itself.
   */
  public static final int MAX_DEPTH = JsonReader.DEFAULT_MAX_DEPTH;

  private static final int INITIAL_CAPACITY = 512;

  /** The largest size that every JVM allows for an array. */
  private static final int MAX_CAPACITY = Integer.MAX_VALUE - 8;

  /** The length of Long.MIN_VALUE with its sign. */
  private static final int MAX_LONG_LENGTH = 20;

  /** The length of an escaped UTF-16 code unit. */
  private static final int ESCAPE_LENGTH = 6;

  private byte[] buffer;
  private int length;
  private int depth;
  private boolean commaDue;
  private boolean spaced;

  /** Creates a writer with a small buffer. */
  public JsonWriter() {
    this(INITIAL_CAPACITY);
  }

  /**
   * Creates a writer with a buffer of a given size.
   *
   * @param capacity the expected number of bytes
   * @throws NegativeArraySizeException if the number is negative
   */
  public JsonWriter(int capacity) {
    this.buffer = new byte[capacity];
  }

  /**
   * Writes a space after each comma and colon from now on, as Python's {@code json.dumps} does by
   * default, so that a request has the same bytes and signature as in boto3.
   *
   * @return this writer
   */
  public JsonWriter spaced() {
    this.spaced = true;
    return this;
  }

  /**
   * Opens an object.
   *
   * @return this writer
   * @throws IllegalArgumentException if the nesting exceeds {@link #MAX_DEPTH}
   */
  public JsonWriter beginObject() {
    return begin('{');
  }

  /**
   * Closes an object.
   *
   * @return this writer
   * @throws IllegalStateException if nothing is open
   */
  public JsonWriter endObject() {
    return end('}');
  }

  /**
   * Opens an array.
   *
   * @return this writer
   * @throws IllegalArgumentException if the nesting exceeds {@link #MAX_DEPTH}
   */
  public JsonWriter beginArray() {
    return begin('[');
  }

  /**
   * Closes an array.
   *
   * @return this writer
   * @throws IllegalStateException if nothing is open
   */
  public JsonWriter endArray() {
    return end(']');
  }

  /**
   * Writes the name of a member, whose value must be written next.
   *
   * @param name the name
   * @return this writer
   */
  public JsonWriter name(String name) {
    beforeValue(0);
    quoted(name);
    return colon();
  }

  /**
   * Writes the name of a member that is already escaped.
   *
   * @param encodedName the bytes to write between the quotes
   * @return this writer
   */
  public JsonWriter name(byte[] encodedName) {
    beforeValue(encodedName.length + 2L);
    buffer[length++] = '"';
    System.arraycopy(encodedName, 0, buffer, length, encodedName.length);
    length += encodedName.length;
    buffer[length++] = '"';
    return colon();
  }

  /**
   * Writes a string.
   *
   * @param value the string; lone surrogates are written as escapes
   * @return this writer
   */
  public JsonWriter value(String value) {
    beforeValue(0);
    quoted(value);
    return this;
  }

  /**
   * Writes a whole number.
   *
   * @param value the number
   * @return this writer
   */
  public JsonWriter value(long value) {
    beforeValue(MAX_LONG_LENGTH);
    length = digits(value, buffer, length);
    return this;
  }

  /**
   * Writes a number as the shortest text that reads back as the same double. As in Python, whole
   * numbers end in {@code .0}, and very large and small ones have an exponent.
   *
   * @param value the number
   * @return this writer
   * @throws IllegalArgumentException if the number is infinite or NaN, which JSON cannot represent
   */
  public JsonWriter value(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("JSON has no number for " + value);
    }
    beforeValue(DoubleText.MAX_LENGTH);
    length = DoubleText.write(value, buffer, length);
    return this;
  }

  /**
   * Writes a number of 32 bits with the digits of {@link Float#toString(float)}: 0.1f becomes
   * {@code 0.1}, not the digits of the nearest double.
   *
   * @param value the number
   * @return this writer
   * @throws IllegalArgumentException if the number is infinite or NaN, which JSON cannot represent
   */
  public JsonWriter value(float value) {
    return value(Double.parseDouble(Float.toString(value)));
  }

  /**
   * Writes a decimal number in the form of {@link BigDecimal#toString}.
   *
   * @param value the number
   * @return this writer
   */
  public JsonWriter value(BigDecimal value) {
    return ascii(value.toString());
  }

  /**
   * Writes a whole number of any size.
   *
   * @param value the number
   * @return this writer
   */
  public JsonWriter value(BigInteger value) {
    return ascii(value.toString());
  }

  /**
   * Writes {@code true} or {@code false}.
   *
   * @param value the boolean
   * @return this writer
   */
  public JsonWriter value(boolean value) {
    return ascii(value ? "true" : "false");
  }

  /**
   * Writes {@code null}.
   *
   * @return this writer
   */
  public JsonWriter nullValue() {
    return ascii("null");
  }

  /**
   * Writes bytes as a string of padded Base64.
   *
   * @param bytes the array that contains the bytes
   * @param offset the index of the first one
   * @param count the number of bytes
   * @return this writer
   * @throws IndexOutOfBoundsException if the part is not within the array
   */
  public JsonWriter base64(byte[] bytes, int offset, int count) {
    Objects.checkFromIndexSize(offset, count, bytes.length);
    beforeValue(Base64Text.encodedLength(count) + 2);
    buffer[length++] = '"';
    length = Base64Text.encode(bytes, offset, count, buffer, length);
    buffer[length++] = '"';
    return this;
  }

  /**
   * Writes a value of any kind: null, a Boolean, Number or CharSequence, a Map with keys that are
   * CharSequences, an Iterable, or an array. Arrays of bytes and of characters are rejected,
   * because their meaning is ambiguous.
   *
   * @param value the value
   * @return this writer
   * @throws IllegalArgumentException if the value is, or contains, an object of another type or a
   *     number that JSON cannot represent, or is nested too deeply
   */
  public JsonWriter value(@Nullable Object value) {
    if (value == null) {
      return nullValue();
    }
    if (value instanceof CharSequence) {
      return value(value.toString());
    }
    if (value instanceof Number number) {
      return number(number);
    }
    if (value instanceof Boolean bool) {
      return value(bool.booleanValue());
    }
    if (value instanceof Map<?, ?> map) {
      return map(map);
    }
    if (value instanceof Iterable<?> elements) {
      beginArray();
      for (Object element : elements) {
        value(element);
      }
      return endArray();
    }
    return array(value);
  }

  /**
   * Returns the document.
   *
   * @return a copy
   * @throws IllegalStateException if an object or array is still open
   */
  public byte[] toByteArray() {
    if (depth != 0) {
      throw new IllegalStateException("Still open: " + depth + " objects or arrays");
    }
    return Arrays.copyOf(buffer, length);
  }

  /**
   * Returns the buffer, of which the first {@link #length} bytes have been written. It is valid
   * until more is written.
   *
   * @return the buffer itself, not a copy
   */
  public byte[] buffer() {
    return buffer;
  }

  /**
   * Returns the number of bytes that have been written.
   *
   * @return the length in bytes
   */
  public int length() {
    return length;
  }

  /**
   * Discards the document and keeps the buffer for the next one.
   *
   * @return this writer
   */
  public JsonWriter reset() {
    length = 0;
    depth = 0;
    commaDue = false;
    return this;
  }

  /** Writes the digits of a number, with its sign, and returns the index after them. */
  static int digits(long value, byte[] to, int at) {
    int n = at;
    if (value < 0) {
      to[n++] = '-';
    }
    // Calculated with negative numbers, since Long.MIN_VALUE has no positive counterpart.
    long rest = value < 0 ? value : -value;
    int end = n + 1;
    for (long left = rest / 10; left != 0; left /= 10) {
      end++;
    }
    for (int i = end - 1; i >= n; i--) {
      long tenth = rest / 10;
      to[i] = (byte) ('0' + (tenth * 10 - rest));
      rest = tenth;
    }
    return end;
  }

  private JsonWriter begin(char bracket) {
    if (depth == MAX_DEPTH) {
      throw new IllegalArgumentException("Nested deeper than " + MAX_DEPTH + " levels");
    }
    beforeValue(1);
    buffer[length++] = (byte) bracket;
    depth++;
    commaDue = false;
    return this;
  }

  private JsonWriter end(char bracket) {
    if (depth == 0) {
      throw new IllegalStateException("No object or array is open");
    }
    reserve(1);
    buffer[length++] = (byte) bracket;
    depth--;
    commaDue = true;
    return this;
  }

  private JsonWriter colon() {
    reserve(2);
    buffer[length++] = ':';
    if (spaced) {
      buffer[length++] = ' ';
    }
    commaDue = false;
    return this;
  }

  /** Reserves space for a value and writes the comma before it, except before the first. */
  private void beforeValue(long size) {
    reserve(size + 2);
    if (commaDue) {
      buffer[length++] = ',';
      if (spaced) {
        buffer[length++] = ' ';
      }
    }
    commaDue = true;
  }

  private void reserve(long size) {
    long needed = length + size;
    if (needed <= buffer.length) {
      return;
    }
    if (needed > MAX_CAPACITY) {
      throw new IllegalArgumentException("A document of more than " + MAX_CAPACITY + " bytes");
    }
    long doubled = Math.min(2L * buffer.length, MAX_CAPACITY);
    buffer = Arrays.copyOf(buffer, (int) Math.max(doubled, needed));
  }

  private JsonWriter ascii(String text) {
    int size = text.length();
    beforeValue(size);
    for (int i = 0; i < size; i++) {
      buffer[length + i] = (byte) text.charAt(i);
    }
    length += size;
    return this;
  }

  private void quoted(String text) {
    int size = text.length();
    reserve(size + 2L);
    byte[] to = buffer;
    int n = length;
    to[n++] = '"';
    for (int i = 0; i < size; i++) {
      char c = text.charAt(i);
      if (c >= 0x20 && c < 0x7f && c != '"' && c != '\\') {
        to[n++] = (byte) c;
      } else {
        length = n;
        reserve(ESCAPE_LENGTH + (long) (size - i));
        to = buffer;
        n = escaped(c, to, n);
      }
    }
    to[n++] = '"';
    length = n;
  }

  private static int escaped(char c, byte[] to, int at) {
    to[at] = '\\';
    int letter = escapeLetter(c);
    to[at + 1] = (byte) letter;
    if (letter != 'u') {
      return at + 2;
    }
    for (int i = 0; i < 4; i++) {
      int digit = c >>> (12 - 4 * i) & 0xf;
      to[at + 2 + i] = (byte) (digit < 10 ? '0' + digit : 'a' + digit - 10);
    }
    return at + ESCAPE_LENGTH;
  }

  private static int escapeLetter(char c) {
    return switch (c) {
      case '"', '\\' -> c;
      case '\b' -> 'b';
      case '\f' -> 'f';
      case '\n' -> 'n';
      case '\r' -> 'r';
      case '\t' -> 't';
      default -> 'u';
    };
  }

  private JsonWriter number(Number value) {
    if (value instanceof Integer
        || value instanceof Long
        || value instanceof Short
        || value instanceof Byte) {
      return value(value.longValue());
    }
    if (value instanceof Double) {
      return value(value.doubleValue());
    }
    if (value instanceof Float) {
      return value(value.floatValue());
    }
    if (value instanceof BigDecimal || value instanceof BigInteger) {
      return ascii(value.toString());
    }
    try {
      // Such as AtomicLong.
      return value(new BigDecimal(value.toString()));
    } catch (NumberFormatException e) {
      throw unknown(value);
    }
  }

  private JsonWriter map(Map<?, ?> map) {
    beginObject();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      Object key = entry.getKey();
      if (!(key instanceof CharSequence)) {
        throw new IllegalArgumentException(
            "JSON has only strings for keys, not "
                + (key == null ? "null" : key.getClass().getName()));
      }
      name(key.toString());
      value(entry.getValue());
    }
    return endObject();
  }

  private JsonWriter array(Object array) {
    beginArray();
    if (array instanceof Object[] elements) {
      for (Object element : elements) {
        value(element);
      }
    } else if (array instanceof int[] elements) {
      for (int element : elements) {
        value(element);
      }
    } else if (array instanceof long[] elements) {
      for (long element : elements) {
        value(element);
      }
    } else if (array instanceof double[] elements) {
      for (double element : elements) {
        value(element);
      }
    } else if (array instanceof float[] elements) {
      for (float element : elements) {
        value(element);
      }
    } else if (array instanceof short[] elements) {
      for (short element : elements) {
        value(element);
      }
    } else if (array instanceof boolean[] elements) {
      for (boolean element : elements) {
        value(element);
      }
    } else {
      throw unknown(array);
    }
    return endArray();
  }

  private static IllegalArgumentException unknown(Object value) {
    return new IllegalArgumentException("JSON has no value for " + value.getClass().getName());
  }
}
