package io.boto4j.local.dynamodb.value;

import io.boto4j.local.engine.EngineException;
import java.math.BigDecimal;
import java.math.MathContext;

/** The numbers of DynamoDB: up to 38 digits, from 1E-130 to 9.99E+125, positive or negative. */
public final class Numbers {
  private static final int DIGITS = 38;
  private static final int HIGHEST = 125;
  private static final int LOWEST = -130;

  /** Longer texts are not parsed: the time for it grows with the square of the length. */
  private static final int LONGEST = 1000;

  private Numbers() {}

  /**
   * Parses a number.
   *
   * @param text the text
   * @return the number in its canonical form
   * @throws EngineException if the text is not a number, or one that DynamoDB cannot store
   */
  public static BigDecimal parse(String text) {
    if (!isNumber(text)) {
      throw Failures.validation(
          text.isEmpty()
              ? "The parameter cannot be converted to a numeric value"
              : "The parameter cannot be converted to a numeric value: " + text);
    }
    if (text.length() > LONGEST) {
      throw tooManyDigits();
    }
    try {
      return checked(new BigDecimal(text));
    } catch (NumberFormatException | ArithmeticException e) {
      // The exponent has more digits than an int can have.
      throw text.indexOf("-", 1) > 0 ? underflow() : overflow();
    }
  }

  private static boolean isNumber(String text) {
    int at = 0;
    int end = text.length();
    if (at < end && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
      at++;
    }
    int whole = digits(text, at);
    at += whole;
    int fraction = 0;
    if (at < end && text.charAt(at) == '.') {
      at++;
      fraction = digits(text, at);
      at += fraction;
    }
    if (whole + fraction == 0) {
      return false;
    }
    if (at < end && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      at++;
      if (at < end && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
        at++;
      }
      int exponent = digits(text, at);
      if (exponent == 0) {
        return false;
      }
      at += exponent;
    }
    return at == end;
  }

  private static int digits(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at - from;
  }

  /**
   * Checks a number and makes it canonical.
   *
   * @param number the number
   * @return the number without trailing zeros
   * @throws EngineException if DynamoDB cannot store it
   */
  public static BigDecimal checked(BigDecimal number) {
    BigDecimal canonical = canonical(number);
    if (canonical.signum() == 0) {
      return canonical;
    }
    long exponent = (long) canonical.precision() - canonical.scale() - 1;
    if (exponent > HIGHEST) {
      throw overflow();
    }
    if (exponent < LOWEST) {
      throw underflow();
    }
    if (canonical.precision() > DIGITS) {
      throw tooManyDigits();
    }
    return canonical;
  }

  /**
   * Adds two numbers.
   *
   * @param one a number
   * @param two another
   * @return the sum
   * @throws EngineException if DynamoDB cannot store it
   */
  public static BigDecimal add(BigDecimal one, BigDecimal two) {
    return checked(one.add(two, new MathContext(DIGITS + 1)));
  }

  static BigDecimal canonical(BigDecimal number) {
    return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
  }

  /**
   * Writes a number.
   *
   * @param number the number
   * @return the text, without an exponent
   */
  public static String text(BigDecimal number) {
    return number.toPlainString();
  }

  static int size(BigDecimal number) {
    if (number.signum() == 0) {
      return 1;
    }
    int digits = number.precision();
    int exponent = digits - number.scale() - 1;
    boolean aligned = digits % 2 != 0 || exponent % 2 != 0;
    return 1 + (digits + 1) / 2 + (aligned ? 0 : 1) + (number.signum() < 0 ? 1 : 0);
  }

  private static EngineException overflow() {
    return Failures.validation(
        "Number overflow. Attempting to store a number with magnitude larger than supported range");
  }

  private static EngineException underflow() {
    return Failures.validation(
        "Number underflow. Attempting to store a number with magnitude smaller than supported"
            + " range");
  }

  private static EngineException tooManyDigits() {
    return Failures.validation("Attempting to store more than 38 significant digits in a Number");
  }
}
