package io.boto4j.benchmarks.transfer.store;

import io.boto4j.Checksum;
import java.nio.ByteBuffer;

/**
 * The bytes of all objects: a random sequence that repeats after a prime number of bytes, so that a
 * range at a wrong position has wrong bytes. Safe for use by multiple threads.
 */
public final class Pattern {
  /** The most bytes that are in one piece from any position. */
  public static final int SPAN = 256 * 1024;

  private static final int PERIOD = 1_048_573;

  private final byte[] bytes = new byte[PERIOD + SPAN];
  private final ByteBuffer direct = ByteBuffer.allocateDirect(bytes.length);

  /** Creates the pattern, which is always the same. */
  public Pattern() {
    long state = 0x5DEECE66DL;
    for (int i = 0; i < PERIOD; i++) {
      state ^= state << 13;
      state ^= state >>> 7;
      state ^= state << 17;
      bytes[i] = (byte) state;
    }
    System.arraycopy(bytes, 0, bytes, PERIOD, SPAN);
    direct.put(bytes).flip();
  }

  /**
   * Returns bytes of the pattern.
   *
   * @param position the position of the first
   * @param most the number of bytes wanted
   * @param inHeap whether the bytes must be in an array
   * @return these bytes, or the first {@link #SPAN} of them
   */
  public ByteBuffer at(long position, long most, boolean inHeap) {
    int start = (int) (position % PERIOD);
    int length = (int) Math.min(most, SPAN);
    return inHeap ? ByteBuffer.wrap(bytes, start, length) : direct.slice(start, length);
  }

  /**
   * Returns the checksum of an object.
   *
   * @param algorithm the name of the algorithm
   * @param size the size of the object
   * @return the checksum in Base64
   */
  public String checksum(String algorithm, long size) {
    Checksum sum = Checksum.of(algorithm);
    for (long at = 0; at < size; ) {
      ByteBuffer piece = at(at, size - at, true);
      sum.update(bytes, piece.position(), piece.remaining());
      at += piece.remaining();
    }
    return sum.base64();
  }
}
