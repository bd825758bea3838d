package io.boto4j.internal.signing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing buffer of text in UTF-8. Used by one thread. */
final class Utf8Buffer {
  private byte[] bytes;
  private int length;

  Utf8Buffer(int capacity) {
    this.bytes = new byte[capacity];
  }

  int length() {
    return length;
  }

  /**
   * Returns the buffer itself, which may be longer than the text. Valid until the next addition.
   */
  byte[] array() {
    return bytes;
  }

  Utf8Buffer add(char ascii) {
    ensure(1);
    bytes[length++] = (byte) ascii;
    return this;
  }

  Utf8Buffer add(String text) {
    return add(text, 0, text.length());
  }

  Utf8Buffer add(String text, int from, int to) {
    ensure(to - from);
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        byte[] rest = text.substring(i, to).getBytes(StandardCharsets.UTF_8);
        ensure(rest.length);
        System.arraycopy(rest, 0, bytes, length, rest.length);
        length += rest.length;
        return this;
      }
      bytes[length++] = (byte) c;
    }
    return this;
  }

  /** Adds an ASCII name in lower case. */
  Utf8Buffer addLowerCase(String name) {
    ensure(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      bytes[length++] = (byte) (c >= 'A' && c <= 'Z' ? c | 0x20 : c);
    }
    return this;
  }

  /** Adds bytes as lower-case hexadecimal digits. */
  Utf8Buffer addHex(byte[] octets) {
    ensure(octets.length * 2);
    for (byte octet : octets) {
      bytes[length++] = (byte) Sha256.HEX.charAt(octet >> 4 & 0xF);
      bytes[length++] = (byte) Sha256.HEX.charAt(octet & 0xF);
    }
    return this;
  }

  String text(int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  private void ensure(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }
}
