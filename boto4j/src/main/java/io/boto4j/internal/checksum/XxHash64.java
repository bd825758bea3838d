package io.boto4j.internal.checksum;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * XXH64 without a seed.
 *
 * <p>Source: the xxHash fast digest algorithm, version 0.1.1 (xxhash_spec.md), "XXH64".
 */
final class XxHash64 extends Checksum {
  static final long PRIME_1 = 0x9E3779B185EBCA87L;
  static final long PRIME_2 = 0xC2B2AE3D27D4EB4FL;
  static final long PRIME_3 = 0x165667B19E3779F9L;
  static final long PRIME_4 = 0x85EBCA77C2B2AE63L;
  static final long PRIME_5 = 0x27D4EB2F165667C5L;

  private static final int STRIPE = 32;

  /** The sum of {@link #PRIME_1} and {@link #PRIME_2}, modulo 2<sup>64</sup>. */
  private long lane1 = 0x60EA27EEADC0B5D6L;

  private long lane2 = PRIME_2;
  private long lane3;
  private long lane4 = -PRIME_1;
  private final byte[] rest = new byte[STRIPE];
  private final ByteBuffer restWords = ByteBuffer.wrap(rest).order(ByteOrder.LITTLE_ENDIAN);
  private int restLength;
  private long total;

  @Override
  public void update(byte[] bytes, int offset, int length) {
    total += length;
    int at = offset;
    int end = offset + length;
    if (restLength > 0) {
      int fits = Math.min(STRIPE - restLength, length);
      System.arraycopy(bytes, at, rest, restLength, fits);
      restLength += fits;
      at += fits;
      if (restLength < STRIPE) {
        return;
      }
      stripe(restWords, 0);
      restLength = 0;
    }
    ByteBuffer words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (; end - at >= STRIPE; at += STRIPE) {
      stripe(words, at);
    }
    System.arraycopy(bytes, at, rest, 0, end - at);
    restLength = end - at;
  }

  @Override
  public byte[] digest() {
    long hash = total < STRIPE ? PRIME_5 : converge();
    hash += total;
    int at = 0;
    for (; restLength - at >= Long.BYTES; at += Long.BYTES) {
      hash ^= round(0, restWords.getLong(at));
      hash = Long.rotateLeft(hash, 27) * PRIME_1 + PRIME_4;
    }
    if (restLength - at >= Integer.BYTES) {
      hash ^= (restWords.getInt(at) & 0xFFFFFFFFL) * PRIME_1;
      hash = Long.rotateLeft(hash, 23) * PRIME_2 + PRIME_3;
      at += Integer.BYTES;
    }
    for (; at < restLength; at++) {
      hash ^= (rest[at] & 0xFF) * PRIME_5;
      hash = Long.rotateLeft(hash, 11) * PRIME_1;
    }
    return bigEndian(avalanche(hash), Long.BYTES);
  }

  private void stripe(ByteBuffer words, int at) {
    lane1 = round(lane1, words.getLong(at));
    lane2 = round(lane2, words.getLong(at + 8));
    lane3 = round(lane3, words.getLong(at + 16));
    lane4 = round(lane4, words.getLong(at + 24));
  }

  private long converge() {
    long hash =
        Long.rotateLeft(lane1, 1)
            + Long.rotateLeft(lane2, 7)
            + Long.rotateLeft(lane3, 12)
            + Long.rotateLeft(lane4, 18);
    hash = merge(hash, lane1);
    hash = merge(hash, lane2);
    hash = merge(hash, lane3);
    return merge(hash, lane4);
  }

  private static long merge(long hash, long lane) {
    return (hash ^ round(0, lane)) * PRIME_1 + PRIME_4;
  }

  private static long round(long lane, long word) {
    return Long.rotateLeft(lane + word * PRIME_2, 31) * PRIME_1;
  }

  static long avalanche(long value) {
    long hash = (value ^ (value >>> 33)) * PRIME_2;
    hash = (hash ^ (hash >>> 29)) * PRIME_3;
    return hash ^ (hash >>> 32);
  }
}
