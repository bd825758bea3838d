package io.boto4j.model.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A pull reader of one CBOR document (RFC 8949) in a byte array.
 *
 * <p>It allocates only the values that are asked for, and never more than the input has bytes for,
 * whatever lengths it declares. Malformed and truncated items, reserved forms, misplaced breaks,
 * text that is not UTF-8, map keys that are not text, and nesting that is too deep cause a {@link
 * CborException}, after which the reader must not be used. Lengths may be definite or indefinite,
 * and undefined is read as null. A call that does not fit the position, such as a read where no
 * value is expected, causes an {@link IllegalStateException}.
 *
 * <pre>{@code
 * CborReader cbor = new CborReader(bytes);
 * cbor.beginMap();
 * while (cbor.hasNextMember()) {
 *   if (cbor.nameEquals(COUNT)) {
 *     count = cbor.readInt();
 *   } else {
 *     cbor.skipValue();
 *   }
 * }
 * cbor.end();
 * }</pre>
 *
 * <p>The caller asks for members inside a map and for elements inside an array. Not thread-safe;
 * the bytes must not change while they are read.
 */
public final class CborReader extends DocumentReader {
  /** The number of levels that maps, arrays and tags may nest by default. */
  public static final int DEFAULT_MAX_DEPTH = JsonReader.DEFAULT_MAX_DEPTH;

  /** The most levels that a caller may allow: reading generic values recurses. */
  public static final int MAX_DEPTH_LIMIT = JsonReader.MAX_DEPTH_LIMIT;

  /**
   * The most bytes of a bignum that is read as a number; its conversion to text takes quadratic
   * time.
   */
  public static final int MAX_BIGNUM_LENGTH = 512;

  /** The largest capacity that {@link #beginArray} returns: arrays with false lengths may nest. */
  public static final int MAX_SIZE_HINT = 1_024;

  /** The default of ArrayList. */
  private static final int UNKNOWN_SIZE_HINT = 10;

  private static final int UNSIGNED = 0;
  private static final int NEGATIVE = 1;
  private static final int BYTES = 2;
  private static final int TEXT = 3;
  private static final int ARRAY = 4;
  private static final int MAP = 5;
  private static final int TAG = 6;

  private static final int INDEFINITE = 31;
  private static final int BREAK = 0xff;

  private static final int FALSE = 0xf4;
  private static final int TRUE = 0xf5;
  private static final int FIRST_SIMPLE = 0xe0;
  private static final int SIMPLE = 0xf8;
  private static final int NULL = 0xf6;
  private static final int UNDEFINED = 0xf7;
  private static final int HALF = 0xf9;
  private static final int SINGLE = 0xfa;
  private static final int DOUBLE = 0xfb;

  private static final long POSITIVE_BIGNUM = 2;
  private static final long NEGATIVE_BIGNUM = 3;
  private static final long DECIMAL_FRACTION = 4;

  /** The value in {@link #left} for a map or array that a break ends. */
  private static final int UNTIL_BREAK = -1;

  private final byte[] bytes;
  private final int start;
  private final int limit;
  private final int maxDepth;
  private int position;
  private boolean valueDue = true;

  /** The number of members or elements left in each open map or array. */
  private int[] left = new int[8];

  private int depth;

  /** The number of tags around the generic value that is being read: tags nest too. */
  private int tagDepth;

  private byte[] nameBytes;
  private int nameStart;
  private int nameEnd;

  /**
   * Creates a reader of a whole array.
   *
   * @param bytes the document
   */
  public CborReader(byte[] bytes) {
    this(bytes, 0, bytes.length);
  }

  /**
   * Creates a reader of a part of an array.
   *
   * @param bytes the array that contains the document
   * @param offset the index of the first byte of the document
   * @param length the number of bytes of the document
   * @throws IndexOutOfBoundsException if the part is not within the array
   */
  public CborReader(byte[] bytes, int offset, int length) {
    this(bytes, offset, length, DEFAULT_MAX_DEPTH);
  }

