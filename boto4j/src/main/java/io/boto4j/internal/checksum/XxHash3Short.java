package io.boto4j.internal.checksum;

import static io.boto4j.internal.checksum.XxHash3.PRIME_32_2;
import static io.boto4j.internal.checksum.XxHash3.SECRET;
import static io.boto4j.internal.checksum.XxHash3.avalanche;
import static io.boto4j.internal.checksum.XxHash3.fold;
import static io.boto4j.internal.checksum.XxHash3.highProduct;
import static io.boto4j.internal.checksum.XxHash64.PRIME_1;
import static io.boto4j.internal.checksum.XxHash64.PRIME_2;
import static io.boto4j.internal.checksum.XxHash64.PRIME_4;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * XXH3 of up to 240 bytes, with a formula for each of five ranges of length.
 *
 * <p>Source: the same as of {@link XxHash3}, "Small inputs" and "Medium inputs".
 */
final class XxHash3Short {
  static final int LONGEST = 240;

  private static final long PRIME_MIX = 0x9FB21C651E98DF25L;

  /** The offset of the secret for the last bytes of a medium input. */
  private static final int LAST_SECRET = 136 - 17;

  private final ByteBuffer input;
  private final int length;

  /** The two halves of the 128 bits, once {@link #hash128} has run. */
  private long low;

  private long high;

  XxHash3Short(byte[] input) {
    this.input = ByteBuffer.wrap(input).order(ByteOrder.LITTLE_ENDIAN);
    this.length = input.length;
  }

  long hash64() {
    if (length == 0) {
      return XxHash64.avalanche(secret(56));
    }
    if (length <= 3) {
      return XxHash64.avalanche(combined() ^ secretInts(0));
    }
    if (length <= 8) {
      return upTo8();
    }
    if (length <= 16) {
      return upTo16();
    }
    return avalanche(length <= 128 ? upTo128() : upTo240());
  }

  long low128() {
    hash128();
    return low;
  }

  long high128() {
    hash128();
    return high;
  }

  private long upTo8() {
    long value = (uint(length - 4) + (uint(0) << 32)) ^ secret(8);
    value ^= Long.rotateLeft(value, 49) ^ Long.rotateLeft(value, 24);
    value *= PRIME_MIX;
    value ^= (value >>> 35) + length;
    value *= PRIME_MIX;
    return value ^ (value >>> 28);
  }

  private long upTo16() {
    long first = input.getLong(0) ^ secret(24);
    long last = input.getLong(length - 8) ^ secret(40);
    return avalanche(length + Long.reverseBytes(first) + last + fold(first, last));
  }

  private long upTo128() {
    long sum = length * PRIME_1;
    for (int i = (length - 1) / 32; i >= 0; i--) {
      sum += mix(16 * i, 32 * i) + mix(length - 16 * (i + 1), 32 * i + 16);
    }
    return sum;
  }

  private long upTo240() {
    long sum = length * PRIME_1;
    for (int i = 0; i < 8; i++) {
      sum += mix(16 * i, 16 * i);
    }
    sum = avalanche(sum);
    for (int i = 8; i < length / 16; i++) {
      sum += mix(16 * i, 16 * (i - 8) + 3);
    }
    return sum + mix(length - 16, LAST_SECRET);
  }

  private void hash128() {
    if (length == 0) {
      low = XxHash64.avalanche(secret(64));
      high = XxHash64.avalanche(secret(80));
    } else if (length <= 3) {
      long swapped = Integer.rotateLeft(Integer.reverseBytes((int) combined()), 13);
      low = XxHash64.avalanche(combined() ^ secretInts(0));
      high = XxHash64.avalanche((swapped & 0xFFFFFFFFL) ^ secretInts(8));
    } else if (length <= 8) {
      wideUpTo8();
    } else if (length <= 16) {
      wideUpTo16();
    } else {
      low = length * PRIME_1;
      high = 0;
      if (length <= 128) {
        for (int i = (length - 1) / 32; i >= 0; i--) {
          mixBoth(16 * i, length - 16 * (i + 1), 32 * i);
        }
      } else {
        wideUpTo240();
      }
      long sum = low + high;
      high = -avalanche(low * PRIME_1 + high * PRIME_4 + length * PRIME_2);
      low = avalanche(sum);
    }
  }

  private void wideUpTo8() {
    long value = (uint(0) + (uint(length - 4) << 32)) ^ secret(16);
    long factor = PRIME_1 + ((long) length << 2);
    low = value * factor;
    high = highProduct(value, factor) + (low << 1);
    low ^= high >>> 3;
    low ^= low >>> 35;
    low *= PRIME_MIX;
    low ^= low >>> 28;
    high = avalanche(high);
  }

  private void wideUpTo16() {
    long last = input.getLong(length - 8);
    long value = input.getLong(0) ^ last ^ secret(32);
    low = value * PRIME_1 + ((long) (length - 1) << 54);
    last ^= secret(48);
    high = highProduct(value, PRIME_1) + last + (last & 0xFFFFFFFFL) * (PRIME_32_2 - 1);
    low ^= Long.reverseBytes(high);
    high = highProduct(low, PRIME_2) + high * PRIME_2;
    low = avalanche(low * PRIME_2);
    high = avalanche(high);
  }

  private void wideUpTo240() {
    for (int i = 0; i < 4; i++) {
      mixBoth(32 * i, 32 * i + 16, 32 * i);
    }
    low = avalanche(low);
    high = avalanche(high);
    for (int i = 4; i < length / 32; i++) {
      mixBoth(32 * i, 32 * i + 16, 32 * (i - 4) + 3);
    }
    mixBoth(length - 16, length - 32, LAST_SECRET - 16);
  }

  private void mixBoth(int first, int second, int secretAt) {
    low += mix(first, secretAt);
    low ^= input.getLong(second) + input.getLong(second + 8);
    high += mix(second, secretAt + 16);
    high ^= input.getLong(first) + input.getLong(first + 8);
  }

  private long mix(int at, int secretAt) {
    return fold(
        input.getLong(at) ^ SECRET.getLong(secretAt),
        input.getLong(at + 8) ^ SECRET.getLong(secretAt + 8));
  }

  /** One to three bytes, combined with their number. */
  private long combined() {
    return (octet(0) << 16) | (octet(length >> 1) << 24) | octet(length - 1) | ((long) length << 8);
  }

  private long octet(int at) {
    return input.get(at) & 0xFF;
  }

  private long uint(int at) {
    return input.getInt(at) & 0xFFFFFFFFL;
  }

  private static long secret(int at) {
    return SECRET.getLong(at) ^ SECRET.getLong(at + 8);
  }

  private static long secretInts(int at) {
    return (SECRET.getInt(at) ^ SECRET.getInt(at + 4)) & 0xFFFFFFFFL;
  }
}
