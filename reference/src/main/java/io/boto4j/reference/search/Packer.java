package io.boto4j.reference.search;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A writer of the binary files of the index. Its counterpart in the browser is reader.js. */
final class Packer {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** Writes a number ≥ 0, seven bits per byte, the lowest first. */
  Packer number(int value) {
    int rest = value;
    while (rest >= 0x80) {
      bytes.write((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    bytes.write(rest);
    return this;
  }

  /** Writes a text in UTF-8, after its length in bytes. */
  Packer text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return number(utf8.length).raw(utf8);
  }

  /** Writes bytes as they are. */
  Packer raw(byte[] raw) {
    bytes.write(raw, 0, raw.length);
    return this;
  }

  /** Writes one byte. */
  Packer octet(int octet) {
    bytes.write(octet);
    return this;
  }

  int size() {
    return bytes.size();
  }

  byte[] toBytes() {
    return bytes.toByteArray();
  }
}
