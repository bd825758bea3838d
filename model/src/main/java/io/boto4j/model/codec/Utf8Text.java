package io.boto4j.model.codec;

/** The validity of UTF-8 in byte arrays, by the table of RFC 3629, section 4. */
final class Utf8Text {
  private Utf8Text() {}

  /** Returns the index after the whitespace and byte order marks at the beginning of a document. */
  static int afterLeadIn(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to) {
      byte b = bytes[i];
      if (b == ' ' || b == '\n' || b == '\r' || b == '\t') {
        i++;
      } else if (isByteOrderMark(bytes, i, to)) {
        i += 3;
      } else {
        break;
      }
    }
    return i;
  }

  private static boolean isByteOrderMark(byte[] bytes, int at, int to) {
    return to - at >= 3
        && bytes[at] == (byte) 0xef
        && bytes[at + 1] == (byte) 0xbb
        && bytes[at + 2] == (byte) 0xbf;
  }

  /**
   * Finds the first byte that is not valid UTF-8.
   *
   * @param bytes the array
   * @param from the index of the first byte to check
   * @param to the index after the last one
   * @return the index of the invalid byte; {@code to} if the last character is cut off; −1 if all
   *     is valid
   */
  static int malformed(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to) {
      if (bytes[i] >= 0) {
        i++;
      } else {
        i = after(bytes, i, to);
        if (i < 0) {
          return ~i;
        }
      }
    }
    return -1;
  }

  /**
   * Checks a character of more than one byte.
   *
   * @param bytes the array
   * @param at the index of the first byte of the character, which is not ASCII
   * @param to the index after the last byte of the input
   * @return the index after the character; if it is not valid, the complement (~) of the index of
   *     the first invalid byte, or of {@code to} if the character is cut off
   */
  static int after(byte[] bytes, int at, int to) {
    int lead = bytes[at] & 0xff;
    if (lead < 0xc2 || lead > 0xf4) {
      return ~at;
    }
    int end = at + (lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4);
    int low = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
    int high = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
    for (int i = at + 1; i < end; i++) {
      if (i == to || (bytes[i] & 0xff) < low || (bytes[i] & 0xff) > high) {
        return ~i;
      }
      low = 0x80;
      high = 0xbf;
    }
    return end;
  }
}