  /**
   * Creates a reader of a part of an array, with a limit on nesting.
   *
   * @param bytes the array that contains the document
   * @param offset the index of the first byte of the document
   * @param length the number of bytes of the document
   * @param maxDepth the number of levels that maps, arrays and tags may nest, 1 to {@link
   *     #MAX_DEPTH_LIMIT}
   * @throws IndexOutOfBoundsException if the part is not within the array
   * @throws IllegalArgumentException if the limit is out of range
   */
  public CborReader(byte[] bytes, int offset, int length, int maxDepth) {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    if (maxDepth < 1 || maxDepth > MAX_DEPTH_LIMIT) {
      throw new IllegalArgumentException(
          "maxDepth must be 1 to " + MAX_DEPTH_LIMIT + ", not " + maxDepth);
    }
    this.bytes = bytes;
    this.nameBytes = bytes;
    this.start = offset;
    this.limit = offset + length;
    this.position = offset;
    this.maxDepth = maxDepth;
  }

  /**
   * Returns the kind of the next value without reading it.
   *
   * @return the kind, judged by the first byte
   * @throws CborException if no value can begin here
   */
  public CborToken peek() {
    int initial = next();
    return switch (initial >> 5) {
      case UNSIGNED, NEGATIVE -> CborToken.INTEGER;
      case BYTES -> CborToken.BYTES;
      case TEXT -> CborToken.STRING;
      case ARRAY -> CborToken.ARRAY;
      case MAP -> CborToken.MAP;
      case TAG -> CborToken.TAG;
      default ->
          switch (initial) {
            case FALSE, TRUE -> CborToken.BOOLEAN;
            case NULL, UNDEFINED -> CborToken.NULL;
            case HALF, SINGLE, DOUBLE -> CborToken.FLOAT;
            default -> {
              if (isUnassigned(initial)) {
                yield CborToken.NULL;
              }
              throw unexpected("a value", position);
            }
          };
    };
  }

  /**
   * Enters a map, whose members {@link #hasNextMember} moves to.
   *
   * @throws CborException if the next value is not a map, is nested too deeply, or declares more
   *     members than the input has bytes for
   */
  public void beginMap() {
    begin(MAP, "a map", 2);
  }

  /**
   * Enters an array, whose elements {@link #hasNextElement} moves to.
   *
   * @return a capacity for a list of the elements: the declared length, but at most {@link
   *     #MAX_SIZE_HINT}, since the length may be false
   * @throws CborException if the next value is not an array, is nested too deeply, or declares more
   *     elements than the input has bytes for
   */
  public int beginArray() {
    int count = begin(ARRAY, "an array", 1);
    return count == UNTIL_BREAK ? UNKNOWN_SIZE_HINT : Math.min(count, MAX_SIZE_HINT);
  }

  /**
   * Moves to the next member of the map and reads its name, or leaves the map after the last
   * member.
   *
   * @return true if the member's value must be read next
   * @throws CborException if the bytes are malformed, or the key is not text
   */
  public boolean hasNextMember() {
    if (!advance()) {
      return false;
    }
    int initial = next();
    if (initial >> 5 != TEXT) {
      throw unexpected("a member's name", position);
    }
    if ((initial & 0x1f) == INDEFINITE) {
      nameBytes = chunks(TEXT);
      nameStart = 0;
      nameEnd = nameBytes.length;
    } else {
      int length = length(initial);
      nameBytes = bytes;
      nameStart = position;
      nameEnd = position + length;
      position = nameEnd;
    }
    checkText(nameBytes, nameStart, nameEnd);
    return true;
  }

  /**
   * Moves to the next element of the array, or leaves the array after the last element.
   *
   * @return true if an element must be read next
   * @throws CborException if the bytes are malformed
   */
  public boolean hasNextElement() {
    return advance();
  }

