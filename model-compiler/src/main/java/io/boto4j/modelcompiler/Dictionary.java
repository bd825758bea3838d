package io.boto4j.modelcompiler;

import io.boto4j.model.pack.PackFormat;
import java.util.zip.CRC32;

/** The bytes that the sections of many packs have in common. Immutable, thread-safe. */
final class Dictionary {
  /** No dictionary, for packs that need no other file. */
  static final Dictionary NONE = new Dictionary(new byte[0]);

  private final byte[] bytes;

  /**
   * Creates a dictionary.
   *
   * @param bytes the content, the most useful bytes last: DEFLATE writes near matches in fewer bits
   */
  Dictionary(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  /**
   * Returns the content.
   *
   * @return a copy
   */
  byte[] bytes() {
    return bytes.clone();
  }

  /**
   * Tells whether there is no dictionary.
   *
   * @return whether the content is empty
   */
  boolean isEmpty() {
    return bytes.length == 0;
  }

  /**
   * Returns the number by which packs refer to the dictionary.
   *
   * @return the CRC-32 of the content; 0 if it is empty
   */
  long number() {
    CRC32 checksum = new CRC32();
    checksum.update(bytes);
    return checksum.getValue();
  }

  /**
   * Returns the pack that holds the dictionary.
   *
   * @return a pack without a dictionary of its own
   */
  PackFile pack() {
    return new PackFile().add(PackFormat.DICTIONARY, bytes());
  }
}
