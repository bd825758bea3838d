package io.boto4j.internal.protocol;

import java.util.Arrays;

/**
 * A writer of an HTML form, {@code application/x-www-form-urlencoded}, into one growing buffer. It
 * encodes like Python's {@code urlencode}: all characters except {@code A-Z a-z 0-9 - . _ ~} in
 * upper-case hexadecimal, a space as {@code +}.
 *
 * <p>The key is a path that is extended and shortened during the traversal of the input, without
 * creating strings.
 */
final class FormWriter {
  private static final String HEX = "0123456789ABCDEF";

  /** The maximum length of an encoded character: four bytes of UTF-8 in hexadecimal. */
  private static final int MAX_ENCODED = 12;

  private byte[] buffer = new byte[512];
  private int length;
  private byte[] key = new byte[128];
  private int keyLength;

  /** Returns the length of the key, for {@link #cutKey}. */
  int keyLength() {
    return keyLength;
  }

  /** Shortens the key to an earlier length. */
  void cutKey(int toLength) {
    keyLength = toLength;
  }

  /** Appends a name to the key, after a dot. */
  void addKey(String name) {
    // Encoded after the written pairs, and moved from there.
    int from = length;
    if (keyLength > 0) {
      append('.');
    }
    encode(name);
    int added = length - from;
    if (key.length - keyLength < added) {
      key = Arrays.copyOf(key, Math.max(keyLength + added, 2 * key.length));
    }
    System.arraycopy(buffer, from, key, keyLength, added);
    keyLength += added;
    length = from;
  }

  /** Replaces the last name of the key. */
  void replaceLastKey(String name) {
    while (keyLength > 0 && key[keyLength - 1] != '.') {
      keyLength--;
    }
    keyLength = Math.max(keyLength - 1, 0);
    addKey(name);
  }

  /** Writes a pair of the key and a text. */
  void value(String text) {
    beginPair();
    encode(text);
  }

  /** Writes a pair of the key and a text of ASCII characters. */
  void value(byte[] ascii, int end) {
    beginPair();
    for (int i = 0; i < end; i++) {
      reserve(MAX_ENCODED);
      ascii(ascii[i]);
    }
  }

  byte[] buffer() {
    return buffer;
  }

  int length() {
    return length;
  }

  private void beginPair() {
    reserve(keyLength + 2);
    if (length > 0) {
      append('&');
    }
    System.arraycopy(key, 0, buffer, length, keyLength);
    length += keyLength;
    append('=');
  }

  private void encode(String text) {
    for (int i = 0; i < text.length(); i++) {
      reserve(MAX_ENCODED);
      char c = text.charAt(i);
      if (c < 0x80) {
        ascii(c);
      } else if (c < 0x800) {
        octet(0xC0 | c >> 6);
        octet(0x80 | (c & 0x3F));
      } else if (!Character.isSurrogate(c)) {
        threeOctets(c);
      } else if (i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1))) {
        int codePoint = Character.toCodePoint(c, text.charAt(++i));
        octet(0xF0 | codePoint >> 18);
        octet(0x80 | (codePoint >> 12 & 0x3F));
        octet(0x80 | (codePoint >> 6 & 0x3F));
        octet(0x80 | (codePoint & 0x3F));
      } else {
        // Half a pair has no UTF-8 form: the replacement character.
        threeOctets(0xFFFD);
      }
    }
  }

  private void threeOctets(int codePoint) {
    octet(0xE0 | codePoint >> 12);
    octet(0x80 | (codePoint >> 6 & 0x3F));
    octet(0x80 | (codePoint & 0x3F));
  }

  private void ascii(int c) {
    boolean stays =
        (c >= 'a' && c <= 'z')
            || (c >= 'A' && c <= 'Z')
            || (c >= '0' && c <= '9')
            || c == '-'
            || c == '.'
            || c == '_'
            || c == '~';
    if (stays || c == ' ') {
      buffer[length++] = (byte) (c == ' ' ? '+' : c);
    } else {
      octet(c);
    }
  }

  private void octet(int octet) {
    buffer[length++] = '%';
    buffer[length++] = (byte) HEX.charAt(octet >> 4);
    buffer[length++] = (byte) HEX.charAt(octet & 0xF);
  }

  private void append(char c) {
    reserve(1);
    buffer[length++] = (byte) c;
  }

  private void reserve(int count) {
    if (buffer.length - length < count) {
      buffer = Arrays.copyOf(buffer, Math.max(length + count, 2 * buffer.length));
    }
  }
}