  /**
   * Returns the array that contains the last member's name, usually the document itself. The name
   * is valid until the next {@link #hasNextMember}.
   *
   * @return the array that {@link #nameStart} and {@link #nameEnd} point into
   */
  public byte[] nameBytes() {
    return nameBytes;
  }

  /**
   * Returns the start of the last member's name.
   *
   * @return the index of its first byte in {@link #nameBytes}
   */
  public int nameStart() {
    return nameStart;
  }

  /**
   * Returns the end of the last member's name.
   *
   * @return the index after its last byte in {@link #nameBytes}
   */
  public int nameEnd() {
    return nameEnd;
  }

  /**
   * Returns the last member's name.
   *
   * @return the name, a new String at each call
   */
  public String name() {
    return new String(nameBytes, nameStart, nameEnd - nameStart, UTF_8);
  }

  /**
   * Whether the last member has a name.
   *
   * @param utf8 the name in UTF-8
   * @return true if the name is equal
   */
  public boolean nameEquals(byte[] utf8) {
    return Arrays.equals(nameBytes, nameStart, nameEnd, utf8, 0, utf8.length);
  }

  /**
   * Reads null or undefined if it is the next value, else nothing. A simple value that RFC 8949
   * gives no meaning counts as undefined.
   *
   * @return true if the value was null or undefined
   * @throws CborException if no value can begin here
   */
  public boolean readNull() {
    int initial = next();
    if (initial != NULL && initial != UNDEFINED && !isUnassigned(initial)) {
      return false;
    }
    position += initial == SIMPLE ? 2 : 1;
    valueDue = false;
    return true;
  }

  /** Whether the next value is a simple value that RFC 8949, section 3.3, gives no meaning. */
  private boolean isUnassigned(int initial) {
    return initial == SIMPLE
        ? position + 1 < limit && (bytes[position + 1] & 0xff) >= 32
        : initial >= FIRST_SIMPLE && initial < FALSE;
  }

  /**
   * Reads {@code true} or {@code false}.
   *
   * @return the value
   * @throws CborException if the next value is another one
   */
  public boolean readBoolean() {
    int initial = next();
    if (initial != TRUE && initial != FALSE) {
      throw unexpected("true or false", position);
    }
    position++;
    valueDue = false;
    return initial == TRUE;
  }

  /**
   * Reads a text string.
   *
   * @return the text
   * @throws CborException if the next value is not text, or not UTF-8
   */
  public String readString() {
    int initial = next();
    if (initial >> 5 != TEXT) {
      throw unexpected("text", position);
    }
    valueDue = false;
    if ((initial & 0x1f) == INDEFINITE) {
      byte[] joined = chunks(TEXT);
      return text(joined, 0, joined.length);
    }
    int length = length(initial);
    position += length;
    return text(bytes, position - length, position);
  }

  /**
   * Reads a byte string.
   *
   * @return the bytes, a copy
   * @throws CborException if the next value is not a byte string
   */
  public byte[] readBytes() {
    int initial = next();
    if (initial >> 5 != BYTES) {
      throw unexpected("bytes", position);
    }
    valueDue = false;
    if ((initial & 0x1f) == INDEFINITE) {
      return chunks(BYTES);
    }
    int length = length(initial);
    chargePlain(length);
    position += length;
    return Arrays.copyOfRange(bytes, position - length, position);
  }

  /**
   * Reads a whole number of 32 bits, even if it was written as a floating-point number.
   *
   * @return the value
   * @throws CborException if the next value is not a number, or is out of range
   */
  public int readInt() {
    int at = position;
    long value = readWhole("a whole number of 32 bits");
    if (value != (int) value) {
      throw unfit("a whole number of 32 bits", "another number", at);
    }
    return (int) value;
  }

