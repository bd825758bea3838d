package io.boto4j.s3;

import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A place for the bytes of a download. */
interface Target {
  /**
   * Makes ready for an object.
   *
   * @param size the size of the object in bytes, or −1 if it is not known
   */
  void prepare(long size) throws IOException;

  /** Whether bytes must be written in their order. */
  boolean isOrdered();

  /** Writes bytes. Called by several threads, unless the target is ordered. */
  void write(long position, byte[] bytes, int offset, int length) throws IOException;

  /**
   * Makes what was written the result.
   *
   * @param modified when the object was modified; null if it is not known
   */
  void complete(@Nullable Instant modified) throws IOException;

  /** Removes what was written. */
  void discard() throws IOException;

  /** Closes what is open, and keeps what was written. */
  void close() throws IOException;
}
