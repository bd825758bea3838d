package io.boto4j.local.policy;

import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The operators of condition blocks. A negated operator holds if the other one does not. */
enum Operator {
  STRING_EQUALS("StringEquals", false),
  STRING_NOT_EQUALS("StringNotEquals", true),
  STRING_EQUALS_IGNORE_CASE("StringEqualsIgnoreCase", false),
  STRING_NOT_EQUALS_IGNORE_CASE("StringNotEqualsIgnoreCase", true),
  STRING_LIKE("StringLike", false),
  STRING_NOT_LIKE("StringNotLike", true),
  NUMERIC_EQUALS("NumericEquals", false),
  NUMERIC_NOT_EQUALS("NumericNotEquals", true),
  NUMERIC_LESS_THAN("NumericLessThan", false),
  NUMERIC_LESS_THAN_EQUALS("NumericLessThanEquals", false),
  NUMERIC_GREATER_THAN("NumericGreaterThan", false),
  NUMERIC_GREATER_THAN_EQUALS("NumericGreaterThanEquals", false),
  DATE_EQUALS("DateEquals", false),
  DATE_NOT_EQUALS("DateNotEquals", true),
  DATE_LESS_THAN("DateLessThan", false),
  DATE_LESS_THAN_EQUALS("DateLessThanEquals", false),
  DATE_GREATER_THAN("DateGreaterThan", false),
  DATE_GREATER_THAN_EQUALS("DateGreaterThanEquals", false),
  BOOL("Bool", false),
  BINARY_EQUALS("BinaryEquals", false),
  IP_ADDRESS("IpAddress", false),
  NOT_IP_ADDRESS("NotIpAddress", true),
  ARN_EQUALS("ArnEquals", false),
  ARN_LIKE("ArnLike", false),
  ARN_NOT_EQUALS("ArnNotEquals", true),
  ARN_NOT_LIKE("ArnNotLike", true),
  NULL("Null", false);

  private final String spelling;
  private final boolean negated;

  Operator(String spelling, boolean negated) {
    this.spelling = spelling;
    this.negated = negated;
  }

  boolean negated() {
    return negated;
  }

  static Operator named(String name) {
    for (Operator operator : values()) {
      if (operator.spelling.equalsIgnoreCase(name)) {
        return operator;
      }
    }
    throw new IllegalArgumentException("There is no condition operator " + name);
  }

  /** Compares a value of a policy with one of the request, without regard to the negation. */
  boolean compares(Pattern expected, String actual) {
    return switch (this) {
      case STRING_EQUALS, STRING_NOT_EQUALS, BINARY_EQUALS -> expected.literal().equals(actual);
      case STRING_EQUALS_IGNORE_CASE, STRING_NOT_EQUALS_IGNORE_CASE, BOOL ->
          expected.literal().equalsIgnoreCase(actual);
      case STRING_LIKE, STRING_NOT_LIKE -> expected.matches(actual);
      case ARN_EQUALS, ARN_LIKE, ARN_NOT_EQUALS, ARN_NOT_LIKE -> expected.matchesArn(actual);
      case IP_ADDRESS, NOT_IP_ADDRESS -> isInRange(actual, expected.literal());
      case NUMERIC_EQUALS, NUMERIC_NOT_EQUALS -> number(expected, actual, 0, 0);
      case NUMERIC_LESS_THAN -> number(expected, actual, -1, -1);
      case NUMERIC_LESS_THAN_EQUALS -> number(expected, actual, -1, 0);
      case NUMERIC_GREATER_THAN -> number(expected, actual, 1, 1);
      case NUMERIC_GREATER_THAN_EQUALS -> number(expected, actual, 0, 1);
      case DATE_EQUALS, DATE_NOT_EQUALS -> date(expected, actual, 0, 0);
      case DATE_LESS_THAN -> date(expected, actual, -1, -1);
      case DATE_LESS_THAN_EQUALS -> date(expected, actual, -1, 0);
      case DATE_GREATER_THAN -> date(expected, actual, 1, 1);
      case DATE_GREATER_THAN_EQUALS -> date(expected, actual, 0, 1);
      case NULL -> false;
    };
  }

  private static boolean number(Pattern expected, String actual, int from, int to) {
    try {
      int sign = new BigDecimal(actual).compareTo(new BigDecimal(expected.literal()));
      return from <= sign && sign <= to;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static boolean date(Pattern expected, String actual, int from, int to) {
    @Nullable Instant left = instant(actual);
    @Nullable Instant right = instant(expected.literal());
    if (left == null || right == null) {
      return false;
    }
    int sign = Integer.signum(left.compareTo(right));
    return from <= sign && sign <= to;
  }

  /** Reads a date as ISO 8601 in the usual lengths, or as seconds since 1970. */
  private static @Nullable Instant instant(String text) {
    try {
      if (text.matches("\\d{5,}")) {
        return Instant.ofEpochSecond(Long.parseLong(text));
      }
      if (text.matches("\\d{4}-\\d\\d-\\d\\d")) {
        return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
      }
      String upper = text.toUpperCase(Locale.ROOT);
      return upper.matches(".*(Z|[+-]\\d\\d:\\d\\d)")
          ? OffsetDateTime.parse(upper).toInstant()
          : LocalDateTime.parse(upper).toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException | NumberFormatException e) {
      return null;
    }
  }

  private static boolean isInRange(String address, String range) {
    try {
      int slash = range.indexOf('/');
      byte[] network = bytes(slash < 0 ? range : range.substring(0, slash));
      byte[] actual = bytes(address);
      if (network.length != actual.length) {
        return false;
      }
      int bits = slash < 0 ? network.length * 8 : Integer.parseInt(range.substring(slash + 1));
      for (int i = 0; i < bits; i++) {
        if ((((network[i / 8] ^ actual[i / 8]) >> (7 - i % 8)) & 1) != 0) {
          return false;
        }
      }
      return true;
    } catch (UnknownHostException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
      return false;
    }
  }

  /** Reads an address. Names are refused, because they would be looked up. */
  private static byte[] bytes(String address) throws UnknownHostException {
    if (!address.matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
      throw new UnknownHostException(address);
    }
    return InetAddress.getByName(address).getAddress();
  }
}