  /**
   * Reads a whole number of 64 bits, even if it was written as a floating-point number.
   *
   * @return the value
   * @throws CborException if the next value is not a number, or is out of range
   */
  public long readLong() {
    return readWhole("a whole number of 64 bits");
  }

  /**
   * Reads a number of any kind as the nearest double.
   *
   * @return the value
   * @throws CborException if the next value is not a number
   */
  public double readDouble() {
    int initial = next();
    int major = initial >> 5;
    if (major > NEGATIVE) {
      return floating(initial, "a number");
    }
    long argument = head(initial);
    valueDue = false;
    return argument >= 0 ? signed(major, argument) : big(major, argument).doubleValue();
  }

  /**
   * Reads a number of any kind, without a tag.
   *
   * @return an Integer, else Long, else BigInteger for a whole number; a Float for half or single
   *     precision; a Double for double precision
   * @throws CborException if the next value is not a number
   */
  public Number readNumber() {
    int initial = next();
    int major = initial >> 5;
    if (major > NEGATIVE) {
      double value = floating(initial, "a number");
      if (initial == DOUBLE) {
        return value;
      }
      return (float) value;
    }
    long argument = head(initial);
    valueDue = false;
    if (argument < 0) {
      return big(major, argument);
    }
    long value = signed(major, argument);
    if (value == (int) value) {
      return (int) value;
    }
    return value;
  }

  /**
   * Reads a whole number of any size: an integer or a bignum (tags 2 and 3) of at most {@link
   * #MAX_BIGNUM_LENGTH} bytes.
   *
   * @return the value
   * @throws CborException if the next value is not such a number
   */
  public BigInteger readBigInteger() {
    int at = position;
    Object value = readValue();
    if (value instanceof Integer || value instanceof Long) {
      return BigInteger.valueOf(((Number) value).longValue());
    }
    if (value instanceof BigInteger big) {
      return big;
    }
    throw unfit("a whole number", "something else", at);
  }

  /**
   * Reads a number with all its digits: a decimal fraction (tag 4), a number that {@link
   * #readBigInteger} reads, or a finite floating-point number with the digits of its {@code
   * toString}.
   *
   * @return the value; with a huge exponent {@code toBigInteger} and {@code toPlainString} exhaust
   *     the memory
   * @throws CborException if the next value is not such a number
   */
  public BigDecimal readBigDecimal() {
    int at = position;
    Object value = readValue();
    if (value instanceof BigDecimal decimal) {
      return decimal;
    }
    if (value instanceof Number number && Double.isFinite(fraction(number))) {
      return new BigDecimal(number.toString());
    }
    throw unfit("a decimal number", "something else", at);
  }

  /**
   * Reads a tag. Its value must be read next, and may have another tag.
   *
   * @return the tag, an unsigned number
   * @throws CborException if the next value has no tag
   */
  public long readTag() {
    int initial = next();
    if (initial >> 5 != TAG) {
      throw unexpected("a tag", position);
    }
    return head(initial);
  }

  /**
   * Skips a value of any kind. It is checked like one that is read.
   *
   * @throws CborException if the bytes are malformed
   */
  public void skipValue() {
    int initial = next();
    switch (initial >> 5) {
      case UNSIGNED, NEGATIVE -> {
        head(initial);
        valueDue = false;
      }
      case BYTES -> skipString(initial, BYTES);
      case TEXT -> skipString(initial, TEXT);
      case ARRAY -> {
        beginArray();
        while (hasNextElement()) {
          skipValue();
        }
      }
      case MAP -> {
        beginMap();
        while (hasNextMember()) {
          skipValue();
        }
      }
      case TAG -> {
        enterTag();
        skipValue();
        tagDepth--;
      }
      default -> simple(initial);
    }
  }

