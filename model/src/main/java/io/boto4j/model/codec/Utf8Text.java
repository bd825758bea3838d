package io.boto4j.model.codec;

/** Checks UTF-8 by the table of RFC 3629, section 4. */
final class Utf8Text {
  private Utf8Text() {}

  /** The index of the first byte that is no UTF-8; the end of the input where it is cut off; −1. */
  static int malformed(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to) {
      int lead = bytes[i];
      if (lead >= 0) {
        i++;
        continue;
      }
      lead &= 0xff;
      if (lead < 0xc2 || lead > 0xf4) {
        return i;
      }
      int end = i + (lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4);
      int low = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
      int high = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
      for (i++; i < end; i++) {
        if (i == to || (bytes[i] & 0xff) < low || (bytes[i] & 0xff) > high) {
          return i;
        }
        low = 0x80;
        high = 0xbf;
      }
    }
    return -1;
  }
}
