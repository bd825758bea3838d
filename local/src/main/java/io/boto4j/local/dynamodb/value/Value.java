package io.boto4j.local.dynamodb.value;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * An attribute value. Values are immutable, equal values are {@code equal}, and sets are sorted, so
 * that their order never matters.
 */
public sealed interface Value {
  /** The types of attribute values. */
  enum Type {
    S("STRING"),
    N("NUMBER"),
    B("BINARY"),
    BOOL("BOOLEAN"),
    NULL("NULL"),
    SS("STRING_SET"),
    NS("NUMBER_SET"),
    BS("BINARY_SET"),
    L("LIST"),
    M("MAP");

    private static final List<Type> ALL = List.of(values());

    private final String word;

    Type(String word) {
      this.word = word;
    }

    /**
     * Returns the word for this type in the messages of update expressions.
     *
     * @return the word, such as {@code NUMBER}
     */
    public String word() {
      return word;
    }

    /**
     * Returns whether values of this type have an order.
     *
     * @return true for strings, numbers and binaries
     */
    public boolean isScalar() {
      return this == S || this == N || this == B;
    }

    /**
     * Returns whether this is the type of a set.
     *
     * @return true for the three set types
     */
    public boolean isSet() {
      return this == SS || this == NS || this == BS;
    }

    /**
     * Finds a type by its name.
     *
     * @param ordinal the number of the type
     * @return the type
     */
    static Type of(int ordinal) {
      return ALL.get(ordinal);
    }
  }

  /**
   * Returns the type.
   *
   * @return the type
   */
  Type type();

  /**
   * Returns the number of bytes that DynamoDB charges for this value.
   *
   * @return the size
   */
  int size();

  /**
   * A string.
   *
   * @param text the string
   */
  record Text(String text) implements Value {
    @Override
    public Type type() {
      return Type.S;
    }

    @Override
    public int size() {
      return Sizes.utf8(text);
    }
  }

  /**
   * A number.
   *
   * @param number the number, without trailing zeros
   */
  record Num(BigDecimal number) implements Value {
    @Override
    public Type type() {
      return Type.N;
    }

    @Override
    public int size() {
      return Numbers.size(number);
    }
  }

  /**
   * A binary.
   *
   * @param bytes the bytes, which must not be changed
   */
  @SuppressWarnings("ArrayRecordComponent") // the bytes of a stored value are never changed
  record Binary(byte[] bytes) implements Value, Comparable<Binary> {
    @Override
    public Type type() {
      return Type.B;
    }

    @Override
    public int size() {
      return bytes.length;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Binary binary && Arrays.equals(bytes, binary.bytes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }

    @Override
    public int compareTo(Binary other) {
      return Arrays.compareUnsigned(bytes, other.bytes);
    }
  }

  /**
   * A boolean.
   *
   * @param value the boolean
   */
  record Bool(boolean value) implements Value {
    @Override
    public Type type() {
      return Type.BOOL;
    }

    @Override
    public int size() {
      return 1;
    }
  }

  /** Null. */
  record Null() implements Value {
    @Override
    public Type type() {
      return Type.NULL;
    }

    @Override
    public int size() {
      return 1;
    }
  }

  /**
   * A set.
   *
   * @param type the type of the set
   * @param elements strings, numbers or binaries, sorted, without duplicates
   */
  record SetOf(Type type, List<Value> elements) implements Value {
    @Override
    public int size() {
      int size = 0;
      for (Value element : elements) {
        size += element.size();
      }
      return size;
    }
  }

  /**
   * A list.
   *
   * @param elements the elements
   */
  record ListOf(List<Value> elements) implements Value {
    @Override
    public Type type() {
      return Type.L;
    }

    @Override
    public int size() {
      int size = 3;
      for (Value element : elements) {
        size += 1 + element.size();
      }
      return size;
    }
  }

  /**
   * A map.
   *
   * @param attributes the entries
   */
  record MapOf(Attributes attributes) implements Value {
    @Override
    public Type type() {
      return Type.M;
    }

    @Override
    public int size() {
      return 3 + attributes.count() + attributes.bytes();
    }
  }

  /**
   * Creates a string.
   *
   * @param text the string
   * @return the value
   */
  static Value of(String text) {
    return new Text(text);
  }

  /**
   * Creates a number.
   *
   * @param number the number
   * @return the value
   */
  static Value of(long number) {
    return new Num(Numbers.canonical(BigDecimal.valueOf(number)));
  }

  /**
   * Compares two values of the same scalar type.
   *
   * @param one a string, number or binary
   * @param two a value of the same type
   * @return negative, zero or positive
   */
  static int compare(Value one, Value two) {
    if (one instanceof Text first && two instanceof Text second) {
      return compareUtf8(first.text, second.text);
    }
    if (one instanceof Num first && two instanceof Num second) {
      return first.number.compareTo(second.number);
    }
    if (one instanceof Binary first && two instanceof Binary second) {
      return first.compareTo(second);
    }
    throw new IllegalArgumentException(one.type() + " and " + two.type() + " have no order");
  }

  /** Compares by the bytes of UTF-8, which differs from UTF-16 where there are surrogates. */
  private static int compareUtf8(String one, String two) {
    int length = Math.min(one.length(), two.length());
    for (int i = 0; i < length; i++) {
      char first = one.charAt(i);
      char second = two.charAt(i);
      if (first != second) {
        boolean surrogates = first >= Character.MIN_SURROGATE && second >= Character.MIN_SURROGATE;
        return surrogates
            ? Arrays.compareUnsigned(
                one.getBytes(StandardCharsets.UTF_8), two.getBytes(StandardCharsets.UTF_8))
            : Character.compare(first, second);
      }
    }
    return Integer.compare(one.length(), two.length());
  }
}