  /**
   * Reads a value of any kind into the JDK's types.
   *
   * @return a LinkedHashMap (with the last of several members of the same name), an ArrayList, a
   *     String, a byte[], a number as {@link #readNumber} returns it, a BigInteger or BigDecimal
   *     for the tags 2, 3 and 4, a {@link CborTag} for all others, a Boolean, or null
   * @throws CborException if the bytes are malformed
   */
  public @Nullable Object readValue() {
    int initial = next();
    return switch (initial >> 5) {
      case UNSIGNED, NEGATIVE -> readNumber();
      case BYTES -> readBytes();
      case TEXT -> readString();
      case ARRAY -> readArray();
      case MAP -> readMap();
      case TAG -> {
        long tag = enterTag();
        Object value = readValue();
        tagDepth--;
        Number number = number(tag, value);
        yield number == null ? new CborTag(tag, value) : number;
      }
      default -> simple(initial);
    };
  }

  /**
   * Checks that the document ends here.
   *
   * @throws CborException if anything follows
   * @throws IllegalStateException if the value has not been read to the end
   */
  public void end() {
    if (depth != 0 || valueDue) {
      throw new IllegalStateException("The document's value has not been read to its end");
    }
    if (position != limit) {
      throw unexpected("the end of the input", position);
    }
  }

  private Map<String, @Nullable Object> readMap() {
    charge(MAP_SIZE);
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    beginMap();
    while (hasNextMember()) {
      charge(ENTRY_SIZE);
      String name = name();
      members.put(name, readValue());
    }
    return members;
  }

  private List<@Nullable Object> readArray() {
    charge(LIST_SIZE);
    List<@Nullable Object> elements = new ArrayList<>(beginArray());
    while (hasNextElement()) {
      charge(ELEMENT_SIZE);
      elements.add(readValue());
    }
    return elements;
  }

  private int begin(int major, String expected, int leastSize) {
    int initial = next();
    if (initial >> 5 != major) {
      throw unexpected(expected, position);
    }
    checkDepth();
    int at = position;
    int count = UNTIL_BREAK;
    if ((initial & 0x1f) == INDEFINITE) {
      position++;
    } else {
      long declared = head(initial);
      // Each member and element has bytes of its own, so a count beyond them is false.
      if (declared < 0 || declared > (limit - position) / leastSize) {
        throw unfit(expected + " that fits the input", "a longer one", at);
      }
      count = (int) declared;
    }
    if (depth == left.length) {
      left = Arrays.copyOf(left, 2 * depth);
    }
    left[depth++] = count;
    valueDue = false;
    return count;
  }

  private long enterTag() {
    checkDepth();
    tagDepth++;
    return readTag();
  }

  private void checkDepth() {
    if (depth + tagDepth >= maxDepth) {
      throw unfit("at most " + maxDepth + " levels of nesting", "one more", position);
    }
  }

  private boolean advance() {
    if (depth == 0 || valueDue) {
      throw new IllegalStateException(
          depth == 0 ? "No map or array is open" : "The value has not been read");
    }
    int count = left[depth - 1];
    if (count > 0) {
      left[depth - 1] = count - 1;
      valueDue = true;
      return true;
    }
    if (count == UNTIL_BREAK) {
      if (position == limit) {
        throw unexpected("a value or a break", position);
      }
      if (bytes[position] != (byte) BREAK) {
        valueDue = true;
        return true;
      }
      position++;
    }
    depth--;
    return false;
  }

  /** Returns the first byte of the expected value, which is at {@link #position}. */
  private int next() {
    if (!valueDue) {
      throw new IllegalStateException("No value is expected here");
    }
    if (position == limit) {
      throw unexpected("a value", position);
    }
    int initial = bytes[position] & 0xff;
    if (initial == BREAK) {
      throw unexpected("a value", position);
    }
    return initial;
  }

