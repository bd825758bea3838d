package io.boto4j.s3;

import java.io.Closeable;
import java.io.IOException;

/** Bytes that can be read at any position, by several threads. */
interface PartSource extends Closeable {
  /**
   * Reads bytes.
   *
   * @return the number of bytes read, at least 1
   * @throws IOException if reading fails, or the source ends before
   */
  int read(long position, byte[] target, int offset, int length) throws IOException;

  @Override
  default void close() throws IOException {}

  /** Returns bytes in memory as a source. */
  static PartSource of(byte[] bytes) {
    return (position, target, offset, length) -> {
      int count = (int) Math.min(length, bytes.length - position);
      System.arraycopy(bytes, (int) position, target, offset, count);
      return count;
    };
  }
}
