package io.boto4j.dynamodb;

import java.math.BigDecimal;
import java.math.BigInteger;

/** DynamoDB's numbers as text: at most 38 significant digits, from 1E-130 to 9.99…E+125. */
final class NumberText {
  private static final int MOST_DIGITS = 38;
  private static final int SMALLEST_EXPONENT = -130;
  private static final int LARGEST_EXPONENT = 125;

  /** A long has at most 19 digits; each int of at most 9 digits fits, each long of at most 18. */
  private static final int DIGITS_OF_EVERY_INT = 9;

  private static final int DIGITS_OF_EVERY_LONG = 18;

  private NumberText() {}

  /**
   * Writes a number.
   *
   * @throws BadValueException if DynamoDB cannot store it
   */
  static String write(Number number) {
    if (number instanceof Integer
        || number instanceof Long
        || number instanceof Short
        || number instanceof Byte) {
      return number.toString();
    }
    String text = number.toString();
    if (number instanceof Double || number instanceof Float) {
      double real = number.doubleValue();
      if (Double.isNaN(real) || Double.isInfinite(real)) {
        throw new BadValueException(
            "DynamoDB has no number " + text + ": store a string or null instead");
      }
    }
    BigDecimal decimal = decimal(number, text);
    if (decimal.signum() == 0) {
      return "0";
    }
    check(decimal);
    return text;
  }

  private static BigDecimal decimal(Number number, String text) {
    if (number instanceof BigDecimal decimal) {
      return decimal;
    }
    if (number instanceof BigInteger integer) {
      return new BigDecimal(integer);
    }
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new BadValueException(
          "A " + number.getClass().getSimpleName() + " is not a number that DynamoDB can store");
    }
  }

  private static void check(BigDecimal number) {
    // Before the trailing zeros are removed, which takes long for a number of many digits.
    long exponent = (long) number.precision() - number.scale() - 1;
    if (exponent < SMALLEST_EXPONENT || exponent > LARGEST_EXPONENT) {
      throw new BadValueException(
          "The number "
              + shown(number)
              + " is out of range: DynamoDB stores 1E-130 to 9.99E+125, and their negatives");
    }
    if (number.precision() > MOST_DIGITS && number.stripTrailingZeros().precision() > MOST_DIGITS) {
      throw new BadValueException(
          "The number "
              + shown(number)
              + " has "
              + number.stripTrailingZeros().precision()
              + " significant digits: DynamoDB stores at most 38. Round it, or store a string");
    }
  }

  private static String shown(BigDecimal number) {
    String text = number.toString();
    return text.length() <= 60 ? text : text.substring(0, 57) + "…";
  }

  /** Reads a number: an Integer or Long if the text is a whole number that fits, else exactly. */
  static Number read(String text) {
    int length = text.length();
    int start = length > 0 && text.charAt(0) == '-' ? 1 : 0;
    int digits = length - start;
    if (digits > 0 && digits <= DIGITS_OF_EVERY_LONG) {
      long value = 0;
      for (int i = start; i < length; i++) {
        int digit = text.charAt(i) - '0';
        if (digit < 0 || digit > 9) {
          return exactly(text);
        }
        value = value * 10 + digit;
      }
      value = start == 0 ? value : -value;
      if (digits <= DIGITS_OF_EVERY_INT || value == (int) value) {
        return (int) value;
      }
      return value;
    }
    return exactly(text);
  }

  private static Number exactly(String text) {
    BigDecimal number;
    try {
      number = new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new BadValueException("The N of an attribute value is not a number: " + text);
    }
    boolean digitsOnly = text.indexOf('.') < 0 && text.indexOf('e') < 0 && text.indexOf('E') < 0;
    if (digitsOnly && number.precision() <= DIGITS_OF_EVERY_LONG + 1) {
      BigInteger whole = number.toBigInteger();
      if (whole.bitLength() < Integer.SIZE) {
        return whole.intValue();
      }
      if (whole.bitLength() < Long.SIZE) {
        return whole.longValue();
      }
    }
    return number;
  }

  /** The same number for all texts of one value, such as 1, 1.0 and 1E+0. */
  static BigDecimal canonical(String text) {
    BigDecimal number = new BigDecimal(text);
    return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
  }
}
