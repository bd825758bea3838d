package io.boto4j.model.codec;

import org.jspecify.annotations.Nullable;

/**
 * Base64 (RFC 4648, section 4) between slices of byte arrays.
 *
 * <p>{@code java.util.Base64} cannot read or write in the middle of an array, and so would copy
 * every blob once more.
 */
final class Base64Text {
  private static final byte[] DIGITS = new byte[64];
  private static final byte[] VALUES = new byte[128];

  static {
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (int i = 0; i < VALUES.length; i++) {
      VALUES[i] = -1;
    }
    for (int i = 0; i < DIGITS.length; i++) {
      DIGITS[i] = (byte) alphabet.charAt(i);
      VALUES[DIGITS[i]] = (byte) i;
    }
  }

  private Base64Text() {}

  /** Returns the number of characters that {@code length} bytes become. */
  static long encodedLength(int length) {
    return (length + 2L) / 3 * 4;
  }

  /** Encodes a slice, with padding, and returns the index after the text. */
  static int encode(byte[] from, int offset, int length, byte[] to, int at) {
    int i = offset;
    int n = at;
    int whole = offset + length / 3 * 3;
    while (i < whole) {
      int bits = (from[i] & 0xff) << 16 | (from[i + 1] & 0xff) << 8 | (from[i + 2] & 0xff);
      to[n] = DIGITS[bits >>> 18];
      to[n + 1] = DIGITS[bits >>> 12 & 0x3f];
      to[n + 2] = DIGITS[bits >>> 6 & 0x3f];
      to[n + 3] = DIGITS[bits & 0x3f];
      i += 3;
      n += 4;
    }
    int rest = offset + length - whole;
    if (rest == 0) {
      return n;
    }
    int bits = (from[i] & 0xff) << 16 | (rest == 2 ? (from[i + 1] & 0xff) << 8 : 0);
    to[n] = DIGITS[bits >>> 18];
    to[n + 1] = DIGITS[bits >>> 12 & 0x3f];
    to[n + 2] = rest == 2 ? DIGITS[bits >>> 6 & 0x3f] : (byte) '=';
    to[n + 3] = '=';
    return n + 4;
  }

  /**
   * Decodes a slice of text. Left-over bits under the padding are ignored, as in Python and {@code
   * java.util.Base64}.
   *
   * @return the bytes, or null if the text is not padded Base64 in the standard alphabet
   */
  static byte @Nullable [] decode(byte[] text, int start, int end) {
    int length = end - start;
    if (length % 4 != 0) {
      return null;
    }
    if (length == 0) {
      return new byte[0];
    }
    int padding = text[end - 1] != '=' ? 0 : text[end - 2] != '=' ? 1 : 2;
    byte[] out = new byte[length / 4 * 3 - padding];
    int whole = padding == 0 ? end : end - 4;
    int n = 0;
    for (int i = start; i < whole; i += 4) {
      int bits =
          value(text[i]) << 18
              | value(text[i + 1]) << 12
              | value(text[i + 2]) << 6
              | value(text[i + 3]);
      if (bits < 0) {
        return null;
      }
      out[n] = (byte) (bits >> 16);
      out[n + 1] = (byte) (bits >> 8);
      out[n + 2] = (byte) bits;
      n += 3;
    }
    return padding == 0 || decodeLast(text, whole, padding, out, n) ? out : null;
  }

  private static boolean decodeLast(byte[] text, int at, int padding, byte[] out, int n) {
    int bits = value(text[at]) << 18 | value(text[at + 1]) << 12;
    if (padding == 1) {
      bits |= value(text[at + 2]) << 6;
      if (bits >= 0) {
        out[n + 1] = (byte) (bits >> 8);
      }
    }
    out[n] = (byte) (bits >> 16);
    return bits >= 0;
  }

  /** Returns the six bits of a character, or −1, which stays negative when shifted and combined. */
  private static int value(byte character) {
    return character < 0 ? -1 : VALUES[character];
  }
}
