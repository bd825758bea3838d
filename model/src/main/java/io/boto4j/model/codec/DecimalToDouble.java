package io.boto4j.model.codec;

import java.math.BigInteger;

/**
 * The conversion of a decimal number to the nearest double. It is for numbers of sixteen or
 * seventeen digits, which most doubles are written with, and for which the JDK needs a String and
 * integers of arbitrary length.
 *
 * <p>This is the algorithm of Eisel and Lemire (Daniel Lemire, "Number Parsing at a Gigabyte per
 * Second", 2021), in which the digits times 128 bits of a power of five decide the rounding.
 * Mushtak and Lemire ("Fast Number Parsing Without Fallback", 2022) prove that it needs no fallback
 * for the exponents used here.
 */
final class DecimalToDouble {
  private static final int MAX_POWER = 64;

  /**
   * The largest power whose inverse is rounded up, because the power has less than 64 bits. All
   * others are truncated.
   */
  private static final int MAX_ROUNDED_UP = 27;

  private static final int MANTISSA_BITS = 52;
  private static final int BIAS = 1023;
  private static final int INFINITE = 2047;

  /** The first 64 bits of 5 to the power −64 to 64, shifted so that the first bit is 1. */
  private static final long[] HIGH = new long[2 * MAX_POWER + 1];

  /** The next 64 bits. */
  private static final long[] LOW = new long[2 * MAX_POWER + 1];

  static {
    BigInteger power = BigInteger.ONE;
    for (int i = 0; i <= MAX_POWER; i++) {
      int length = power.bitLength();
      put(i, power.shiftLeft(128).shiftRight(length));
      if (i > 0) {
        BigInteger inverse = BigInteger.ONE.shiftLeft(length + 127).divide(power);
        put(-i, i <= MAX_ROUNDED_UP ? inverse.add(BigInteger.ONE) : inverse);
      }
      power = power.multiply(BigInteger.valueOf(5));
    }
  }

  private DecimalToDouble() {}

  private static void put(int power, BigInteger bits) {
    HIGH[power + MAX_POWER] = bits.shiftRight(64).longValue();
    LOW[power + MAX_POWER] = bits.longValue();
  }

  /**
   * Converts digits times a power of ten.
   *
   * @param digits the digits as an unsigned number, not zero
   * @param exponent the power of ten
   * @return the nearest double, and of two equally near the even one; NaN if the exponent is
   *     outside the table or the number is subnormal, which the JDK must then convert
   */
  static double of(long digits, int exponent) {
    if (exponent < -MAX_POWER || exponent > MAX_POWER) {
      return Double.NaN;
    }
    int zeros = Long.numberOfLeadingZeros(digits);
    long normal = digits << zeros;
    long factor = HIGH[exponent + MAX_POWER];
    long high = multiplyHigh(normal, factor);
    long low = normal * factor;
    if ((high & 0x1FF) == 0x1FF) {
      long more = multiplyHigh(normal, LOW[exponent + MAX_POWER]);
      low += more;
      if (Long.compareUnsigned(low, more) < 0) {
        high++;
      }
    }
    int upper = (int) (high >>> 63);
    int shift = upper + 64 - MANTISSA_BITS - 3;
    long mantissa = high >>> shift;
    int biased = ((217_706 * exponent) >> 16) + 63 + upper - zeros + BIAS;
    if (biased <= 0) {
      return Double.NaN;
    }
    boolean maybeHalfway = (mantissa & 3) == 1 && exponent >= -4 && exponent <= 23;
    if (maybeHalfway && Long.compareUnsigned(low, 1) <= 0 && mantissa << shift == high) {
      mantissa &= ~1L;
    }
    mantissa = (mantissa + (mantissa & 1)) >>> 1;
    if (mantissa >= 2L << MANTISSA_BITS) {
      mantissa = 1L << MANTISSA_BITS;
      biased++;
    }
    return biased >= INFINITE
        ? Double.POSITIVE_INFINITY
        : Double.longBitsToDouble(
            (mantissa & ((1L << MANTISSA_BITS) - 1)) | ((long) biased << MANTISSA_BITS));
  }

  /** Returns the high 64 bits of an unsigned product; Java 17 has only the signed version. */
  private static long multiplyHigh(long one, long other) {
    return Math.multiplyHigh(one, other) + ((one >> 63) & other) + ((other >> 63) & one);
  }
}
