package io.boto4j.model.pack;

import java.io.IOException;

/** The file or resource that holds the bytes of a pack. Thread-safe. */
public interface PackStorage {
  /**
   * Reads a part of the pack.
   *
   * @param offset the offset of the first byte
   * @param length the number of bytes
   * @return the bytes; fewer only if the pack ends before
   * @throws IOException if reading fails
   */
  byte[] read(long offset, int length) throws IOException;

  /**
   * Returns the name for messages.
   *
   * @return the path or URL
   */
  String name();
}
