package io.boto4j.model.codec;

/** Runs of ASCII digits in byte arrays, and the whole numbers they represent. */
final class Digits {
  /** The number of decimal digits that always fit into an unsigned long. */
  static final int MAX_COUNT = 19;

  private Digits() {}

  static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  /** Returns the index after the run of digits that begins at {@code from}. */
  static int end(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to && isDigit(bytes[i])) {
      i++;
    }
    return i;
  }

  /** Returns the index of the first byte that is not {@code '0'}, or {@code to}. */
  static int afterZeros(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to && bytes[i] == '0') {
      i++;
    }
    return i;
  }

  /**
   * Appends digits to a number.
   *
   * @param number an unsigned number, so far
   * @return the unsigned number; meaningless if it has more than {@link #MAX_COUNT} digits
   */
  static long append(long number, byte[] bytes, int from, int to) {
    long result = number;
    for (int i = from; i < to; i++) {
      result = result * 10 + (bytes[i] - '0');
    }
    return result;
  }

  /**
   * Whether a number fits into a long once it has its sign.
   *
   * @param magnitude the unsigned number
   * @param count the number of its digits without leading zeros
   */
  static boolean fitLong(long magnitude, int count, boolean negative) {
    return count <= MAX_COUNT && (magnitude >= 0 || (negative && magnitude == Long.MIN_VALUE));
  }
}
