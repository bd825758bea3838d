package io.boto4j.model.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A pull reader of one JSON document (RFC 8259, UTF-8) in a byte array.
 *
 * <p>It allocates only the values that are asked for. Malformed text, malformed UTF-8, unescaped
 * control characters in strings, numbers of more than {@link #MAX_NUMBER_LENGTH} characters and
 * nesting that is too deep cause a {@link JsonException}, after which the reader must not be used.
 * Byte order marks at the beginning are skipped, among whitespace too. Escapes of lone surrogates
 * are kept, as in Python. A call that does not fit the position, such as a read where no value is
 * expected, causes an {@link IllegalStateException}.
 *
 * <pre>{@code
 * JsonReader json = new JsonReader(bytes);
 * json.beginObject();
 * while (json.hasNextMember()) {
 *   if (json.nameEquals(COUNT)) {
 *     count = json.readInt();
 *   } else {
 *     json.skipValue();
 *   }
 * }
 * json.end();
 * }</pre>
 *
 * <p>The caller asks for members inside an object and for elements inside an array. Not
 * thread-safe; the bytes must not change while they are read.
 */
public final class JsonReader extends DocumentReader {
  /** The number of levels that objects and arrays may nest by default. */
  public static final int DEFAULT_MAX_DEPTH = 512;

  /** The most levels that a caller may allow: reading generic values recurses. */
  public static final int MAX_DEPTH_LIMIT = 1_000;

  /** The most characters of a number; converting longer ones takes quadratic time. */
  public static final int MAX_NUMBER_LENGTH = 1_000;

  /** A value is expected: at the beginning, after a member's name, before an element. */
  private static final int VALUE_DUE = 0;

  /** An object or array was entered, and nothing in it was asked for yet. */
  private static final int OPENED = 1;

  /** A value was read: a comma or an end is expected. */
  private static final int VALUE_READ = 2;

  /** The powers of ten that a double represents exactly. */
  private static final double[] POWERS_OF_TEN = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private static final char[] NO_CHARS = {};

  /** Few names rarely repeat, and a pool is an allocation too. */
  private static final int NAMES_BEFORE_POOL = 32;

  private static final int LONGEST_POOLED = 64;

  private final byte[] bytes;
  private final int start;
  private final int limit;
  private final int maxDepth;
  private int position;
  private int state = VALUE_DUE;
  private int depth;

  private int nameStart;
  private int nameEnd;
  private boolean nameEscaped;
  private boolean nameAscii;

  private int namesMade;
  private @Nullable NamePool pool;

  private int stringStart;
  private boolean stringEscaped;
  private boolean stringAscii;
  private char[] scratch = NO_CHARS;

  /** The digits of the last number, without sign, point and exponent, if there are not too many. */
  private long mantissa;

  private int mantissaDigits;

  /** The power of ten to multiply the mantissa by. */
  private int exponent;

  private int numberStart;
  private boolean numberNegative;

  /** Whether the number was written without fraction and exponent. */
  private boolean numberPlain;

  /**
   * Creates a reader of a whole array.
   *
   * @param bytes the document
   */
  public JsonReader(byte[] bytes) {
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
  public JsonReader(byte[] bytes, int offset, int length) {
    this(bytes, offset, length, DEFAULT_MAX_DEPTH);
  }

  /**
   * Creates a reader of a part of an array, with a limit on nesting.
   *
   * @param bytes the array that contains the document
   * @param offset the index of the first byte of the document
   * @param length the number of bytes of the document
   * @param maxDepth the number of levels that objects and arrays may nest, 1 to {@link
   *     #MAX_DEPTH_LIMIT}
   * @throws IndexOutOfBoundsException if the part is not within the array
   * @throws IllegalArgumentException if the limit is out of range
   */
  public JsonReader(byte[] bytes, int offset, int length, int maxDepth) {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    if (maxDepth < 1 || maxDepth > MAX_DEPTH_LIMIT) {
      throw new IllegalArgumentException(
          "maxDepth must be 1 to " + MAX_DEPTH_LIMIT + ", not " + maxDepth);
    }
    this.bytes = bytes;
    this.start = offset;
    this.limit = offset + length;
    this.maxDepth = maxDepth;
    // Checking here avoids loading the class of afterLeadIn.
    boolean plain = length > 0 && bytes[offset] > ' ';
    this.position = plain ? offset : Utf8Text.afterLeadIn(bytes, offset, limit);
  }

  /**
   * Returns the kind of the next value without reading it.
   *
   * @return the kind, judged by the first byte
   * @throws JsonException if no value can begin here
   */
  public JsonToken peek() {
    byte first = nextByte();
    return switch (first) {
      case '"' -> JsonToken.STRING;
      case '{' -> JsonToken.BEGIN_OBJECT;
      case '[' -> JsonToken.BEGIN_ARRAY;
      case 't' -> JsonToken.TRUE;
      case 'f' -> JsonToken.FALSE;
      case 'n' -> JsonToken.NULL;
      default -> {
        expectNumber();
        yield JsonToken.NUMBER;
      }
    };
  }

  /**
   * Enters an object, whose members {@link #hasNextMember} moves to.
   *
   * @throws JsonException if the next value is not an object, or is nested too deeply
   */
  public void beginObject() {
    begin('{', "an object");
  }

  /**
   * Enters an array, whose elements {@link #hasNextElement} moves to.
   *
   * @throws JsonException if the next value is not an array, or is nested too deeply
   */
  public void beginArray() {
    begin('[', "an array");
  }

  /**
   * Moves to the next member of the object and reads its name, or leaves the object after the last
   * member.
   *
   * @return true if the member's value must be read next
   * @throws JsonException if the text is malformed
   */
  public boolean hasNextMember() {
    if (!advance('}', "',' or '}'")) {
      return false;
    }
    skipWhitespace();
    if (position == limit || bytes[position] != '"') {
      throw unexpected("a member's name", position);
    }
    nameStart = position + 1;
    nameEnd = scanString(nameStart);
    nameEscaped = stringEscaped;
    nameAscii = stringAscii;
    position = nameEnd + 1;
    skipWhitespace();
    if (position == limit || bytes[position] != ':') {
      throw unexpected("':'", position);
    }
    position++;
    return true;
  }

  /**
   * Moves to the next element of the array, or leaves the array after the last element.
   *
   * @return true if an element must be read next
   * @throws JsonException if the text is malformed
   */
  public boolean hasNextElement() {
    return advance(']', "',' or ']'");
  }

  /**
   * Returns the array that contains the document: the array itself, not a copy.
   *
   * @return the array that {@link #nameStart} and {@link #nameEnd} point into
   */
  public byte[] bytes() {
    return bytes;
  }

  /**
   * Returns the start of the last member's name. It is valid until the next {@link #hasNextMember}.
   *
   * @return the index of its first byte in {@link #bytes}
   */
  public int nameStart() {
    return nameStart;
  }

  /**
   * Returns the end of the last member's name.
   *
   * @return the index after its last byte in {@link #bytes}
   */
  public int nameEnd() {
    return nameEnd;
  }

  /**
   * Whether the last member's name was written with escapes, so that its slice of {@link #bytes} is
   * not the name itself.
   *
   * @return true if the slice has a backslash, which is rare
   */
  public boolean nameEscaped() {
    return nameEscaped;
  }

  /**
   * Returns the last member's name.
   *
   * @return the name; in a long document usually the same String for the same name
   */
  public String name() {
    if (nameEscaped || !nameAscii || nameEnd - nameStart > LONGEST_POOLED) {
      return text(nameStart, nameEnd, nameEscaped, nameAscii);
    }
    NamePool known = pool;
    if (known == null) {
      if (++namesMade <= NAMES_BEFORE_POOL) {
        return text(nameStart, nameEnd, false, true);
      }
      known = new NamePool();
      pool = known;
    }
    return known.of(bytes, nameStart, nameEnd);
  }

  /**
   * Whether the last member has a name, with or without escapes.
   *
   * @param utf8 the name in UTF-8
   * @return true if the name is equal
   */
  public boolean nameEquals(byte[] utf8) {
    if (nameEscaped) {
      return name().equals(new String(utf8, UTF_8));
    }
    int length = nameEnd - nameStart;
    if (length != utf8.length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (bytes[nameStart + i] != utf8[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * Reads {@code null} if it is the next value, else nothing.
   *
   * @return true if the value was null
   * @throws JsonException if the text is malformed
   */
  public boolean readNull() {
    if (nextByte() != 'n') {
      return false;
    }
    literal("null");
    return true;
  }

  /**
   * Reads {@code true} or {@code false}.
   *
   * @return the value
   * @throws JsonException if the next value is another one
   */
  public boolean readBoolean() {
    byte first = nextByte();
    if (first == 't') {
      literal("true");
      return true;
    }
    if (first == 'f') {
      literal("false");
      return false;
    }
    throw unexpected("true or false", position);
  }

  /**
   * Reads a string.
   *
   * @return the string, which has lone surrogates if they were escaped
   * @throws JsonException if the next value is not a string, or is malformed
   */
  public String readString() {
    int from = beginString();
    return text(from, position - 1, stringEscaped, stringAscii);
  }

  /**
   * Reads a string of padded Base64 in the standard alphabet.
   *
   * @return the decoded bytes, or null if the string is not Base64; then {@link #lastString}
   *     returns it
   * @throws JsonException if the next value is not a string, or is malformed
   */
  public byte @Nullable [] readBase64() {
    int from = beginString();
    if (!stringEscaped) {
      chargePlain(position - from);
      return Base64Text.decode(bytes, from, position - 1);
    }
    // Some writers escape '/', '+' or '='. Characters beyond Latin-1 become '?': not Base64 either.
    byte[] plain = text(from, position - 1, true, stringAscii).getBytes(ISO_8859_1);
    return Base64Text.decode(plain, 0, plain.length);
  }

  /**
   * Returns the last string that was read. It is valid until the reader moves on.
   *
   * @return the string, as {@link #readString} returns it
   */
  public String lastString() {
    return text(stringStart, position - 1, stringEscaped, stringAscii);
  }

  /**
   * Reads a whole number of 32 bits; {@code 5.0} and {@code 5e0} are whole.
   *
   * @return the value
   * @throws JsonException if the next value is not a number, or is out of range
   */
  public int readInt() {
    long value = readWhole("a whole number of 32 bits");
    if (value != (int) value) {
      throw unfit("a whole number of 32 bits", "another number", numberStart);
    }
    return (int) value;
  }

  /**
   * Reads a whole number of 64 bits; {@code 5.0} and {@code 5e0} are whole.
   *
   * @return the value
   * @throws JsonException if the next value is not a number, or is out of range
   */
  public long readLong() {
    return readWhole("a whole number of 64 bits");
  }

  /**
   * Reads a number, preferably as a whole one; {@code 5.0} and {@code 5e0} are whole.
   *
   * @return an Integer, else Long, else BigInteger for a whole number; a Double, as {@link
   *     #readDouble} returns it, for one with a fraction, and for one of more than 64 bits that is
   *     written with a fraction or exponent
   * @throws JsonException if the next value is not a number
   */
  public Number readWhole() {
    Number number = readNumber();
    if (!(number instanceof Double)) {
      return number;
    }
    try {
      // Fails early, and so at no cost, if the exponent puts the number out of range.
      long value = new BigDecimal(numberText()).longValueExact();
      if (value == (int) value) {
        return (int) value;
      }
      return value;
    } catch (ArithmeticException | NumberFormatException e) {
      return number;
    }
  }

  /**
   * Reads a number as the nearest double.
   *
   * @return the value; infinite, as in Python, if the number is too large for a double
   * @throws JsonException if the next value is not a number
   */
  public double readDouble() {
    scanNumber();
    return toDouble();
  }

  /**
   * Reads a number of any kind.
   *
   * @return an Integer, else Long, else BigInteger if it is written without fraction and exponent;
   *     else a Double, as {@link #readDouble} returns it
   * @throws JsonException if the next value is not a number
   */
  public Number readNumber() {
    scanNumber();
    if (!numberPlain) {
      return toDouble();
    }
    if (!fitsLong()) {
      return new BigInteger(numberText());
    }
    long value = toLong();
    if (value == (int) value) {
      return (int) value;
    }
    return value;
  }

  /**
   * Reads a number with all its digits.
   *
   * @return the value; with a huge exponent {@code toBigInteger} and {@code toPlainString} exhaust
   *     the memory
   * @throws JsonException if the next value is not a number, or its exponent does not fit into a
   *     BigDecimal
   */
  public BigDecimal readBigDecimal() {
    scanNumber();
    try {
      return new BigDecimal(numberText());
    } catch (NumberFormatException e) {
      throw unfit("a decimal number", "an exponent out of range", numberStart);
    }
  }

  /**
   * Reads the text of a number.
   *
   * @return the text, at most {@link #MAX_NUMBER_LENGTH} characters
   * @throws JsonException if the next value is not a number
   */
  public String readNumberText() {
    scanNumber();
    chargePlain(position - numberStart);
    return numberText();
  }

  /**
   * Returns the text of the number that was just read.
   *
   * @return the text, at most {@link #MAX_NUMBER_LENGTH} characters
   */
  public String lastNumber() {
    chargePlain(position - numberStart);
    return numberText();
  }

  /**
   * Skips a value of any kind. It is checked like one that is read.
   *
   * @throws JsonException if the text is malformed
   */
  public void skipValue() {
    switch (nextByte()) {
      case '{' -> {
        beginObject();
        while (hasNextMember()) {
          skipValue();
        }
      }
      case '[' -> {
        beginArray();
        while (hasNextElement()) {
          skipValue();
        }
      }
      case '"' -> beginString();
      case 't', 'f' -> readBoolean();
      case 'n' -> literal("null");
      default -> {
        expectNumber();
        scanNumber();
      }
    }
  }

  /**
   * Reads a value of any kind into the JDK's types.
   *
   * @return a LinkedHashMap (with the last of several members of the same name), an ArrayList, a
   *     String, a number as {@link #readNumber} returns it, a Boolean, or null
   * @throws JsonException if the text is malformed
   */
  public @Nullable Object readValue() {
    return switch (nextByte()) {
      case '{' -> readObject();
      case '[' -> readArray();
      case '"' -> readString();
      case 't', 'f' -> readBoolean();
      case 'n' -> {
        literal("null");
        yield null;
      }
      default -> {
        expectNumber();
        yield readNumber();
      }
    };
  }

  /**
   * Checks that the document ends here: only whitespace may follow its one value.
   *
   * @throws JsonException if anything else follows
   * @throws IllegalStateException if the value has not been read to the end
   */
  public void end() {
    if (depth != 0 || state != VALUE_READ) {
      throw new IllegalStateException("The document's value has not been read to its end");
    }
    skipWhitespace();
    if (position != limit) {
      throw unexpected("the end of the input", position);
    }
  }

  private Map<String, @Nullable Object> readObject() {
    charge(MAP_SIZE);
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    beginObject();
    while (hasNextMember()) {
      charge(ENTRY_SIZE);
      String name = name();
      members.put(name, readValue());
    }
    return members;
  }

  private List<@Nullable Object> readArray() {
    charge(LIST_SIZE);
    List<@Nullable Object> elements = new ArrayList<>();
    beginArray();
    while (hasNextElement()) {
      charge(ELEMENT_SIZE);
      elements.add(readValue());
    }
    return elements;
  }

  private void begin(char bracket, String expected) {
    if (nextByte() != bracket) {
      throw unexpected(expected, position);
    }
    if (depth == maxDepth) {
      throw unfit("at most " + maxDepth + " levels of nesting", "one more", position);
    }
    depth++;
    position++;
    state = OPENED;
  }

  /**
   * Skips the comma, if one is expected, or leaves the object or array. A comma before the end is
   * found by the method that reads the next name or value.
   */
  private boolean advance(char bracket, String expected) {
    if (depth == 0 || state == VALUE_DUE) {
      throw new IllegalStateException(
          depth == 0 ? "No object or array is open" : "The value has not been read");
    }
    skipWhitespace();
    byte next = position == limit ? 0 : bytes[position];
    if (next == bracket) {
      position++;
      depth--;
      state = VALUE_READ;
      return false;
    }
    if (state == VALUE_READ) {
      if (next != ',') {
        throw unexpected(expected, position);
      }
      position++;
    }
    state = VALUE_DUE;
    return true;
  }

  /** Moves {@link #position} to the expected value and returns its first byte. */
  private byte nextByte() {
    if (state != VALUE_DUE) {
      throw new IllegalStateException("No value is expected here");
    }
    skipWhitespace();
    if (position == limit) {
      throw unexpected("a value", position);
    }
    return bytes[position];
  }

  private void skipWhitespace() {
    while (position < limit) {
      byte b = bytes[position];
      if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
        return;
      }
      position++;
    }
  }

  private void literal(String word) {
    for (int i = 0; i < word.length(); i++) {
      int at = position + i;
      if (at == limit || bytes[at] != word.charAt(i)) {
        throw unexpected(word, at);
      }
    }
    position += word.length();
    state = VALUE_READ;
  }

  /** Skips a string and returns the start of its text, which ends before {@link #position}. */
  private int beginString() {
    if (nextByte() != '"') {
      throw unexpected("a string", position);
    }
    stringStart = position + 1;
    position = scanString(stringStart) + 1;
    state = VALUE_READ;
    return stringStart;
  }

  /** Checks the text of a string and returns the index of the closing quote: the hottest loop. */
  private int scanString(int from) {
    byte[] buffer = bytes;
    int end = limit;
    boolean escaped = false;
    boolean ascii = true;
    int i = from;
    while (i < end) {
      byte b = buffer[i];
      if (b == '"') {
        stringEscaped = escaped;
        stringAscii = ascii;
        return i;
      }
      if (b == '\\') {
        escaped = true;
        i = afterEscape(i);
      } else if (b >= 0x20) {
        i++;
      } else if (b < 0) {
        ascii = false;
        i = afterCharacter(i);
      } else {
        throw unexpected("an escape for a control character", i);
      }
    }
    throw unexpected("the end of a string", end);
  }

  private int afterEscape(int at) {
    if (at + 1 == limit) {
      throw unexpected("an escape", limit);
    }
    switch (bytes[at + 1]) {
      case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> {
        return at + 2;
      }
      case 'u' -> {
        for (int i = at + 2; i < at + 6; i++) {
          if (i == limit || hexValue(bytes[i]) < 0) {
            throw unexpected("four hexadecimal digits", i);
          }
        }
        return at + 6;
      }
      default -> throw unexpected("an escape", at + 1);
    }
  }

  private int afterCharacter(int at) {
    int after = Utf8Text.after(bytes, at, limit);
    if (after < 0) {
      throw unexpected("UTF-8", ~after);
    }
    return after;
  }

  private String text(int from, int to, boolean escaped, boolean ascii) {
    if (escaped) {
      chargeDecoded(to - from);
      return unescape(from, to);
    }
    if (ascii) {
      chargePlain(to - from);
    } else {
      chargeDecoded(to - from);
    }
    return new String(bytes, from, to - from, ascii ? ISO_8859_1 : UTF_8);
  }

  /** Decodes text that {@link #scanString} has checked. */
  private String unescape(int from, int to) {
    if (scratch.length < to - from) {
      scratch = new char[to - from];
    }
    char[] out = scratch;
    int n = 0;
    int i = from;
    while (i < to) {
      byte b = bytes[i];
      if (b == '\\') {
        byte escape = bytes[i + 1];
        out[n++] = escape == 'u' ? codeUnit(i + 2) : unescaped(escape);
        i += escape == 'u' ? 6 : 2;
      } else if (b >= 0) {
        out[n++] = (char) b;
        i++;
      } else if (b < (byte) 0xe0) {
        out[n++] = (char) ((b & 0x1f) << 6 | continuation(i + 1));
        i += 2;
      } else if (b < (byte) 0xf0) {
        out[n++] = (char) ((b & 0xf) << 12 | continuation(i + 1) << 6 | continuation(i + 2));
        i += 3;
      } else {
        int point =
            (b & 0x7) << 18
                | continuation(i + 1) << 12
                | continuation(i + 2) << 6
                | continuation(i + 3);
        out[n++] = Character.highSurrogate(point);
        out[n++] = Character.lowSurrogate(point);
        i += 4;
      }
    }
    return new String(out, 0, n);
  }

  private int continuation(int at) {
    return bytes[at] & 0x3f;
  }

  private char codeUnit(int at) {
    return (char)
        (hexValue(bytes[at]) << 12
            | hexValue(bytes[at + 1]) << 8
            | hexValue(bytes[at + 2]) << 4
            | hexValue(bytes[at + 3]));
  }

  private static char unescaped(byte escape) {
    return switch (escape) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> (char) escape;
    };
  }

  private static int hexValue(byte b) {
    if (Digits.isDigit(b)) {
      return b - '0';
    }
    int lower = b | 0x20;
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
  }

  /** Fails with "a value" where any value is possible, and not as {@link #scanNumber} does. */
  private void expectNumber() {
    byte first = bytes[position];
    if (first != '-' && !Digits.isDigit(first)) {
      throw unexpected("a value", position);
    }
  }

  /** Reads a number into the fields from {@link #mantissa} on. */
  private void scanNumber() {
    byte first = nextByte();
    numberStart = position;
    numberNegative = first == '-';
    if (!numberNegative && !Digits.isDigit(first)) {
      throw unexpected("a number", position);
    }
    mantissa = 0;
    mantissaDigits = 0;
    exponent = 0;
    int whole = numberNegative ? numberStart + 1 : numberStart;
    int i = scanDigits(whole);
    if (i - whole > 1 && bytes[whole] == '0') {
      throw unfit("a number", "a leading zero", numberStart);
    }
    numberPlain = true;
    if (i < limit && bytes[i] == '.') {
      numberPlain = false;
      int fraction = i + 1;
      i = scanDigits(fraction);
      exponent = fraction - i;
    }
    if (i < limit && (bytes[i] == 'e' || bytes[i] == 'E')) {
      numberPlain = false;
      i = scanExponent(i + 1);
    }
    if (i - numberStart > MAX_NUMBER_LENGTH) {
      throw unfit(
          "a number of at most " + MAX_NUMBER_LENGTH + " characters", "a longer one", numberStart);
    }
    position = i;
    state = VALUE_READ;
  }

  /** Adds a run of digits to the mantissa and returns the index after it. */
  private int scanDigits(int from) {
    int end = Digits.end(bytes, from, limit);
    if (end == from) {
      throw unexpected("a digit", end);
    }
    int first = mantissaDigits == 0 ? Digits.afterZeros(bytes, from, end) : from;
    mantissaDigits += end - first;
    if (mantissaDigits <= Digits.MAX_COUNT) {
      mantissa = Digits.append(mantissa, bytes, first, end);
    }
    return end;
  }

  private int scanExponent(int from) {
    int i = from;
    boolean negative = false;
    if (i < limit && (bytes[i] == '-' || bytes[i] == '+')) {
      negative = bytes[i] == '-';
      i++;
    }
    int digits = i;
    int value = 0;
    while (i < limit && Digits.isDigit(bytes[i])) {
      // Exact only up to the limits of toDouble's short cut; beyond them the text is converted.
      value = Math.min(value * 10 + bytes[i] - '0', 100_000);
      i++;
    }
    if (i == digits) {
      throw unexpected("a digit", i);
    }
    exponent += negative ? -value : value;
    return i;
  }

  private String numberText() {
    return new String(bytes, numberStart, position - numberStart, ISO_8859_1);
  }

  private long readWhole(String expected) {
    scanNumber();
    if (numberPlain && fitsLong()) {
      return toLong();
    }
    try {
      // Fails early, and so at no cost, if the exponent puts the number out of range.
      return new BigDecimal(numberText()).longValueExact();
    } catch (ArithmeticException | NumberFormatException e) {
      throw unfit(expected, "another number", numberStart);
    }
  }

  private boolean fitsLong() {
    return Digits.fitLong(mantissa, mantissaDigits, numberNegative);
  }

  private long toLong() {
    return numberNegative ? -mantissa : mantissa;
  }

  /** One exact operand and one rounding give the nearest double (Clinger 1990). */
  private double toDouble() {
    int power = exponent < 0 ? -exponent : exponent;
    if (mantissaDigits > Digits.MAX_COUNT) {
      return Double.parseDouble(numberText());
    }
    if (mantissa >>> 53 != 0 || power >= POWERS_OF_TEN.length) {
      double value = mantissa == 0 ? 0 : DecimalToDouble.of(mantissa, exponent);
      return Double.isNaN(value)
          ? Double.parseDouble(numberText())
          : numberNegative ? -value : value;
    }
    double value = mantissa;
    value = exponent < 0 ? value / POWERS_OF_TEN[power] : value * POWERS_OF_TEN[power];
    return numberNegative ? -value : value;
  }

  @Override
  RuntimeException tooLarge(String message) {
    int offset = position - start;
    return JsonException.of(message + ", at byte " + offset, offset);
  }

  private RuntimeException unexpected(String expected, int at) {
    return unfit(expected, seen(at), at);
  }

  private RuntimeException unfit(String expected, String seen, int at) {
    int offset = at - start;
    return JsonException.of(
        "Expected " + expected + " but saw " + seen + " at byte " + offset, offset);
  }

  private String seen(int at) {
    if (at >= limit) {
      return "the end of the input";
    }
    byte b = bytes[at];
    return b >= 0x20 && b < 0x7f ? "'" + (char) b + "'" : "byte 0x" + Integer.toHexString(b & 0xff);
  }
}
