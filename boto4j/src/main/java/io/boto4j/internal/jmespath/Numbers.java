package io.boto4j.internal.jmespath;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Arithmetic in which whole numbers of any size stay whole. */
final class Numbers {
  /** Python's limit: the time to convert digits to a whole number grows with their square. */
  private static final int MOST_DIGITS = 4_300;

  private Numbers() {}

  /** Whether two numbers can be ordered: neither is NaN. */
  static boolean isOrdered(Number a, Number b) {
    return !isNaN(a) && !isNaN(b);
  }

  /**
   * Compares by value. NaN is equal to itself and greater than all others, so lists can be sorted.
   */
  static int compare(Number a, Number b) {
    if (isSmallWhole(a) && isSmallWhole(b)) {
      return Long.compare(a.longValue(), b.longValue());
    }
    if ((isBinary(a) && isBinary(b)) || isSpecial(a) || isSpecial(b)) {
      double x = toDouble(a);
      double y = toDouble(b);
      return x == y ? 0 : Double.compare(x, y);
    }
    return decimal(a, b).compareTo(decimal(b, a));
  }

  static Number abs(Number number) {
    if (isWhole(number)) {
      return whole(integer(number).abs());
    }
    return number instanceof BigDecimal decimal
        ? decimal.abs()
        : (Number) Math.abs(toDouble(number));
  }

  static Number round(Number number, RoundingMode mode) {
    if (isWhole(number) || isSpecial(number)) {
      return number;
    }
    BigDecimal decimal = decimal(number, number);
    if (decimal.scale() <= 0) {
      // A whole number, which may have a billion digits if written out.
      return number instanceof BigDecimal ? number : whole(decimal.toBigInteger());
    }
    if (decimal.precision() - (long) decimal.scale() <= 0) {
      // Between -1 and 1: the scale may be huge, so the digits are not read.
      boolean away = mode == (decimal.signum() > 0 ? RoundingMode.CEILING : RoundingMode.FLOOR);
      return away ? decimal.signum() : 0;
    }
    return whole(decimal.setScale(0, mode).toBigInteger());
  }

  static Number sum(List<?> numbers) {
    long small = 0;
    BigInteger large = BigInteger.ZERO;
    for (int i = 0; i < numbers.size(); i++) {
      if (!(numbers.get(i) instanceof Number number) || !isWhole(number)) {
        return sum(large.add(BigInteger.valueOf(small)).doubleValue(), numbers, i);
      }
      if (isSmallWhole(number) && Math.abs(small) < 1L << 62 && fits62(number.longValue())) {
        small += number.longValue();
      } else {
        large = large.add(integer(number)).add(BigInteger.valueOf(small));
        small = 0;
      }
    }
    return whole(large.add(BigInteger.valueOf(small)));
  }

  private static boolean fits62(long value) {
    return value < 1L << 62 && value > -(1L << 62);
  }

  private static Number sum(double start, List<?> numbers, int from) {
    double sum = start;
    for (Object number : numbers.subList(from, numbers.size())) {
      sum += number instanceof Number addend ? toDouble(addend) : 0;
    }
    return sum;
  }

  static @Nullable Number average(List<?> numbers) {
    return numbers.isEmpty() ? null : (Number) (sum(numbers).doubleValue() / numbers.size());
  }

  /** Parses a number by Python's grammar, which has more forms than JSON's. */
  static @Nullable Number parse(String text) {
    String plain = text.strip();
    int start = plain.startsWith("-") || plain.startsWith("+") ? 1 : 0;
    int end = digits(plain, start);
    if (end == plain.length() && end > start && end <= MOST_DIGITS) {
      return whole(new BigInteger(plain.replace("_", "")));
    }
    if (isNamed(plain.substring(start))) {
      double named =
          plain.charAt(start) == 'n' || plain.charAt(start) == 'N'
              ? Double.NaN
              : Double.POSITIVE_INFINITY;
      return plain.startsWith("-") ? -named : named;
    }
    return isFloat(plain, start) ? (Number) Double.valueOf(plain.replace("_", "")) : null;
  }

  private static boolean isNamed(String text) {
    return text.equalsIgnoreCase("nan")
        || text.equalsIgnoreCase("inf")
        || text.equalsIgnoreCase("infinity");
  }

  private static boolean isFloat(String text, int start) {
    int at = digits(text, start);
    boolean any = at > start;
    if (at < text.length() && text.charAt(at) == '.') {
      int fraction = at + 1;
      at = digits(text, fraction);
      any |= at > fraction;
    }
    if (any && at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      int sign = at + 1;
      boolean signed = text.startsWith("-", sign) || text.startsWith("+", sign);
      int exponent = signed ? sign + 1 : sign;
      at = digits(text, exponent);
      any = at > exponent;
    }
    return any && at == text.length();
  }

  /** Returns the index after a run of digits, which may be separated by single underscores. */
  private static int digits(String text, int start) {
    int at = start;
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean between = c == '_' && at > start && at + 1 < text.length();
      if (!isDigit(c) && !(between && isDigit(text.charAt(at + 1)) && text.charAt(at - 1) != '_')) {
        break;
      }
      at++;
    }
    return at;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Returns a whole number in the type of a JSON reader: Integer, else Long, else BigInteger. */
  static Number whole(BigInteger value) {
    if (value.bitLength() < Integer.SIZE) {
      return value.intValue();
    }
    return value.bitLength() < Long.SIZE ? (Number) value.longValue() : value;
  }

  private static boolean isSmallWhole(Number number) {
    return number instanceof Integer
        || number instanceof Long
        || number instanceof Short
        || number instanceof Byte;
  }

  private static boolean isWhole(Number number) {
    return isSmallWhole(number) || number instanceof BigInteger;
  }

  private static boolean isBinary(Number number) {
    return !isWhole(number) && !(number instanceof BigDecimal);
  }

  private static boolean isNaN(Number number) {
    return isBinary(number) && Double.isNaN(number.doubleValue());
  }

  private static boolean isSpecial(Number number) {
    return isBinary(number) && !Double.isFinite(number.doubleValue());
  }

  private static BigInteger integer(Number number) {
    return number instanceof BigInteger large ? large : BigInteger.valueOf(number.longValue());
  }

  /** Converts a float by its decimal digits, so that 0.1f equals {@code `0.1`}. */
  private static double toDouble(Number number) {
    return number instanceof Float ? Double.parseDouble(number.toString()) : number.doubleValue();
  }

  /**
   * Converts a number for a comparison: a double by its decimal digits if the other number is a
   * BigDecimal, else by its exact value.
   */
  private static BigDecimal decimal(Number number, Number other) {
    if (number instanceof BigDecimal decimal) {
      return decimal;
    }
    if (isWhole(number)) {
      return new BigDecimal(integer(number));
    }
    double value = toDouble(number);
    return other instanceof BigDecimal ? BigDecimal.valueOf(value) : new BigDecimal(value);
  }
}
