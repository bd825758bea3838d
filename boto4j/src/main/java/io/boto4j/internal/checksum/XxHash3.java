package io.boto4j.internal.checksum;

import static io.boto4j.internal.checksum.XxHash64.PRIME_1;
import static io.boto4j.internal.checksum.XxHash64.PRIME_2;
import static io.boto4j.internal.checksum.XxHash64.PRIME_3;
import static io.boto4j.internal.checksum.XxHash64.PRIME_4;
import static io.boto4j.internal.checksum.XxHash64.PRIME_5;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * XXH3 with 64 or 128 bits, without a seed and with the default secret.
 *
 * <p>Source: the xxHash fast digest algorithm, version 0.2.0 (xxhash_spec.md), "XXH3". Input of up
 * to 240 bytes is hashed by {@link XxHash3Short}.
 */
final class XxHash3 extends Checksum {
  static final int BITS_64 = 64;
  static final int BITS_128 = 128;

  static final long PRIME_32_1 = 0x9E3779B1L;
  static final long PRIME_32_2 = 0x85EBCA77L;
  private static final long PRIME_32_3 = 0xC2B2AE3DL;

  static final ByteBuffer SECRET = secret();

  private static final int SECRET_LENGTH = 192;
  private static final int STRIPE = 64;
  private static final int LANES = 8;

  /** The bytes between two scrambles. Each stripe uses the secret from 8 bytes further on. */
  private static final int BLOCK = (SECRET_LENGTH - STRIPE) / 8 * STRIPE;

  private final int bits;
  private final long[] lanes = {
    PRIME_32_3, PRIME_1, PRIME_2, PRIME_3, PRIME_4, PRIME_32_2, PRIME_5, PRIME_32_1
  };

  /** The stripe before the open block, into which the last stripe may reach, and then the block. */
  private final byte[] buffer = new byte[STRIPE + BLOCK];

  private final ByteBuffer words = ByteBuffer.wrap(buffer).order(ByteOrder.LITTLE_ENDIAN);
  private int pending;
  private long total;

  /**
   * Starts a hash.
   *
   * @param bits {@link #BITS_64} or {@link #BITS_128}
   */
  XxHash3(int bits) {
    this.bits = bits;
  }

  @Override
  public void update(byte[] bytes, int offset, int length) {
    total += length;
    int at = offset;
    for (int rest = length; rest > 0; ) {
      if (pending == BLOCK) {
        endBlock();
      }
      int fits = Math.min(rest, BLOCK - pending);
      System.arraycopy(bytes, at, buffer, STRIPE + pending, fits);
      pending += fits;
      at += fits;
      rest -= fits;
    }
  }

  @Override
  public byte[] digest() {
    if (total <= XxHash3Short.LONGEST) {
      byte[] all = new byte[pending];
      System.arraycopy(buffer, STRIPE, all, 0, pending);
      XxHash3Short hash = new XxHash3Short(all);
      return bits == BITS_64
          ? bigEndian(hash.hash64(), Long.BYTES)
          : join(hash.high128(), hash.low128());
    }
    accumulate((pending - 1) / STRIPE);
    stripe(pending, SECRET_LENGTH - STRIPE - 7);
    long low = merge(11, total * PRIME_1);
    return bits == BITS_64
        ? bigEndian(low, Long.BYTES)
        : join(merge(SECRET_LENGTH - STRIPE - 11, ~(total * PRIME_2)), low);
  }

  /**
   * Ends a block. Called only when more bytes follow, since the last stripe is treated differently.
   */
  private void endBlock() {
    accumulate(BLOCK / STRIPE);
    for (int i = 0; i < LANES; i++) {
      long lane = lanes[i];
      lane ^= lane >>> 47;
      lane ^= SECRET.getLong(SECRET_LENGTH - STRIPE + 8 * i);
      lanes[i] = lane * PRIME_32_1;
    }
    System.arraycopy(buffer, BLOCK, buffer, 0, STRIPE);
    pending = 0;
  }

  private void accumulate(int stripes) {
    for (int i = 0; i < stripes; i++) {
      stripe(STRIPE + i * STRIPE, 8 * i);
    }
  }

  private void stripe(int at, int secretAt) {
    for (int i = 0; i < LANES; i++) {
      long value = words.getLong(at + 8 * i);
      long key = value ^ SECRET.getLong(secretAt + 8 * i);
      lanes[i ^ 1] += value;
      lanes[i] += (key & 0xFFFFFFFFL) * (key >>> 32);
    }
  }

  private long merge(int secretAt, long start) {
    long result = start;
    for (int i = 0; i < LANES; i += 2) {
      result +=
          fold(
              lanes[i] ^ SECRET.getLong(secretAt + 8 * i),
              lanes[i + 1] ^ SECRET.getLong(secretAt + 8 * i + 8));
    }
    return avalanche(result);
  }

  /** The two halves of the 128-bit product, combined by exclusive or. */
  static long fold(long a, long b) {
    return (a * b) ^ highProduct(a, b);
  }

  /** The upper half of an unsigned product. The JDK has a method for it since 18. */
  static long highProduct(long a, long b) {
    return Math.multiplyHigh(a, b) + ((a >> 63) & b) + ((b >> 63) & a);
  }

  static long avalanche(long value) {
    long hash = (value ^ (value >>> 37)) * 0x165667919E3779F9L;
    return hash ^ (hash >>> 32);
  }

  private static byte[] join(long high, long low) {
    byte[] bytes = new byte[2 * Long.BYTES];
    System.arraycopy(bigEndian(high, Long.BYTES), 0, bytes, 0, Long.BYTES);
    System.arraycopy(bigEndian(low, Long.BYTES), 0, bytes, Long.BYTES, Long.BYTES);
    return bytes;
  }

  private static ByteBuffer secret() {
    String digits =
        "b8fe6c3923a44bbe7c01812cf721ad1cded46de9839097db7240a4a4b7b3671f"
            + "cb79e64eccc0e578825ad07dccff7221b8084674f743248ee03590e6813a264c"
            + "3c2852bb91c300cb88d0658b1b532ea371644897a20df94e3819ef46a9deacd8"
            + "a8fa763fe39c343ff9dcbbc7c70b4f1d8a51e04bcdb45931c89f7ec9d9787364"
            + "eac5ac8334d3ebc3c581a0fffa1363eb170ddd51b7f0da49d316552629d4689e"
            + "2b16be587d47a1fc8ff8b8d17ad031ce45cb3a8f95160428afd7fbcabb4b407e";
    byte[] bytes = new byte[digits.length() / 2];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Integer.parseInt(digits.substring(2 * i, 2 * i + 2), 16);
    }
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
