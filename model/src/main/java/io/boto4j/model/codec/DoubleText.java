package io.boto4j.model.codec;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The shortest decimal text that reads back as the same double, in the layout of Python's {@code
 * repr}.
 *
 * <p>{@code Double.toString} returns the shortest text only since JDK 19 (JDK-4511638).
 */
final class DoubleText {
  /** Enough for sign, leading zeros, 17 digits, point and exponent. */
  static final int MAX_LENGTH = 32;

  /**
   * Decimals of so many digits have distinct doubles, so at most one of them reads back as a given
   * double.
   */
  private static final int UNIQUE_DIGITS = 15;

  /** So many digits distinguish any double from its neighbours. */
  private static final int ENOUGH_DIGITS = 17;

  private static final int MAX_EXACT_POWER = 22;

  private DoubleText() {}

  /** Writes a finite number and returns the index after it. */
  static int write(double value, byte[] to, int at) {
    int n = at;
    if (value < 0 || (value == 0 && 1 / value < 0)) {
      to[n++] = '-';
    }
    double size = Math.abs(value);
    if (size < 1e16 && size == (long) size) {
      return layOut((long) size, 0, to, n);
    }
    double power = 1;
    for (int i = 1; i <= MAX_EXACT_POWER; i++) {
      power *= 10;
      double digits = Math.rint(size * power);
      if (digits >= 1e15) {
        break;
      }
      // Both operands are exact, so the quotient is the double that the digits read back as.
      if (digits / power == size) {
        return layOut((long) digits, -i, to, n);
      }
    }
    return writeSearched(size, to, n);
  }

  private static int writeSearched(double size, byte[] to, int at) {
    BigDecimal exact = new BigDecimal(size);
    // Subnormal numbers have fewer bits, so fewer digits may be enough.
    int precision = size < Double.MIN_NORMAL ? 1 : UNIQUE_DIGITS;
    BigDecimal found = round(exact, precision, RoundingMode.HALF_EVEN);
    while (precision < ENOUGH_DIGITS && found.doubleValue() != size) {
      // Doubles above a power of two are twice as far apart as those below it: where the nearest
      // decimal is too far below, the next one above may be close enough.
      found = round(exact, precision, RoundingMode.UP);
      if (found.doubleValue() != size) {
        precision++;
        found = round(exact, precision, RoundingMode.HALF_EVEN);
      }
    }
    long digits = found.unscaledValue().longValueExact();
    int exponent = -found.scale();
    while (digits % 10 == 0) {
      digits /= 10;
      exponent++;
    }
    return layOut(digits, exponent, to, at);
  }

  private static BigDecimal round(BigDecimal exact, int precision, RoundingMode mode) {
    return exact.round(new MathContext(precision, mode));
  }

  /** Writes digits times a power of ten, with an exponent outside 1e-4 to 1e16. */
  private static int layOut(long digits, int exponent, byte[] to, int at) {
    int end = JsonWriter.digits(digits, to, at);
    int point = end - at + exponent;
    if (point <= -4 || point > 16) {
      return layOutScientific(to, at, end, point - 1);
    }
    if (point <= 0) {
      int zeros = 2 - point;
      System.arraycopy(to, at, to, at + zeros, end - at);
      for (int i = 0; i < zeros; i++) {
        to[at + i] = '0';
      }
      to[at + 1] = '.';
      return end + zeros;
    }
    int n = end;
    while (n < at + point) {
      to[n++] = '0';
    }
    if (n == at + point) {
      to[n] = '.';
      to[n + 1] = '0';
      return n + 2;
    }
    System.arraycopy(to, at + point, to, at + point + 1, n - at - point);
    to[at + point] = '.';
    return n + 1;
  }

  private static int layOutScientific(byte[] to, int at, int end, int exponent) {
    int n = end;
    if (end - at > 1) {
      System.arraycopy(to, at + 1, to, at + 2, end - at - 1);
      to[at + 1] = '.';
      n++;
    }
    to[n++] = 'e';
    to[n++] = (byte) (exponent < 0 ? '-' : '+');
    int size = Math.abs(exponent);
    if (size < 10) {
      to[n++] = '0';
    }
    return JsonWriter.digits(size, to, n);
  }
}
