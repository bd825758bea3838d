package io.boto4j.model.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A writer of one CBOR document (RFC 8949) into a growing byte array, in botocore's form: lengths
 * are definite, whole numbers as short as possible, and other numbers keep their precision, except
 * NaN and the infinities, which have half precision.
 *
 * <pre>{@code
 * byte[] document = new CborWriter()
 *     .beginMap(2)
 *     .name("TableName").value("auth-users")
 *     .name("Limit").value(10)
 *     .endMap()
 *     .toByteArray();
 * }</pre>
 *
 * <p>The caller writes as many members and elements as it has declared, and closes what it opened,
 * in order; only the number of ends is checked. After an exception, {@link #reset} must be called
 * before the writer is used again. Not thread-safe.
 */
public final class CborWriter {
  /** The most levels of maps and arrays, which also stops a generic value that contains itself. */
  public static final int MAX_DEPTH = CborReader.DEFAULT_MAX_DEPTH;

  private static final int INITIAL_CAPACITY = 512;

  /** The largest size that every JVM allows for an array. */
  private static final int MAX_CAPACITY = Integer.MAX_VALUE - 8;

  private static final int MAX_HEAD = 9;

  private static final int UNSIGNED = 0;
  private static final int NEGATIVE = 1 << 5;
  private static final int BYTES = 2 << 5;
  private static final int TEXT = 3 << 5;
  private static final int ARRAY = 4 << 5;
  private static final int MAP = 5 << 5;
  private static final int TAG = 6 << 5;

  private static final int FALSE = 0xf4;
  private static final int TRUE = 0xf5;
  private static final int NULL = 0xf6;
  private static final int HALF = 0xf9;
  private static final int SINGLE = 0xfa;
  private static final int DOUBLE = 0xfb;

  private static final int HALF_NAN = 0x7e00;
  private static final int HALF_INFINITY = 0x7c00;
  private static final int HALF_SIGN = 0x8000;

  private byte[] buffer;
  private int length;
  private int depth;

  /** Creates a writer with a small buffer. */
  public CborWriter() {
    this(INITIAL_CAPACITY);
  }

  /**
   * Creates a writer with a buffer of a given size.
   *
   * @param capacity the expected number of bytes
   * @throws NegativeArraySizeException if the number is negative
   */
  public CborWriter(int capacity) {
    this.buffer = new byte[capacity];
  }

  /**
   * Opens a map.
   *
   * @param size the number of members
   * @return this writer
   * @throws IllegalArgumentException if the nesting exceeds {@link #MAX_DEPTH}
   */
  public CborWriter beginMap(int size) {
    return begin(MAP, size);
  }

  /**
   * Closes a map.
   *
   * @return this writer
   * @throws IllegalStateException if nothing is open
   */
  public CborWriter endMap() {
    return end();
  }

  /**
   * Opens an array.
   *
   * @param size the number of elements
   * @return this writer
   * @throws IllegalArgumentException if the nesting exceeds {@link #MAX_DEPTH}
   */
  public CborWriter beginArray(int size) {
    return begin(ARRAY, size);
  }

  /**
   * Closes an array.
   *
   * @return this writer
   * @throws IllegalStateException if nothing is open
   */
  public CborWriter endArray() {
    return end();
  }

  /**
   * Writes the name of a member, whose value must be written next.
   *
   * @param name the name
   * @return this writer
   * @throws IllegalArgumentException if the name has a lone surrogate
   */
  public CborWriter name(String name) {
    return value(name);
  }

  /**
   * Writes a text string.
   *
   * @param value the text
   * @return this writer
   * @throws IllegalArgumentException if the text has a lone surrogate, which UTF-8 cannot represent
   */
  public CborWriter value(String value) {
    int size = value.length();
    reserve(MAX_HEAD + (long) size);
    int mark = length;
    head(TEXT, size);
    byte[] to = buffer;
    int n = length;
    for (int i = 0; i < size; i++) {
      char c = value.charAt(i);
      if (c >= 0x80) {
        length = mark;
        return unicode(value);
      }
      to[n++] = (byte) c;
    }
    length = n;
    return this;
  }

  /**
   * Writes a byte string.
   *
   * @param bytes the array that contains the bytes
   * @param offset the index of the first one
   * @param count the number of bytes
   * @return this writer
   * @throws IndexOutOfBoundsException if the part is not within the array
   */
  public CborWriter bytes(byte[] bytes, int offset, int count) {
    Objects.checkFromIndexSize(offset, count, bytes.length);
    return string(BYTES, bytes, offset, count);
  }

  /**
   * Writes a whole number.
   *
   * @param value the number
   * @return this writer
   */
  public CborWriter value(long value) {
    reserve(MAX_HEAD);
    return value >= 0 ? head(UNSIGNED, value) : head(NEGATIVE, ~value);
  }

  /**
   * Writes a number of double precision.
   *
   * @param value the number
   * @return this writer
   */
  public CborWriter value(double value) {
    reserve(MAX_HEAD);
    if (!Double.isFinite(value)) {
      return notFinite(value);
    }
    buffer[length++] = (byte) DOUBLE;
    return bigEndian(Double.doubleToRawLongBits(value), Double.BYTES);
  }

  /**
   * Writes a number of single precision.
   *
   * @param value the number
   * @return this writer
   */
  public CborWriter value(float value) {
    reserve(MAX_HEAD);
    if (!Float.isFinite(value)) {
      return notFinite(value);
    }
    buffer[length++] = (byte) SINGLE;
    return bigEndian(Float.floatToRawIntBits(value), Float.BYTES);
  }

  /**
   * Writes a whole number of any size, as a bignum if 64 bits and a sign are not enough.
   *
   * @param value the number
   * @return this writer
   */
  public CborWriter value(BigInteger value) {
    boolean negative = value.signum() < 0;
    BigInteger argument = negative ? value.not() : value;
    if (argument.bitLength() <= Long.SIZE) {
      reserve(MAX_HEAD);
      return head(negative ? NEGATIVE : UNSIGNED, argument.longValue());
    }
    byte[] magnitude = argument.toByteArray();
    // The JDK adds a byte for the sign at the start if the first bit is taken.
    int sign = magnitude[0] == 0 ? 1 : 0;
    return tag(negative ? 3 : 2).bytes(magnitude, sign, magnitude.length - sign);
  }

  /**
   * Writes a decimal number as a decimal fraction, tag 4.
   *
   * @param value the number
   * @return this writer
   */
  public CborWriter value(BigDecimal value) {
    return tag(4)
        .beginArray(2)
        .value(-(long) value.scale())
        .value(value.unscaledValue())
        .endArray();
  }

  /**
   * Writes {@code true} or {@code false}.
   *
   * @param value the boolean
   * @return this writer
   */
  public CborWriter value(boolean value) {
    return simple(value ? TRUE : FALSE);
  }

  /**
   * Writes null.
   *
   * @return this writer
   */
  public CborWriter nullValue() {
    return simple(NULL);
  }

  /**
   * Writes a tag, whose value must be written next.
   *
   * @param number the tag, an unsigned number
   * @return this writer
   */
  public CborWriter tag(long number) {
    reserve(MAX_HEAD);
    return head(TAG, number);
  }

  /**
   * Writes a value of any kind: null, a Boolean, Number, CharSequence, byte[] or {@link CborTag}, a
   * Map with keys that are CharSequences, a Collection, or an array of objects.
   *
   * @param value the value
   * @return this writer
   * @throws IllegalArgumentException if the value is, or contains, an object of another type, or is
   *     nested too deeply
   */
  public CborWriter value(@Nullable Object value) {
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
    if (value instanceof byte[] bytes) {
      return bytes(bytes, 0, bytes.length);
    }
    if (value instanceof Map<?, ?> map) {
      return map(map);
    }
    if (value instanceof Collection<?> elements) {
      return array(elements);
    }
    if (value instanceof Object[] elements) {
      return array(Arrays.asList(elements));
    }
    if (value instanceof CborTag tag) {
      return tagged(tag);
    }
    throw unknown(value);
  }

  /**
   * Returns the document.
   *
   * @return a copy
   * @throws IllegalStateException if a map or array is still open
   */
  public byte[] toByteArray() {
    if (depth != 0) {
      throw new IllegalStateException("Still open: " + depth + " maps or arrays");
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
  public CborWriter reset() {
    length = 0;
    depth = 0;
    return this;
  }

  private CborWriter begin(int major, int size) {
    enter();
    reserve(MAX_HEAD);
    return head(major, size);
  }

  private void enter() {
    if (depth == MAX_DEPTH) {
      throw new IllegalArgumentException("Nested deeper than " + MAX_DEPTH + " levels");
    }
    depth++;
  }

  private CborWriter end() {
    if (depth == 0) {
      throw new IllegalStateException("No map or array is open");
    }
    depth--;
    return this;
  }

  /** Writes the head of an item into reserved space; the argument is an unsigned number. */
  private CborWriter head(int major, long argument) {
    if (argument >= 0 && argument < 24) {
      buffer[length++] = (byte) (major | (int) argument);
      return this;
    }
    int power = argument >>> 8 == 0 ? 0 : argument >>> 16 == 0 ? 1 : argument >>> 32 == 0 ? 2 : 3;
    buffer[length++] = (byte) (major | 24 + power);
    return bigEndian(argument, 1 << power);
  }

  private CborWriter bigEndian(long bits, int size) {
    for (int shift = (size - 1) * Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      buffer[length++] = (byte) (bits >>> shift);
    }
    return this;
  }

  private CborWriter notFinite(double value) {
    buffer[length++] = (byte) HALF;
    int bits = Double.isNaN(value) ? HALF_NAN : HALF_INFINITY;
    return bigEndian(value < 0 ? bits | HALF_SIGN : bits, Short.BYTES);
  }

  private CborWriter simple(int initial) {
    reserve(1);
    buffer[length++] = (byte) initial;
    return this;
  }

  private CborWriter string(int major, byte[] bytes, int offset, int count) {
    reserve(MAX_HEAD + (long) count);
    head(major, count);
    System.arraycopy(bytes, offset, buffer, length, count);
    length += count;
    return this;
  }

  private CborWriter unicode(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (Character.isSurrogate(c)) {
        i++;
        if (i == value.length() || !Character.isSurrogatePair(c, value.charAt(i))) {
          throw new IllegalArgumentException(
              "A string has a lone surrogate, which UTF-8 cannot represent");
        }
      }
    }
    byte[] utf8 = value.getBytes(UTF_8);
    return string(TEXT, utf8, 0, utf8.length);
  }

  private CborWriter number(Number value) {
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
    if (value instanceof BigInteger big) {
      return value(big);
    }
    if (value instanceof BigDecimal decimal) {
      return value(decimal);
    }
    try {
      // Such as AtomicLong.
      BigDecimal decimal = new BigDecimal(value.toString());
      return decimal.scale() == 0 ? value(decimal.unscaledValue()) : value(decimal);
    } catch (NumberFormatException e) {
      throw unknown(value);
    }
  }

  private CborWriter map(Map<?, ?> map) {
    beginMap(map.size());
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      Object key = entry.getKey();
      if (!(key instanceof CharSequence)) {
        throw new IllegalArgumentException(
            "Only strings can be keys, not " + (key == null ? "null" : key.getClass().getName()));
      }
      name(key.toString());
      value(entry.getValue());
    }
    return endMap();
  }

  private CborWriter array(Collection<?> elements) {
    beginArray(elements.size());
    for (Object element : elements) {
      value(element);
    }
    return endArray();
  }

  private CborWriter tagged(CborTag tag) {
    enter();
    tag(tag.number()).value(tag.value());
    return end();
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

  private static IllegalArgumentException unknown(Object value) {
    return new IllegalArgumentException("CBOR has no value for " + value.getClass().getName());
  }
}
