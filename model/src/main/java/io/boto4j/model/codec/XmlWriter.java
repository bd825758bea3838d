package io.boto4j.model.codec;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A writer of one XML document (XML 1.0, UTF-8) into a growing byte array, without a declaration or
 * whitespace between elements.
 *
 * <p>The bytes are those of Python's {@code ElementTree}: an element without content is {@code <a
 * />}, and in text only {@code &}, {@code <} and {@code >} are escaped. In addition, carriage
 * returns and line feeds in text are written as character references, because readers turn one into
 * the other, and object names may contain both.
 *
 * <pre>{@code
 * byte[] document = new XmlWriter()
 *     .begin("Tag")
 *     .namespace(null, "http://s3.amazonaws.com/doc/2006-03-01/")
 *     .begin("Key").text("a & b").end()
 *     .end()
 *     .toByteArray();
 * }</pre>
 *
 * <p>Namespaces and attributes come before the content of their element; duplicate attributes are
 * not detected. A character that XML does not have causes an {@link XmlException} that names the
 * element. After an exception the writer must not be used. Not thread-safe.
 */
public final class XmlWriter {
  /** The most levels of elements, which also stops a value that contains itself. */
  public static final int MAX_DEPTH = XmlReader.DEFAULT_MAX_DEPTH;

  private static final int INITIAL_CAPACITY = 512;

  /** The largest size that every JVM allows for an array. */
  private static final int MAX_CAPACITY = Integer.MAX_VALUE - 8;

  /** The most bytes that one UTF-16 code unit becomes: the entity of a quotation mark. */
  private static final int MAX_ESCAPE = 6;

  private byte[] buffer;
  private int length;
  private String[] open = new String[8];
  private int depth;

  /** Whether the last start tag is still open for attributes. */
  private boolean inTag;

  /** Creates a writer with a small buffer. */
  public XmlWriter() {
    this(INITIAL_CAPACITY);
  }

  /**
   * Creates a writer with a buffer of a given size.
   *
   * @param capacity the expected number of bytes
   * @throws NegativeArraySizeException if the number is negative
   */
  public XmlWriter(int capacity) {
    this.buffer = new byte[capacity];
  }

  /**
   * Opens an element.
   *
   * @param name the name, with a prefix if any
   * @return this writer
   * @throws XmlException if the nesting exceeds {@link #MAX_DEPTH}, or the name is invalid
   * @throws IllegalStateException if the root has been closed
   */
  public XmlWriter begin(String name) {
    if (depth == 0 && length > 0) {
      throw new IllegalStateException("A document has one root");
    }
    if (depth == MAX_DEPTH) {
      throw new XmlException("Elements nested deeper than " + MAX_DEPTH + " levels", length);
    }
    content();
    reserve(1);
    buffer[length++] = '<';
    name(name);
    if (depth == open.length) {
      open = Arrays.copyOf(open, 2 * depth);
    }
    open[depth++] = name;
    inTag = true;
    return this;
  }

  /**
   * Declares a namespace on the element that was just opened.
   *
   * @param prefix the prefix, or null for the namespace of names without a prefix
   * @param uri the namespace
   * @return this writer
   * @throws XmlException if the name is invalid, or the value has a character that XML does not
   *     have
   * @throws IllegalStateException if the element has content already
   */
  public XmlWriter namespace(@Nullable String prefix, String uri) {
    return attribute(prefix == null ? "xmlns" : "xmlns:" + prefix, uri);
  }

  /**
   * Writes an attribute of the element that was just opened.
   *
   * @param name the name, with a prefix if any
   * @param value the value
   * @return this writer
   * @throws XmlException if the name is invalid, or the value has a character that XML does not
   *     have
   * @throws IllegalStateException if the element has content already
   */
  public XmlWriter attribute(String name, String value) {
    if (!inTag) {
      throw new IllegalStateException("The attribute " + name + " comes after the start tag");
    }
    reserve(1);
    buffer[length++] = ' ';
    name(name);
    reserve(2);
    buffer[length++] = '=';
    buffer[length++] = '"';
    escaped(value, name);
    reserve(1);
    buffer[length++] = '"';
    return this;
  }

  /**
   * Writes text into the innermost open element.
   *
   * @param text the text; an empty one has no effect
   * @return this writer
   * @throws XmlException if the text has a character that XML does not have
   * @throws IllegalStateException if no element is open
   */
  public XmlWriter text(String text) {
    requireOpen();
    if (!text.isEmpty()) {
      content();
      escaped(text, null);
    }
    return this;
  }

  /**
   * Writes bytes as padded Base64 into the innermost open element.
   *
   * @param bytes the array that contains the bytes
   * @param offset the index of the first one
   * @param count the number of bytes
   * @return this writer
   * @throws IndexOutOfBoundsException if the part is not within the array
   * @throws IllegalStateException if no element is open
   */
  public XmlWriter base64(byte[] bytes, int offset, int count) {
    Objects.checkFromIndexSize(offset, count, bytes.length);
    requireOpen();
    if (count > 0) {
      content();
      reserve(Base64Text.encodedLength(count));
      length = Base64Text.encode(bytes, offset, count, buffer, length);
    }
    return this;
  }

