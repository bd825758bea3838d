package io.boto4j.modelcompiler;

import io.boto4j.model.pack.PackFormat;
import io.boto4j.model.pack.PackOutput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.Deflater;

/** The sections of a pack before they are deflated. Not thread-safe. */
final class PackFile {
  private final List<Integer> kinds = new ArrayList<>();
  private final List<byte[]> sections = new ArrayList<>();

  /**
   * Adds a section.
   *
   * @param kind the kind, such as {@link PackFormat#META}
   * @param section the bytes
   * @return this file
   */
  PackFile add(int kind, byte[] section) {
    kinds.add(kind);
    sections.add(section);
    return this;
  }

  /**
   * Returns the sections.
   *
   * @return the bytes of each, in order, unmodifiable
   */
  List<byte[]> sections() {
    return Collections.unmodifiableList(sections);
  }

  /**
   * Returns the content of the file, in the format that {@link PackFormat} describes.
   *
   * @param dictionary the dictionary to deflate every section with
   * @return the bytes
   */
  byte[] bytes(Dictionary dictionary) {
    PackOutput table = new PackOutput();
    PackOutput data = new PackOutput();
    table.varint(kinds.size());
    for (int i = 0; i < kinds.size(); i++) {
      byte[] raw = sections.get(i);
      byte[] stored = deflate(raw, dictionary);
      table.u8(kinds.get(i));
      table.varint(raw.length);
      table.varint(stored.length);
      data.raw(stored);
    }
    PackOutput file = new PackOutput();
    file.raw(PackFormat.MAGIC.getBytes(StandardCharsets.US_ASCII));
    file.u8(PackFormat.VERSION);
    file.varint(dictionary.number());
    file.varint(table.length());
    file.raw(table.toByteArray());
    file.raw(data.toByteArray());
    return file.toByteArray();
  }

  private static byte[] deflate(byte[] raw, Dictionary dictionary) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    try {
      if (!dictionary.isEmpty()) {
        deflater.setDictionary(dictionary.bytes());
      }
      deflater.setInput(raw);
      deflater.finish();
      byte[] out = new byte[raw.length + raw.length / 100 + 64];
      int length = 0;
      while (!deflater.finished()) {
        length += deflater.deflate(out, length, out.length - length);
      }
      return Arrays.copyOf(out, length);
    } finally {
      deflater.end();
    }
  }
}
