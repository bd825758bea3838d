package io.boto4j.model.pack;

import java.io.IOException;

/** Where a pack's bytes lie. Thread-safe. */
public interface PackStorage {
  /**
   * Reads a piece.
   *
   * @param offset where it begins
   * @param length how many bytes are wanted
   * @return those bytes, fewer only where the file ends
   */
  byte[] read(long offset, int length) throws IOException;

  /** What to call it in a message. */
  String name();
}
