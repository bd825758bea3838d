package io.boto4j.internal.transport;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A writer of a header block in the simplest form of RFC 7541: "never indexed" literals. Many
 * headers contain secrets, and proxies must not index such literals either.
 */
final class HpackWriter {
  private static final int NEVER_INDEXED = 0x10;
  private static final int LENGTH_BITS = 7;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(1024);

  void add(String name, String value) {
    out.write(NEVER_INDEXED);
    text(name);
    text(value);
  }

  byte[] toByteArray() {
    return out.toByteArray();
  }

  private void text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int most = (1 << LENGTH_BITS) - 1;
    if (bytes.length < most) {
      out.write(bytes.length);
    } else {
      out.write(most);
      int rest = bytes.length - most;
      for (; rest >= 0x80; rest >>>= 7) {
        out.write((rest & 0x7F) | 0x80);
      }
      out.write(rest);
    }
    out.writeBytes(bytes);
  }
}
