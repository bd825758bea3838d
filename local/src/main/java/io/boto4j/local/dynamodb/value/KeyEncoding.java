package io.boto4j.local.dynamodb.value;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Keys as bytes whose order, byte by byte and unsigned, is the order of the values.
 *
 * <p>Strings and binaries have their zero bytes written as 0 255 and end with 0 1, so that none is
 * the beginning of another. A number is its sign, its exponent and its digits, two in a byte; the
 * bytes of a negative number are inverted.
 */
public final class KeyEncoding {
  private static final int NEGATIVE = 1;
  private static final int ZERO = 2;
  private static final int POSITIVE = 3;
  private static final int LOWEST_EXPONENT = -130;

  private byte[] bytes = new byte[64];
  private int size;

  /**
   * Appends a value.
   *
   * @param value a string, number or binary
   * @return this
   */
  public KeyEncoding add(Value value) {
    addStart(value);
    if (value.type() != Value.Type.N) {
      append(0);
      append(1);
    }
    return this;
  }

  /**
   * Appends the bytes of all values that begin with a string or binary.
   *
   * @param value a string or binary, or a number in full
   * @return this
   */
  public KeyEncoding addStart(Value value) {
    if (value instanceof Value.Num number) {
      addNumber(number.number());
    } else if (value instanceof Value.Text text) {
      addText(text.text());
    } else if (value instanceof Value.Binary binary) {
      addBytes(binary.bytes());
    } else {
      throw new IllegalArgumentException(value.type() + " cannot be a key");
    }
    return this;
  }

  private void addText(String text) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c == 0 || c >= 0x80) {
        addBytes(text.substring(i).getBytes(StandardCharsets.UTF_8));
        return;
      }
      append(c);
    }
  }

  private void addBytes(byte[] added) {
    for (byte b : added) {
      append(b);
      if (b == 0) {
        append(255);
      }
    }
  }

  private void addNumber(BigDecimal number) {
    int sign = number.signum();
    if (sign == 0) {
      append(ZERO);
      return;
    }
    int invert = sign < 0 ? 255 : 0;
    append(sign < 0 ? NEGATIVE : POSITIVE);
    String digits = number.unscaledValue().abs().toString();
    append((digits.length() - number.scale() - 1 - LOWEST_EXPONENT) ^ invert);
    for (int i = 0; i < digits.length(); i += 2) {
      int first = digits.charAt(i) - '0';
      int second = i + 1 < digits.length() ? digits.charAt(i + 1) - '0' : 0;
      append((first * 10 + second + 1) ^ invert);
    }
    append(invert);
  }

  private void append(int b) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, size * 2);
    }
    bytes[size++] = (byte) b;
  }

  /**
   * Appends bytes as they are.
   *
   * @param encoded the bytes
   * @return this
   */
  public KeyEncoding addEncoded(byte[] encoded) {
    for (byte b : encoded) {
      append(b);
    }
    return this;
  }

  /**
   * Returns the key.
   *
   * @return new bytes
   */
  public byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  /**
   * Returns the first key after all keys that begin with this one.
   *
   * @return new bytes
   */
  public byte[] toEnd() {
    return after(toBytes());
  }

  /**
   * Returns the first key after all keys that begin with a given one.
   *
   * @param start the beginning, which is changed and returned
   * @return the bytes
   */
  public static byte[] after(byte[] start) {
    int length = start.length;
    while (length > 0 && start[length - 1] == (byte) 255) {
      length--;
    }
    byte[] end = Arrays.copyOf(start, Math.max(length, 1));
    if (length == 0) {
      // No key begins with only bytes of 255: there is one before the first digit of any value.
      end[0] = (byte) 255;
    } else {
      end[length - 1]++;
    }
    return end;
  }
}
