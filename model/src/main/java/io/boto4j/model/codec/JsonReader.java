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
 * Reads one JSON document (RFC 8259, UTF-8) from a byte array, pulled value by value.
 *
 * <p>Nothing is allocated but what is asked for. Malformed text, malformed UTF-8, bare control
 * characters in strings, numbers of more than {@link #MAX_NUMBER_LENGTH} characters and too deep
 * nesting are refused with a {@link JsonException}; after one the reader is of no more use. A byte
 * order mark at the beginning is skipped. Escapes of lone surrogates are kept, as Python keeps
 * them. Calls that do not fit the position (a value where none is due) are an {@link
 * IllegalStateException}.
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
 * <p>The caller asks for members inside an object and for elements inside an array. Not safe for
 * use by several threads; the bytes must not change while they are read.
 */
public final class JsonReader {
  /** How deep objects and arrays may nest unless the constructor is told otherwise. */
  public static final int DEFAULT_MAX_DEPTH = 512;

  /** The most a caller may allow: reading of generic values recurses, and stacks are finite. */
  public static final int MAX_DEPTH_LIMIT = 1_000;

  /** The longest number taken; conversion of longer ones would take quadratic time. */
  public static final int MAX_NUMBER_LENGTH = 1_000;

  /** A value is due: at the beginning, after a member's name, before an element. */
  private static final int VALUE_DUE = 0;

  /** An object or array was opened and nothing in it asked for. */
  private static final int OPENED = 1;

  /** A value was read: a comma or an end is due. */
  private static final int VALUE_READ = 2;

  /** The powers of ten that a double holds exactly. */
  private static final double[] POWERS_OF_TEN = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private static final char[] NO_CHARS = {};

  /** Few names hardly repeat, and a pool is an object too. */
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

  private boolean stringEscaped;
  private boolean stringAscii;
  private char[] scratch = NO_CHARS;

  /** The number last scanned: its digits without sign, point and exponent, if not too many. */
  private long mantissa;

  private int mantissaDigits;

  /** The power of ten the mantissa is to be multiplied with. */
  private int exponent;

  private int numberStart;
  private boolean numberNegative;

  /** Whether the number was written without fraction and exponent. */
  private boolean numberPlain;

  /**
   * Makes a reader of a whole array.
   *
   * @param bytes the document
   */
  public JsonReader(byte[] bytes) {
    this(bytes, 0, bytes.length);
  }

  /**
   * Makes a reader of a part of an array.
   *
   * @param bytes the array the document is in
   * @param offset where the document begins
   * @param length how many bytes it has
   * @throws IndexOutOfBoundsException if the array has no such part
   */
  public JsonReader(byte[] bytes, int offset, int length) {
    this(bytes, offset, length, DEFAULT_MAX_DEPTH);
  }

  /**
   * Makes a reader of a part of an array with a bound on nesting.
   *
   * @param bytes the array the document is in
   * @param offset where the document begins
   * @param length how many bytes it has
   * @param maxDepth how deep objects and arrays may nest, 1 to {@link #MAX_DEPTH_LIMIT}
   * @throws IndexOutOfBoundsException if the array has no such part
   * @throws IllegalArgumentException if the bound is out of its range
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
    boolean marked =
        length >= 3
            && bytes[offset] == (byte) 0xef
            && bytes[offset + 1] == (byte) 0xbb
            && bytes[offset + 2] == (byte) 0xbf;
    this.position = marked ? offset + 3 : offset;
  }

  /**
   * Tells what kind of value comes next, without reading it.
   *
   * @return the kind of the next value, judged by its first byte
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
   * Enters an object; {@link #hasNextMember} moves on from there.
   *
   * @throws JsonException if the next value is no object, or nested too deep
   */
  public void beginObject() {
    begin('{', "an object");
  }

  /**
   * Enters an array; {@link #hasNextElement} moves on from there.
   *
   * @throws JsonException if the next value is no array, or nested too deep
   */
  public void beginArray() {
    begin('[', "an array");
  }

  /**
   * Moves to the next member of the object and reads its name, or leaves the object if there is
   * none.
   *
   * @return whether a member's value is now due
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
   * Moves to the next element of the array, or leaves the array if there is none.
   *
   * @return whether an element is now due
   * @throws JsonException if the text is malformed
   */
  public boolean hasNextElement() {
    return advance(']', "',' or ']'");
  }

  /**
   * Returns the array the document is in, as given: not a copy.
   *
   * @return the array that {@link #nameStart} and {@link #nameEnd} point into
   */
  public byte[] bytes() {
    return bytes;
  }

  /**
   * Returns where the last member's name begins. The name is good until the next {@link
   * #hasNextMember}.
   *
   * @return the index of its first byte in {@link #bytes}
   */
  public int nameStart() {
    return nameStart;
  }

  /**
   * Returns where the last member's name ends.
   *
   * @return the index after its last byte in {@link #bytes}
   */
  public int nameEnd() {
    return nameEnd;
  }

  /**
   * Tells whether the last member's name was written with escapes, so that its slice of {@link
   * #bytes} is not the name itself.
   *
   * @return whether the slice holds a backslash; rarely true
   */
  public boolean nameEscaped() {
    return nameEscaped;
  }

  /**
   * Returns the last member's name.
   *
   * @return the name; in a long document the same String for the same name, mostly
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
   * Compares the last member's name, however it was written.
   *
   * @param utf8 a name in UTF-8
   * @return whether it is the member's name
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
   * Reads {@code null} if that comes next; else nothing.
   *
   * @return whether it was null
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
   * @throws JsonException if something else comes next
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
   * @return the text; it may hold lone surrogates if they were escaped
   * @throws JsonException if something else comes next, or the string is malformed
   */
  public String readString() {
    int from = beginString();
    return text(from, position - 1, stringEscaped, stringAscii);
  }

  /**
   * Reads a string of padded Base64 in the standard alphabet.
   *
   * @return the bytes it stands for
   * @throws JsonException if something else comes next, or the text is no Base64
   */
  public byte[] readBase64() {
    int from = beginString();
    byte @Nullable [] blob;
    if (stringEscaped) {
      // Some writers escape '/', '+' or '='. What is beyond Latin-1 becomes '?': no Base64 either.
      byte[] plain = text(from, position - 1, true, stringAscii).getBytes(ISO_8859_1);
      blob = Base64Text.decode(plain, 0, plain.length);
    } else {
      blob = Base64Text.decode(bytes, from, position - 1);
    }
    if (blob == null) {
      throw unfit("Base64 text", "another string", from - 1);
    }
    return blob;
  }

  /**
   * Reads a whole number of 32 bits; {@code 5.0} and {@code 5e0} are whole.
   *
   * @return the value
   * @throws JsonException if no number comes next, or none of that range
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
   * @throws JsonException if no number comes next, or none of that range
   */
  public long readLong() {
    return readWhole("a whole number of 64 bits");
  }

  /**
   * Reads a number as the nearest double.
   *
   * @return the value; infinite, as in Python, if the number is beyond all doubles
   * @throws JsonException if no number comes next
   */
  public double readDouble() {
    scanNumber();
    return toDouble();
  }

  /**
   * Reads a number of whatever kind.
   *
   * @return an Integer, else Long, else BigInteger if it is written without fraction and exponent;
   *     else a Double, as {@link #readDouble} has it
   * @throws JsonException if no number comes next
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
   * @return the value; its exponent may be huge, so beware of {@code toBigInteger} and {@code
   *     toPlainString}
   * @throws JsonException if no number comes next, or its exponent is beyond a BigDecimal's
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
   * Reads a number as it is written.
   *
   * @return its text, at most {@link #MAX_NUMBER_LENGTH} characters
   * @throws JsonException if no number comes next
   */
  public String readNumberText() {
    scanNumber();
    return numberText();
  }

  /**
   * Reads past a value of whatever kind, checking it all the same.
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
   * Reads a value of whatever kind into the JDK's types.
   *
   * @return a LinkedHashMap (of members with the same name the last one wins), an ArrayList, a
   *     String, a number as {@link #readNumber} has it, a Boolean, or null
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
   * Makes sure that the document ends here: only blanks may follow its one value.
   *
   * @throws JsonException if something else follows
   * @throws IllegalStateException if its value has not been read to the end
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
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    beginObject();
    while (hasNextMember()) {
      String name = name();
      members.put(name, readValue());
    }
    return members;
  }

  private List<@Nullable Object> readArray() {
    List<@Nullable Object> elements = new ArrayList<>();
    beginArray();
    while (hasNextElement()) {
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
   * Steps over the comma, if one is due, or out of the object or array. A comma before the end is
   * found by whoever reads the name or value then due.
   */
  private boolean advance(char bracket, String expected) {
    if (depth == 0 || state == VALUE_DUE) {
      throw new IllegalStateException(
          depth == 0 ? "No object or array has been begun" : "The value due has not been read");
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

  /** The first byte of the value that is due; {@link #position} is then its index. */
  private byte nextByte() {
    if (state != VALUE_DUE) {
      throw new IllegalStateException("No value is due here");
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

  /** Reads past a string and returns where its text begins; it ends before {@link #position}. */
  private int beginString() {
    if (nextByte() != '"') {
      throw unexpected("a string", position);
    }
    int from = position + 1;
    position = scanString(from) + 1;
    state = VALUE_READ;
    return from;
  }

  /** Checks a string's text and returns the index of its closing quote: the hottest of loops. */
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
      return unescape(from, to);
    }
    return new String(bytes, from, to - from, ascii ? ISO_8859_1 : UTF_8);
  }

  /** Decodes text that {@link #scanString} has found good. */
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

  /** Says "a value" where any value would have done and {@link #scanNumber} would ask for one. */
  private void expectNumber() {
    byte first = bytes[position];
    if (first != '-' && !Digits.isDigit(first)) {
      throw unexpected("a value", position);
    }
  }

  /** Reads past a number and takes it apart. */
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
      // Exact only as far as toDouble's short cut looks; beyond that the text is converted.
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
      // Refuses early, and so at no cost, whatever its exponent puts out of range.
      return new BigDecimal(numberText()).longValueExact();
    } catch (ArithmeticException | NumberFormatException e) {
      throw unfit(expected, "another number", numberStart);
    }
  }

  /** Whether the mantissa, an unsigned number, is in the range of a long once it has its sign. */
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
