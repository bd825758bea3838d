package io.boto4j.model.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A pull reader of one XML document (XML 1.0, in UTF-8, or in UTF-16 with a byte order mark) in a
 * byte array.
 *
 * <p>It is safe for the responses of a hostile service. A DOCTYPE is rejected unread, so there are
 * no entities except the five predefined ones. Tags that do not match, anything after the root,
 * malformed UTF-8, characters that XML does not have, and nesting or attributes beyond the limits
 * cause an {@link XmlException}, after which the reader must not be used. A text that is not a
 * value of the type asked for is not an error: the method returns null. Skipped content is checked
 * like content that is read. Comments, processing instructions and the XML declaration are skipped;
 * an encoding declared there is ignored, as in botocore. Whitespace and byte order marks before the
 * document are skipped too, even before a declaration, where XML does not allow them: servers send
 * blanks to keep a connection alive while they work.
 *
 * <p>Elements are identified by their local name, the part after the colon; whether a prefix is
 * bound is not checked. The reader allocates only the values that are asked for.
 *
 * <pre>{@code
 * XmlReader xml = new XmlReader(bytes);
 * xml.beginRoot();
 * while (xml.hasNextChild()) {
 *   if (xml.nameEquals("RequestId")) {
 *     id = xml.readText();
 *   } else {
 *     xml.skipElement();
 *   }
 * }
 * xml.end();
 * }</pre>
 *
 * <p>{@link #beginRoot} and {@link #hasNextChild} enter an element. Reading its text, skipping it,
 * or asking for its children until there are no more leaves it. Not thread-safe; the bytes must not
 * change while they are read.
 */
public final class XmlReader extends DocumentReader {
  /** The number of levels that elements may nest by default. */
  public static final int DEFAULT_MAX_DEPTH = 256;

  /** The most levels that a caller may allow: parsers of elements recurse. */
  public static final int MAX_DEPTH_LIMIT = 1_000;

  /** The most attributes of an element. */
  public static final int MAX_ATTRIBUTES = 64;

  /** The most bytes of an attribute's value, before references are resolved. */
  public static final int MAX_ATTRIBUTE_LENGTH = 65_536;

  /** The most characters of a number; converting longer ones takes quadratic time. */
  public static final int MAX_NUMBER_LENGTH = 1_000;

  private static final byte[] NO_BYTES = {};
  private static final int[] NO_INTS = {};

  private final byte[] bytes;
  private final int start;
  private final int limit;
  private final int maxDepth;
  private int position;
  private int depth;
  private boolean begun;

  /** The start and end of the name of each open element, including the prefix. */
  private int[] open = new int[32];

  /** Whether the innermost element is an empty-element tag, {@code <a/>}. */
  private boolean empty;

  private int nameStart;
  private int nameEnd;

  /** The start and end of each attribute's name, and the start and end of its value. */
  private int[] attributes = NO_INTS;

  private int attributeCount;
  private boolean hasAttributes;

  /** The last text: a slice of the document, or of {@link #scratch} if the text needed decoding. */
  private byte[] text = NO_BYTES;

  private int textStart;
  private int textEnd;
  private boolean textAscii;
  private byte[] scratch = NO_BYTES;
  private int scratchLength;

  /** The start of the last value, for messages. */
  private int valueAt;

  /** The last whole number. */
  private long lastWhole;

  /**
   * Creates a reader of a whole array.
   *
   * @param bytes the document
   */
  public XmlReader(byte[] bytes) {
    this(bytes, 0, bytes.length, DEFAULT_MAX_DEPTH);
  }

  /**
   * Creates a reader of a part of an array, with a limit on nesting.
   *
   * @param bytes the array that contains the document
   * @param offset the index of the first byte of the document
   * @param length the number of bytes of the document
   * @param maxDepth the number of levels that elements may nest, 1 to {@link #MAX_DEPTH_LIMIT}
   * @throws IndexOutOfBoundsException if the part is not within the array
   * @throws IllegalArgumentException if the limit is out of range
   */
  public XmlReader(byte[] bytes, int offset, int length, int maxDepth) {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    if (maxDepth < 1 || maxDepth > MAX_DEPTH_LIMIT) {
      throw new IllegalArgumentException(
          "maxDepth must be 1 to " + MAX_DEPTH_LIMIT + ", not " + maxDepth);
    }
    boolean wide = length > 1 && isUtf16(bytes[offset], bytes[offset + 1]);
    byte[] document = wide ? toUtf8(bytes, offset, length) : bytes;
    this.bytes = document;
    this.start = wide ? 0 : offset;
    this.limit = wide ? document.length : offset + length;
    this.maxDepth = maxDepth;
    // Checking here avoids loading the class of afterLeadIn.
    boolean plain = length > 0 && document[start] > ' ';
    this.position = plain ? start : Utf8Text.afterLeadIn(document, start, limit);
  }

  /** Whether a document begins with a byte order mark of UTF-16; no UTF-8 begins so. */
  private static boolean isUtf16(byte first, byte second) {
    return (first == (byte) 0xfe && second == (byte) 0xff)
        || (first == (byte) 0xff && second == (byte) 0xfe);
  }

  private byte[] toUtf8(byte[] wide, int offset, int length) {
    chargeDecoded(length);
    return new String(wide, offset, length, UTF_16).getBytes(UTF_8);
  }

  /**
   * Enters the root element.
   *
   * @throws XmlException if the root element is missing, or anything before it is malformed
   */
  public void beginRoot() {
    if (begun) {
      throw new IllegalStateException("The root has already been entered");
    }
    begun = true;
    if (startsWith("<?xml") && position + 5 < limit && isBlank(bytes[position + 5])) {
      position = afterMarkup(position + 6, "?>");
    }
    skipMisc();
    if (position == limit || bytes[position] != '<') {
      throw expected("the root element", position);
    }
    beginElement();
  }

  /**
   * Moves to the next child of the innermost element and enters it, skipping text, or leaves the
   * element if it has no more children.
   *
   * @return true if a child was entered
   * @throws XmlException if the document is malformed
   */
  public boolean hasNextChild() {
    requireOpen();
    if (empty) {
      leave();
      return false;
    }
    scanText(false);
    return beginChildOrLeave();
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
   * Returns the start of the local name of the last element that was entered.
   *
   * @return the index of its first byte in {@link #bytes}
   */
  public int nameStart() {
    return nameStart;
  }

  /**
   * Returns the end of the local name of the last element that was entered.
   *
   * @return the index after its last byte in {@link #bytes}
   */
  public int nameEnd() {
    return nameEnd;
  }

  /**
   * Returns the local name of the last element that was entered.
   *
   * @return the name without its prefix, a new String at each call
   */
  public String name() {
    return new String(bytes, nameStart, nameEnd - nameStart, UTF_8);
  }

  /**
   * Whether the last element that was entered has a local name.
   *
   * @param ascii the name, in ASCII
   * @return true if the name is equal
   */
  public boolean nameEquals(String ascii) {
    return sliceEquals(bytes, nameStart, nameEnd, ascii);
  }

  /**
   * Whether the last element that was entered has attributes other than namespace declarations.
   *
   * @return true if {@link #attribute} can find one
   */
  public boolean hasAttributes() {
    return hasAttributes;
  }

  /**
   * Returns an attribute of the last element that was entered. A name with a prefix finds the
   * attribute with that local name and any prefix, since the document chooses its prefixes; a name
   * without a prefix finds only attributes without one.
   *
   * @param name the name, such as {@code xsi:type} or {@code id}
   * @return the value, or null if the element has no such attribute
   */
  public @Nullable String attribute(String name) {
    int colon = name.indexOf(':');
    String local = name.substring(colon + 1);
    for (int i = 0; i < attributeCount * 4; i += 4) {
      int from = attributes[i];
      int to = attributes[i + 1];
      int at = localStart(from, to);
      if ((at > from) == (colon >= 0)
          && sliceEquals(bytes, at, to, local)
          && !isDeclaration(from, to)) {
        return attributeValue(attributes[i + 2], attributes[i + 3]);
      }
    }
    return null;
  }

  /**
   * Reads the element's text up to its first child element, skips the rest, and leaves the element.
   *
   * @return the text, including whitespace; empty if the element has no text
   * @throws XmlException if the document is malformed
   */
  public String readText() {
    scanValue();
    return textValue();
  }

  /**
   * Reads the element's text and leaves the element if it has no child elements, else enters the
   * first of them.
   *
   * @return the text, or null if a child was entered
   * @throws XmlException if the document is malformed
   */
  public @Nullable String readLeaf() {
    requireOpen();
    if (empty) {
      leave();
      return "";
    }
    scanText(true);
    return beginChildOrLeave() ? null : textValue();
  }

  /**
   * Reads a boolean from a text, like {@link #readText}, ignoring case and whitespace around it.
   *
   * @return the value, or null if the text is neither {@code true} nor {@code false}, nor XML
   *     Schema's {@code 1} or {@code 0}; then {@link #lastText} returns it
   * @throws XmlException if the document is malformed
   */
  public @Nullable Boolean readBoolean() {
    scanValue();
    if (sliceEquals(text, textStart, textEnd, "true")) {
      return true;
    }
    if (sliceEquals(text, textStart, textEnd, "false")) {
      return false;
    }
    String word = textValue().strip();
    if (word.equalsIgnoreCase("true") || word.equals("1")) {
      return true;
    }
    return (word.equalsIgnoreCase("false") || word.equals("0")) ? false : null;
  }

  /**
   * Reads a whole number from a text, like {@link #readText}, ignoring whitespace around it.
   *
   * @return the value, or null if the text is not a whole number of 64 bits; then {@link #lastText}
   *     returns it
   * @throws XmlException if the document is malformed
   */
  public @Nullable Long readLong() {
    return scanWhole() ? (Long) lastWhole : null;
  }

  /**
   * Reads a whole number from a text, like {@link #readLong}.
   *
   * @return an Integer, or a Long if the number needs more than 32 bits, or null if the text is not
   *     a whole number of 64 bits; then {@link #lastText} returns it
   * @throws XmlException if the document is malformed
   */
  public @Nullable Number readInt() {
    if (!scanWhole()) {
      return null;
    }
    if (lastWhole == (int) lastWhole) {
      return (int) lastWhole;
    }
    return lastWhole;
  }

  /**
   * Reads a whole number of any size from a text, like {@link #readText}.
   *
   * @return the value, or null if the text is not such a number or too long; then {@link #lastText}
   *     returns it
   * @throws XmlException if the document is malformed
   */
  public @Nullable BigInteger readBigInteger() {
    try {
      return new BigInteger(numberText());
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /**
   * Reads a number with all its digits from a text, like {@link #readText}.
   *
   * @return the value, or null if the text is not a number or too long; then {@link #lastText}
   *     returns it. With a huge exponent {@code toBigInteger} exhausts the memory
   * @throws XmlException if the document is malformed
   */
  public @Nullable BigDecimal readBigDecimal() {
    try {
      return new BigDecimal(numberText());
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /**
   * Reads a number, {@code NaN}, {@code Infinity} or {@code -Infinity} from a text, like {@link
   * #readText}.
   *
   * @return the nearest double, or null if the text is not a number or too long; then {@link
   *     #lastText} returns it
   * @throws XmlException if the document is malformed
   */
  public @Nullable Double readDouble() {
    String number = numberText();
    try {
      return switch (number) {
        case "NaN" -> Double.NaN;
        case "Infinity" -> Double.POSITIVE_INFINITY;
        case "-Infinity" -> Double.NEGATIVE_INFINITY;
        default -> Double.parseDouble(plain(number));
      };
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /**
   * Reads padded Base64 in the standard alphabet from a text, like {@link #readText}, ignoring
   * whitespace.
   *
   * @return the decoded bytes, or null if the text is not Base64; then {@link #lastText} returns it
   * @throws XmlException if the document is malformed
   */
  public byte @Nullable [] readBase64() {
    scanValue();
    chargePlain(textEnd - textStart);
    byte @Nullable [] blob = Base64Text.decode(text, textStart, textEnd);
    if (blob == null) {
      byte[] dense = new byte[textEnd - textStart];
      int length = 0;
      for (int i = textStart; i < textEnd; i++) {
        if (!isBlank(text[i])) {
          dense[length++] = text[i];
        }
      }
      blob = Base64Text.decode(dense, 0, length);
    }
    return blob;
  }

  /**
   * Returns the text of the last value that was read, also if it was read as another type. It is
   * valid until the reader moves on.
   *
   * @return the text, including whitespace
   */
  public String lastText() {
    return textValue();
  }

  /**
   * Leaves the innermost element and skips the rest of its content.
   *
   * @throws XmlException if the document is malformed
   */
  public void skipElement() {
    requireOpen();
    skipTo(depth - 1);
  }

  /**
   * Checks that the document ends here: only whitespace, comments and processing instructions may
   * follow the root.
   *
   * @throws XmlException if anything else follows
   * @throws IllegalStateException if the root has not been left
   */
  public void end() {
    if (!begun || depth != 0) {
      throw new IllegalStateException("The root has not been read to its end");
    }
    skipMisc();
    if (position != limit) {
      throw expected("the end of the document", position);
    }
  }

  /**
   * Creates the exception for a last value that is not the expected one.
   *
   * @param expected the expected value, such as {@code a timestamp}
   * @return the exception, for the caller to throw
   */
  public XmlException unfit(String expected) {
    return expected(expected, valueAt);
  }

  private void requireOpen() {
    if (depth == 0) {
      throw new IllegalStateException("No element is open");
    }
  }

  private void skipTo(int level) {
    while (depth > level) {
      if (empty) {
        leave();
      } else {
        scanText(false);
        beginChildOrLeave();
      }
    }
  }

  private boolean beginChildOrLeave() {
    if (position + 1 < limit && bytes[position + 1] == '/') {
      endElement();
      return false;
    }
    beginElement();
    return true;
  }

  /** Reads the start tag at {@link #position}. */
  private void beginElement() {
    if (depth == maxDepth) {
      throw expected("at most " + maxDepth + " levels of elements", position);
    }
    int from = position + 1;
    int to = afterName(from, "an element's name");
    if (open.length == 2 * depth) {
      open = Arrays.copyOf(open, 2 * open.length);
    }
    open[2 * depth] = from;
    open[2 * depth + 1] = to;
    depth++;
    nameStart = localStart(from, to);
    nameEnd = to;
    attributeCount = 0;
    hasAttributes = false;
    // Most tags end after the name.
    position = to < limit && bytes[to] == '>' ? to + 1 : afterAttributes(to);
    empty = bytes[position - 2] == '/' && position - 2 >= to;
  }

  /** Reads the attributes and the end of a start tag. */
  private int afterAttributes(int from) {
    int i = from;
    while (true) {
      int blank = i;
      i = afterBlanks(i);
      if (i < limit && bytes[i] == '>') {
        return i + 1;
      }
      if (i + 1 < limit && bytes[i] == '/' && bytes[i + 1] == '>') {
        return i + 2;
      }
      if (i == blank) {
        throw expected("whitespace or the end of the tag", i);
      }
      i = afterAttribute(i);
    }
  }

  private int afterAttribute(int from) {
    if (attributeCount == MAX_ATTRIBUTES) {
      throw expected("at most " + MAX_ATTRIBUTES + " attributes", from);
    }
    int to = afterName(from, "an attribute's name or the end of the tag");
    int i = afterBlanks(to);
    if (i == limit || bytes[i] != '=') {
      throw expected("'='", i);
    }
    i = afterBlanks(i + 1);
    if (i == limit || (bytes[i] != '"' && bytes[i] != '\'')) {
      throw expected("a quoted value", i);
    }
    int valueEnd = afterAttributeValue(i + 1, bytes[i]);
    for (int k = 0; k < attributeCount * 4; k += 4) {
      if (Arrays.equals(bytes, attributes[k], attributes[k + 1], bytes, from, to)) {
        throw expected("an attribute not yet given", from);
      }
    }
    if (attributes.length == attributeCount * 4) {
      attributes = Arrays.copyOf(attributes, Math.max(16, attributes.length * 2));
    }
    attributes[attributeCount * 4] = from;
    attributes[attributeCount * 4 + 1] = to;
    attributes[attributeCount * 4 + 2] = i + 1;
    attributes[attributeCount * 4 + 3] = valueEnd;
    attributeCount++;
    hasAttributes |= !isDeclaration(from, to);
    return valueEnd + 1;
  }

  /** Checks an attribute's value and returns the index of its closing quote. */
  private int afterAttributeValue(int from, byte quote) {
    int i = from;
    while (i < limit && bytes[i] != quote) {
      byte b = bytes[i];
      if (b == '<') {
        throw expected("no '<' in an attribute's value", i);
      }
      i = b == '&' ? afterReference(i, false) : afterCharacter(i);
      if (i - from > MAX_ATTRIBUTE_LENGTH) {
        throw expected("at most " + MAX_ATTRIBUTE_LENGTH + " bytes in an attribute's value", from);
      }
    }
    if (i >= limit) {
      throw expected("the end of an attribute's value", limit);
    }
    return i;
  }

  /** Returns an attribute's value: references are resolved, and whitespace becomes spaces. */
  private String attributeValue(int from, int to) {
    scratchLength = 0;
    int i = from;
    while (i < to) {
      byte b = bytes[i];
      if (b == '&') {
        i = afterReference(i, true);
      } else {
        // A line end of two characters becomes one space.
        boolean pair = b == '\r' && i + 1 < to && bytes[i + 1] == '\n';
        append(isBlank(b) ? (byte) ' ' : b);
        i += pair ? 2 : 1;
      }
    }
    return new String(scratch, 0, scratchLength, UTF_8);
  }

  /** Whether a name is {@code xmlns} or {@code xmlns:…}. */
  private boolean isDeclaration(int from, int to) {
    return to - from >= 5
        && sliceEquals(bytes, from, from + 5, "xmlns")
        && (to - from == 5 || bytes[from + 5] == ':');
  }

  /** Reads the end tag at {@link #position}. */
  private void endElement() {
    int from = position + 2;
    int name = open[2 * depth - 2];
    int to = from + open[2 * depth - 1] - name;
    if (to >= limit || !Arrays.equals(bytes, name, open[2 * depth - 1], bytes, from, to)) {
      throw expected("the end tag of the innermost element", position);
    }
    int i = bytes[to] == '>' ? to : afterBlanks(to);
    if (i == limit || bytes[i] != '>') {
      throw expected("the end tag of the innermost element", position);
    }
    position = i + 1;
    leave();
  }

  private void leave() {
    depth--;
    empty = false;
  }

  /** Reads the innermost element's text into {@link #text}, and leaves the element. */
  private void scanValue() {
    requireOpen();
    valueAt = position;
    if (empty) {
      text = NO_BYTES;
      textStart = 0;
      textEnd = 0;
      textAscii = true;
      leave();
      return;
    }
    scanText(true);
    if (beginChildOrLeave()) {
      skipTo(depth - 2);
    }
  }

  /** Reads text and moves {@link #position} to the tag after it: the hottest loop. */
  private void scanText(boolean keep) {
    byte[] buffer = bytes;
    int end = limit;
    boolean ascii = true;
    boolean whole = true;
    int run = position;
    int i = position;
    while (i < end) {
      byte b = buffer[i];
      if (b >= 0x20 && b != '<' && b != '&' && b != ']') {
        i++;
      } else if (b == '<' && !isMarkup(i + 1)) {
        position = i;
        if (keep) {
          keepText(run, i, whole, ascii);
        }
        return;
      } else if (b < 0) {
        ascii = false;
        i = afterCharacter(i);
      } else if (b == '<' || b == '&' || b == '\r') {
        if (keep) {
          scratchLength = whole ? 0 : scratchLength;
          append(run, i);
        }
        whole = false;
        ascii = false;
        i = b == '\r' ? afterReturn(i, keep) : b == '&' ? afterReference(i, keep) : after(i, keep);
        run = i;
      } else {
        i = b == ']' ? afterBracket(i) : afterCharacter(i);
      }
    }
    throw expected("the end tag of the innermost element", end);
  }

  private void keepText(int from, int to, boolean whole, boolean ascii) {
    textAscii = ascii;
    if (whole) {
      text = bytes;
      textStart = from;
      textEnd = to;
    } else {
      append(from, to);
      text = scratch;
      textStart = 0;
      textEnd = scratchLength;
    }
  }

  private boolean isMarkup(int at) {
    return at < limit && (bytes[at] == '!' || bytes[at] == '?');
  }

  /** Returns the index after a comment, processing instruction or CDATA section within text. */
  private int after(int at, boolean keep) {
    if (!startsWith("<![CDATA[", at)) {
      return afterMisc(at);
    }
    int i = at + 9;
    int run = i;
    while (!startsWith("]]>", i)) {
      if (i >= limit) {
        throw expected("the end of a CDATA section", limit);
      }
      if (bytes[i] == '\r') {
        if (keep) {
          append(run, i);
        }
        i = afterReturn(i, keep);
        run = i;
      } else {
        i = afterCharacter(i);
      }
    }
    if (keep) {
      append(run, i);
    }
    return i + 3;
  }

  /** Appends a line feed, which every form of line end becomes. */
  private int afterReturn(int at, boolean keep) {
    if (keep) {
      append((byte) '\n');
    }
    return at + 1 < limit && bytes[at + 1] == '\n' ? at + 2 : at + 1;
  }

  private int afterBracket(int at) {
    if (startsWith("]]>", at)) {
      throw expected("no \"]]>\" in text", at);
    }
    return at + 1;
  }

  /** Skips whitespace, comments and processing instructions before or after the root. */
  private void skipMisc() {
    position = afterBlanks(position);
    while (position < limit && bytes[position] == '<' && isMarkup(position + 1)) {
      position = afterBlanks(afterMisc(position));
    }
  }

  private int afterMisc(int at) {
    if (startsWith("<!--", at)) {
      int end = afterMarkup(at + 4, "--");
      if (end == limit || bytes[end] != '>') {
        throw expected("no \"--\" in a comment", end - 2);
      }
      return end + 1;
    }
    if (!startsWith("<?", at)) {
      throw expected("no document type declaration: XML from a service has none", at);
    }
    int to = afterName(at + 2, "a processing instruction's name");
    boolean reserved =
        to - at == 5
            && (bytes[at + 2] | 0x20) == 'x'
            && (bytes[at + 3] | 0x20) == 'm'
            && (bytes[at + 4] | 0x20) == 'l';
    if (reserved) {
      throw expected("the XML declaration at the beginning only", at);
    }
    if (!startsWith("?>", to) && (to == limit || !isBlank(bytes[to]))) {
      throw expected("whitespace", to);
    }
    return afterMarkup(to, "?>");
  }

  /** Returns the index after the next occurrence of an end mark. */
  private int afterMarkup(int from, String mark) {
    int i = from;
    while (!startsWith(mark, i)) {
      if (i >= limit) {
        throw expected(mark, limit);
      }
      i = afterCharacter(i);
    }
    return i + mark.length();
  }

  /** Checks a reference, appends its character if it is kept, and returns the index after it. */
  private int afterReference(int at, boolean keep) {
    int semicolon = at + 1;
    int codePoint;
    if (semicolon < limit && bytes[semicolon] == '#') {
      boolean hex = semicolon + 1 < limit && bytes[semicolon + 1] == 'x';
      int digits = semicolon + (hex ? 2 : 1);
      semicolon = digits;
      codePoint = 0;
      for (int digit = digitAt(semicolon, hex); digit >= 0; digit = digitAt(++semicolon, hex)) {
        codePoint = Math.min(codePoint * (hex ? 16 : 10) + digit, Character.MAX_CODE_POINT + 1);
      }
      codePoint = semicolon == digits ? -1 : codePoint;
    } else {
      while (semicolon < limit && semicolon - at <= 4 && bytes[semicolon] != ';') {
        semicolon++;
      }
      codePoint = predefined(at + 1, semicolon);
    }
    if (semicolon >= limit || bytes[semicolon] != ';' || !isCharacter(codePoint)) {
      throw expected("a reference to a character", at);
    }
    if (keep) {
      appendCodePoint(codePoint);
    }
    return semicolon + 1;
  }

  private int predefined(int from, int to) {
    return sliceEquals(bytes, from, to, "amp")
        ? '&'
        : sliceEquals(bytes, from, to, "lt")
            ? '<'
            : sliceEquals(bytes, from, to, "gt")
                ? '>'
                : sliceEquals(bytes, from, to, "quot")
                    ? '"'
                    : sliceEquals(bytes, from, to, "apos") ? '\'' : -1;
  }

  private int digitAt(int at, boolean hex) {
    int b = at < limit ? bytes[at] : 0;
    if (b >= '0' && b <= '9') {
      return b - '0';
    }
    int letter = b | 0x20;
    return hex && letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
  }

  /**
   * Whether XML has a character: XML 1.0, production 2, and the control characters of XML 1.1,
   * which S3 and stores like it send in the keys of listings.
   */
  private static boolean isCharacter(int codePoint) {
    return codePoint >= 0x20
        ? codePoint < 0xd800
            || (codePoint >= 0xe000 && codePoint < 0xfffe)
            || (codePoint >= 0x10000 && codePoint <= Character.MAX_CODE_POINT)
        : codePoint > 0;
  }

  /** Checks a name and returns the index after it. All characters beyond ASCII are allowed. */
  private int afterName(int from, String what) {
    if (from >= limit || !isNameStart(bytes[from])) {
      throw expected(what, from);
    }
    int i = from;
    while (i < limit && isNamePart(bytes[i])) {
      i = bytes[i] < 0 ? afterCharacter(i) : i + 1;
    }
    return i;
  }

  private static boolean isNameStart(byte b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || b == '_' || b == ':' || b < 0;
  }

  private static boolean isNamePart(byte b) {
    return isNameStart(b) || (b >= '0' && b <= '9') || b == '-' || b == '.';
  }

  private int localStart(int from, int to) {
    int i = to;
    while (i > from && bytes[i - 1] != ':') {
      i--;
    }
    return i;
  }

  /** Checks the character at an index and returns the index after it. */
  private int afterCharacter(int at) {
    int first = bytes[at] & 0xff;
    if (first < 0x80) {
      if (first == 0) {
        throw expected("a character that XML has", at);
      }
      return at + 1;
    }
    int after = Utf8Text.after(bytes, at, limit);
    if (after < 0) {
      throw expected("UTF-8", at);
    }
    // U+FFFE and U+FFFF, the only characters beyond ASCII that XML does not have.
    if (first == 0xef && bytes[at + 1] == (byte) 0xbf && bytes[at + 2] >= (byte) 0xbe) {
      throw expected("a character that XML has", at);
    }
    return after;
  }

  private int afterBlanks(int from) {
    int i = from;
    while (i < limit && isBlank(bytes[i])) {
      i++;
    }
    return i;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  private boolean startsWith(String ascii) {
    return startsWith(ascii, position);
  }

  private boolean startsWith(String ascii, int at) {
    int to = at + ascii.length();
    return to <= limit && sliceEquals(bytes, at, to, ascii);
  }

  private static boolean sliceEquals(byte[] from, int start, int end, String ascii) {
    if (end - start != ascii.length()) {
      return false;
    }
    for (int i = start; i < end; i++) {
      if (from[i] != ascii.charAt(i - start)) {
        return false;
      }
    }
    return true;
  }

  private String textValue() {
    if (textAscii) {
      chargePlain(textEnd - textStart);
    } else {
      chargeDecoded(textEnd - textStart);
    }
    return new String(text, textStart, textEnd - textStart, textAscii ? ISO_8859_1 : UTF_8);
  }

  /** Reads the text of a number, or an empty text instead of one that is too long. */
  private String numberText() {
    scanValue();
    return textEnd - textStart > MAX_NUMBER_LENGTH ? "" : textValue().strip();
  }

  /** Rejects forms that Java alone has: hexadecimal, or the letter of a type at the end. */
  private static String plain(String number) {
    for (int i = 0; i < number.length(); i++) {
      char c = number.charAt(i);
      if ((c < '0' || c > '9') && "+-.eE".indexOf(c) < 0) {
        throw new NumberFormatException("Not a number");
      }
    }
    return number;
  }

  /**
   * Reads a whole number of 64 bits into {@link #lastWhole}, and returns whether the text is one.
   */
  private boolean scanWhole() {
    scanValue();
    int i = textStart;
    int to = textEnd;
    while (i < to && isBlank(text[i])) {
      i++;
    }
    while (to > i && isBlank(text[to - 1])) {
      to--;
    }
    boolean negative = i < to && text[i] == '-';
    if (negative || (i < to && text[i] == '+')) {
      i++;
    }
    if (i == to || Digits.end(text, i, to) < to) {
      return false;
    }
    int first = Digits.afterZeros(text, i, to);
    long magnitude = Digits.append(0, text, first, to);
    lastWhole = negative ? -magnitude : magnitude;
    return Digits.fitLong(magnitude, to - first, negative);
  }

  private void append(byte b) {
    reserve(1);
    scratch[scratchLength++] = b;
  }

  private void append(int from, int to) {
    reserve(to - from);
    System.arraycopy(bytes, from, scratch, scratchLength, to - from);
    scratchLength += to - from;
  }

  private void appendCodePoint(int codePoint) {
    if (codePoint < 0x80) {
      append((byte) codePoint);
    } else {
      byte[] utf8 = Character.toString(codePoint).getBytes(UTF_8);
      reserve(utf8.length);
      System.arraycopy(utf8, 0, scratch, scratchLength, utf8.length);
      scratchLength += utf8.length;
    }
  }

  private void reserve(int count) {
    if (scratch.length - scratchLength < count) {
      chargePlain(scratch.length);
      scratch = Arrays.copyOf(scratch, Math.max(scratchLength + count, 2 * scratch.length + 64));
    }
  }

  @Override
  RuntimeException tooLarge(String message) {
    int offset = position - start;
    return new XmlException(message + ", at byte " + offset, offset);
  }

  private XmlException expected(String what, int at) {
    int offset = Math.min(at, limit) - start;
    return new XmlException(
        "Expected "
            + what
            + " at byte "
            + offset
            + (offset == limit - start ? ", where the input ends" : ""),
        offset);
  }
}