  /** Reads the head of an item and returns its argument, an unsigned number. */
  private long head(int initial) {
    int info = initial & 0x1f;
    int at = position + 1;
    if (info < 24) {
      position = at;
      return info;
    }
    if (info > 27) {
      throw unfit("a length", "the reserved form " + info, position);
    }
    int size = 1 << (info - 24);
    if (limit - at < size) {
      throw unexpected("a length", limit);
    }
    position = at + size;
    return switch (size) {
      case 1 -> bytes[at] & 0xff;
      case 2 -> (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
      case 4 -> fourBytes(at) & 0xffffffffL;
      default -> (long) fourBytes(at) << 32 | (fourBytes(at + 4) & 0xffffffffL);
    };
  }

  private int fourBytes(int at) {
    return bytes[at] << 24
        | (bytes[at + 1] & 0xff) << 16
        | (bytes[at + 2] & 0xff) << 8
        | (bytes[at + 3] & 0xff);
  }

  /** Reads the head of a string and returns its length, which the input has bytes for. */
  private int length(int initial) {
    int at = position;
    long length = head(initial);
    if (length < 0 || length > limit - position) {
      throw unfit("a string that fits the input", "a longer one", at);
    }
    return (int) length;
  }

  /** Reads a string in chunks; its length is known before the array is allocated. */
  private byte[] chunks(int major) {
    int first = position + 1;
    int total = skipChunks(major);
    chargePlain(total);
    byte[] joined = new byte[total];
    int end = position;
    position = first;
    for (int filled = 0; filled < total; ) {
      int length = length(bytes[position] & 0xff);
      System.arraycopy(bytes, position, joined, filled, length);
      position += length;
      filled += length;
    }
    position = end;
    return joined;
  }

  /** Skips the chunks of a string and returns their total length. */
  private int skipChunks(int major) {
    position++;
    int total = 0;
    while (true) {
      int initial = position == limit ? -1 : bytes[position] & 0xff;
      if (initial == BREAK) {
        position++;
        return total;
      }
      if (initial >> 5 != major || (initial & 0x1f) == INDEFINITE) {
        throw unexpected("a chunk of the string or a break", position);
      }
      int length = length(initial);
      position += length;
      total += length;
    }
  }

  private void skipString(int initial, int major) {
    valueDue = false;
    if ((initial & 0x1f) != INDEFINITE) {
      int length = length(initial);
      position += length;
      if (major == TEXT) {
        checkText(bytes, position - length, position);
      }
    } else if (major == BYTES) {
      skipChunks(BYTES);
    } else {
      byte[] joined = chunks(TEXT);
      checkText(joined, 0, joined.length);
    }
  }

  /** The JDK decodes fast and replaces invalid UTF-8 by U+FFFD: only such text must be checked. */
  private String text(byte[] in, int from, int to) {
    chargeDecoded(to - from);
    String text = new String(in, from, to - from, UTF_8);
    if (text.indexOf('\ufffd') >= 0) {
      checkText(in, from, to);
    }
    return text;
  }

  private void checkText(byte[] in, int from, int to) {
    int at = Utf8Text.malformed(in, from, to);
    if (at >= 0) {
      // For text in chunks, the end of the last chunk is exact enough.
      throw unfit("UTF-8", "another encoding", in == bytes ? at : position);
    }
  }

  private @Nullable Object simple(int initial) {
    return switch (initial) {
      case FALSE, TRUE -> readBoolean();
      case NULL, UNDEFINED -> {
        readNull();
        yield null;
      }
      case HALF, SINGLE, DOUBLE -> readNumber();
      default -> {
        if (!readNull()) {
          throw unexpected("a value", position);
        }
        yield null;
      }
    };
  }

  private long readWhole(String expected) {
    int at = position;
    int initial = next();
    int major = initial >> 5;
    if (major > NEGATIVE) {
      double value = floating(initial, expected);
      // The smallest long is exact as a double, the largest is not.
      if (value != Math.rint(value) || value < -0x1p63 || value >= 0x1p63) {
        throw unfit(expected, "another number", at);
      }
      return (long) value;
    }
    long argument = head(initial);
    if (argument < 0) {
      throw unfit(expected, "another number", at);
    }
    valueDue = false;
    return signed(major, argument);
  }

  private double floating(int initial, String expected) {
    if (initial != HALF && initial != SINGLE && initial != DOUBLE) {
      throw unexpected(expected, position);
    }
    long bits = head(initial);
    valueDue = false;
    return switch (initial) {
      case HALF -> half((int) bits);
      case SINGLE -> Float.intBitsToFloat((int) bits);
      default -> Double.longBitsToDouble(bits);
    };
  }

  /** Converts IEEE 754 binary16, which JDK 17 has no method for; RFC 8949, appendix D. */
  private static float half(int bits) {
    int sign = (bits & 0x8000) << 16;
    int exponent = bits >> 10 & 0x1f;
    int mantissa = bits & 0x3ff;
    if (exponent == 0) {
      float tiny = mantissa * 0x1p-24f;
      return sign == 0 ? tiny : -tiny;
    }
    int widened = exponent == 0x1f ? 0xff : exponent + 127 - 15;
    return Float.intBitsToFloat(sign | widened << 23 | mantissa << 13);
  }

  private static long signed(int major, long argument) {
    return major == UNSIGNED ? argument : ~argument;
  }

  /** Converts an argument of 64 bits, which as a long is negative. */
  private static BigInteger big(int major, long argument) {
    BigInteger value = BigInteger.valueOf(argument).add(BigInteger.ONE.shiftLeft(Long.SIZE));
    return major == UNSIGNED ? value : value.not();
  }

  /** Returns the number that a tagged value represents; null if it is not a number or too long. */
  private static @Nullable Number number(long tag, @Nullable Object value) {
    if ((tag == POSITIVE_BIGNUM || tag == NEGATIVE_BIGNUM)
        && value instanceof byte[] magnitude
        && magnitude.length <= MAX_BIGNUM_LENGTH) {
      BigInteger big = new BigInteger(1, magnitude);
      return tag == POSITIVE_BIGNUM ? big : big.not();
    }
    if (tag == DECIMAL_FRACTION
        && value instanceof List<?> pair
        && pair.size() == 2
        && pair.get(0) instanceof Integer exponent
        && exponent != Integer.MIN_VALUE) {
      Object mantissa = pair.get(1);
      if (mantissa instanceof Integer || mantissa instanceof Long) {
        return BigDecimal.valueOf(((Number) mantissa).longValue(), -exponent);
      }
      return mantissa instanceof BigInteger big ? new BigDecimal(big, -exponent) : null;
    }
    return null;
  }

  /** Returns a floating-point number, which may be infinite or NaN; for other numbers 0. */
  private static double fraction(Number number) {
    return number instanceof Double || number instanceof Float ? number.doubleValue() : 0;
  }

  private CborException unexpected(String expected, int at) {
    return unfit(expected, seen(at), at);
  }

  @Override
  RuntimeException tooLarge(String message) {
    int offset = position - start;
    return new CborException(message + ", at byte " + offset, offset);
  }

  private CborException unfit(String expected, String seen, int at) {
    int offset = at - start;
    return new CborException(
        "Expected " + expected + " but saw " + seen + " at byte " + offset, offset);
  }

  private String seen(int at) {
    if (at >= limit) {
      return "the end of the input";
    }
    int initial = bytes[at] & 0xff;
    return switch (initial >> 5) {
      case UNSIGNED, NEGATIVE -> "a whole number";
      case BYTES -> "bytes";
      case TEXT -> "text";
      case ARRAY -> "an array";
      case MAP -> "a map";
      case TAG -> "a tag";
      default ->
          switch (initial) {
            case FALSE, TRUE -> "a boolean";
            case NULL, UNDEFINED -> "null";
            case HALF, SINGLE, DOUBLE -> "a floating-point number";
            case BREAK -> "a break";
            default -> "a simple value";
          };
    };
  }
}
