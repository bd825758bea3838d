package io.boto4j.local.s3;

/**
 * Calculates the CRC of two texts, one after the other, from their CRCs and the length of the
 * second.
 *
 * <p>Appending a zero byte to a text changes its CRC by a linear map over GF(2). The map for a
 * length is made by squaring, as zlib's {@code crc32_combine} does it.
 */
final class CrcCombination {
  private final int width;

  /** The linear map of one zero byte: the images of the single bits. */
  private final long[] oneByte;

  private CrcCombination(int width, long reflectedPolynomial) {
    this.width = width;
    long[] oneBit = new long[width];
    oneBit[0] = reflectedPolynomial;
    for (int i = 1; i < width; i++) {
      oneBit[i] = 1L << (i - 1);
    }
    this.oneByte = square(square(square(oneBit)));
  }

  /** Returns the combination of an algorithm: CRC32, CRC32C or CRC64NVME. */
  static CrcCombination of(String algorithm) {
    return switch (algorithm) {
      case "CRC32" -> new CrcCombination(32, 0xEDB88320L);
      case "CRC32C" -> new CrcCombination(32, 0x82F63B78L);
      case "CRC64NVME" -> new CrcCombination(64, 0x9A6C9329AC4BC9B5L);
      default -> throw new IllegalArgumentException(algorithm);
    };
  }

  private static long times(long[] map, long vector) {
    long sum = 0;
    int i = 0;
    for (long rest = vector; rest != 0; rest >>>= 1) {
      if ((rest & 1) != 0) {
        sum ^= map[i];
      }
      i++;
    }
    return sum;
  }

  private static long[] square(long[] map) {
    long[] square = new long[map.length];
    for (int i = 0; i < map.length; i++) {
      square[i] = times(map, map[i]);
    }
    return square;
  }

  /**
   * Combines two CRCs.
   *
   * @param first the CRC of the first text, most significant byte first
   * @param second the CRC of the second text
   * @param length the length of the second text in bytes
   * @return the CRC of both
   */
  byte[] combine(byte[] first, byte[] second, long length) {
    long crc = number(first);
    long[] map = oneByte;
    for (long rest = length; rest != 0; rest >>>= 1) {
      if ((rest & 1) != 0) {
        crc = times(map, crc);
      }
      map = square(map);
    }
    crc ^= number(second);
    byte[] bytes = new byte[width / 8];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (crc >>> (width - 8 * (i + 1)));
    }
    return bytes;
  }

  private static long number(byte[] bytes) {
    long number = 0;
    for (byte each : bytes) {
      number = (number << 8) | (each & 0xff);
    }
    return number;
  }
}