  /**
   * Closes the innermost open element.
   *
   * @return this writer
   * @throws IllegalStateException if no element is open
   */
  public XmlWriter end() {
    requireOpen();
    String name = open[--depth];
    if (inTag) {
      reserve(3);
      buffer[length++] = ' ';
      buffer[length++] = '/';
      inTag = false;
    } else {
      reserve(2);
      buffer[length++] = '<';
      buffer[length++] = '/';
      name(name);
      reserve(1);
    }
    buffer[length++] = '>';
    return this;
  }

  /**
   * Returns the document.
   *
   * @return a copy
   * @throws IllegalStateException if an element is still open
   */
  public byte[] toByteArray() {
    if (depth != 0) {
      throw new IllegalStateException("Still open: " + place(null));
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

  private void requireOpen() {
    if (depth == 0) {
      throw new IllegalStateException("No element is open");
    }
  }

  /** Ends the start tag that is still open. */
  private void content() {
    if (inTag) {
      reserve(1);
      buffer[length++] = '>';
      inTag = false;
    }
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

  /** Element names in models are ASCII; the other names that XML allows would need large tables. */
  private void name(String name) {
    int size = name.length();
    reserve(size);
    for (int i = 0; i < size; i++) {
      char c = name.charAt(i);
      if (!isNamePart(c, i == 0)) {
        throw new XmlException("Not a name for an element or attribute, in " + place(null), length);
      }
      buffer[length + i] = (byte) c;
    }
    if (size == 0) {
      throw new XmlException("An element or attribute without a name, in " + place(null), length);
    }
    length += size;
  }

  private static boolean isNamePart(char c, boolean first) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || c == '_'
        || c == ':'
        || (!first && ((c >= '0' && c <= '9') || c == '-' || c == '.'));
  }

  private void escaped(String text, @Nullable String attribute) {
    int size = text.length();
    reserve(size);
    byte[] to = buffer;
    int n = length;
    for (int i = 0; i < size; i++) {
      char c = text.charAt(i);
      if (c < 0x80 && c >= ' ' && c != '&' && c != '<' && c != '>' && c != '"') {
        to[n++] = (byte) c;
        continue;
      }
      length = n;
      reserve(MAX_ESCAPE + (long) (size - i));
      to = buffer;
      String entity = entity(c, attribute != null);
      if (entity != null) {
        ascii(entity);
      } else {
        int codePoint = text.codePointAt(i);
        if (!isCharacter(codePoint)) {
          throw new XmlException(
              "XML has no character U+" + hex(codePoint) + ", which is in " + place(attribute), n);
        }
        i += Character.charCount(codePoint) - 1;
        utf8(codePoint);
      }
      n = length;
    }
    length = n;
  }

  /** Returns the reference for a character that must be escaped, or null. */
  private static @Nullable String entity(char c, boolean attribute) {
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> attribute ? "&quot;" : null;
      case '\t' -> attribute ? "&#09;" : null;
      case '\n' -> attribute ? "&#10;" : "&#xA;";
      case '\r' -> attribute ? "&#13;" : "&#xD;";
      default -> null;
    };
  }

  private void ascii(String text) {
    for (int i = 0; i < text.length(); i++) {
      buffer[length++] = (byte) text.charAt(i);
    }
  }

  private void utf8(int codePoint) {
    if (codePoint < 0x80) {
      buffer[length++] = (byte) codePoint;
      return;
    }
    if (codePoint < 0x800) {
      buffer[length++] = (byte) (0xC0 | codePoint >> 6);
    } else {
      if (codePoint < 0x10000) {
        buffer[length++] = (byte) (0xE0 | codePoint >> 12);
      } else {
        buffer[length++] = (byte) (0xF0 | codePoint >> 18);
        buffer[length++] = (byte) (0x80 | (codePoint >> 12 & 0x3F));
      }
      buffer[length++] = (byte) (0x80 | (codePoint >> 6 & 0x3F));
    }
    buffer[length++] = (byte) (0x80 | (codePoint & 0x3F));
  }

  /** Whether XML has a character: XML 1.0, production 2, which has no lone surrogates. */
  private static boolean isCharacter(int c) {
    return c >= ' ' ? c < 0xD800 || (c > 0xDFFF && c != 0xFFFE && c != 0xFFFF) : c == '\t';
  }

  private static String hex(int codePoint) {
    String digits = Integer.toHexString(codePoint).toUpperCase(Locale.ROOT);
    return "0000".substring(Math.min(4, digits.length())) + digits;
  }

  /** Returns the open elements, outermost first, such as {@code Delete/Object/Key}. */
  private String place(@Nullable String attribute) {
    StringBuilder place = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      place.append(i == 0 ? "" : "/").append(open[i]);
    }
    return attribute == null ? place.toString() : place.append('@').append(attribute).toString();
  }
}
