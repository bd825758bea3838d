package io.boto4j.internal.checksum;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Calculates the CRC of two texts, one after the other, from their CRCs and the length of the
 * second.
 *
 * <p>A CRC is a polynomial over GF(2), and appending a zero byte to a text multiplies it by x^8,
 * modulo the polynomial of the algorithm. The power for a length is found by squaring.
 */
public final class CrcCombination {
  private static final CrcCombination CRC32 = new CrcCombination(32, 0xEDB88320L);
  private static final CrcCombination CRC32C = new CrcCombination(32, 0x82F63B78L);
  private static final CrcCombination CRC64NVME = new CrcCombination(64, 0x9A6C9329AC4BC9B5L);

  private final int width;

  /** The polynomial with its bits in reverse: the highest bit is the coefficient of x^0. */
  private final long polynomial;

  private CrcCombination(int width, long polynomial) {
    this.width = width;
    this.polynomial = polynomial;
  }

  /**
   * Returns the combination of an algorithm.
   *
   * @param algorithm {@code CRC32}, {@code CRC32C} or {@code CRC64NVME}, in either case
   * @return the combination, or null if the algorithm is not a CRC
   */
  public static @Nullable CrcCombination of(String algorithm) {
    return switch (algorithm.toUpperCase(Locale.ROOT)) {
      case "CRC32" -> CRC32;
      case "CRC32C" -> CRC32C;
      case "CRC64NVME" -> CRC64NVME;
      default -> null;
    };
  }

  private long product(long a, long b) {
    long product = 0;
    long factor = b;
    for (long rest = a << (64 - width); rest != 0; rest <<= 1) {
      if (rest < 0) {
        product ^= factor;
      }
      factor = (factor & 1) == 0 ? factor >>> 1 : (factor >>> 1) ^ polynomial;
    }
    return product;
  }

  /** Returns what a CRC becomes if zero bytes follow. */
  long followedByZeros(long crc, long length) {
    long result = crc;
    long power = 1L << (width - 1 - Byte.SIZE);
    for (long rest = length; rest != 0; rest >>>= 1) {
      if ((rest & 1) != 0) {
        result = product(power, result);
      }
      power = product(power, power);
    }
    return result;
  }

  /**
   * Combines two CRCs.
   *
   * @param first the CRC of the first text, most significant byte first
   * @param second the CRC of the second text, likewise
   * @param length the length of the second text in bytes
   * @return the CRC of both
   */
  public byte[] combine(byte[] first, byte[] second, long length) {
    long crc = followedByZeros(number(first), length) ^ number(second);
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
