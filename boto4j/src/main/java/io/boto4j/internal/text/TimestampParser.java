package io.boto4j.internal.text;

import java.time.Instant;

/** A parser of one timestamp. */
final class TimestampParser {
  /** The length of the longest text that is parsed, which bounds the work for hostile input. */
  private static final int MAX_LENGTH = 128;

  /** The year of {@code Instant.MAX} has ten digits. */
  private static final int MAX_YEAR_DIGITS = 10;

  private final String text;
  private int at;

  TimestampParser(String text) {
    this.text = text.trim();
  }

  Instant parse() {
    if (text.isEmpty() || text.length() > MAX_LENGTH) {
      throw failure(text.isEmpty() ? "it is empty" : "it is too long");
    }
    int sign = charAt(0) == '+' || charAt(0) == '-' ? 1 : 0;
    int digits = countDigits(sign);
    char next = charAt(sign + digits);
    if (digits >= 4 && next == '-') {
      return iso8601(digits, "-", ":");
    }
    if (sign > 0) {
      return epochSeconds();
    }
    if (digits == 8 && (next == 'T' || next == 't')) {
      return iso8601(4, "", "");
    }
    boolean dayFirst = digits > 0 && digits <= 2 && (next == ' ' || next == '-');
    return dayFirst || (digits == 0 && isLetter(next)) ? rfc822() : epochSeconds();
  }

  private Instant iso8601(int yearDigits, String dateSeparator, String timeSeparator) {
    int year = year(yearDigits);
    expect(dateSeparator);
    int month = number(2, "month");
    expect(dateSeparator);
    int day = number(2, "day");
    if (at == text.length()) {
      return instant(days(year, month, day) * 86_400, 0);
    }
    char c = charAt(at);
    if (c != 'T' && c != 't' && c != ' ') {
      throw failure("a T was expected at position " + at);
    }
    at++;
    return time(days(year, month, day), timeSeparator);
  }

  /** RFC 822, section 5, with RFC 1123's four-digit year; RFC 850 has hyphens in the date. */
  private Instant rfc822() {
    if (isLetter(charAt(at))) {
      weekday();
    }
    int day = number(countDigits(at) == 1 ? 1 : 2, "day");
    String separator = charAt(at) == '-' ? "-" : " ";
    expect(separator);
    int month = Timestamps.month(text, at);
    if (month == 0) {
      throw failure("a month was expected at position " + at);
    }
    at += 3;
    expect(separator);
    int digits = countDigits(at);
    int year = digits == 2 ? twoDigitYear() : digits > 4 ? year(digits) : number(4, "year");
    expect(" ");
    return time(days(year, month, day), ":");
  }

  /** Uses the pivot of POSIX, which needs no clock; dates in the form of RFC 850 are rare. */
  private int twoDigitYear() {
    int year = number(2, "year");
    return year < 69 ? 2000 + year : 1900 + year;
  }

  private void weekday() {
    if (!Timestamps.isWeekday(text, at)) {
      throw failure("a date was expected at position " + at);
    }
    while (isLetter(charAt(at))) {
      at++;
    }
    if (charAt(at) == ',') {
      at++;
    }
    skipBlanks();
  }

  /** Reads a year of at least four digits, which may have a sign, as {@code Instant} writes it. */
  private int year(int digits) {
    if (digits > MAX_YEAR_DIGITS) {
      throw failure("there is no such year");
    }
    boolean negative = charAt(at) == '-';
    if (negative || charAt(at) == '+') {
      at++;
    }
    // In two parts, since ten digits may exceed an int.
    long year = number(digits - 3, "year") * 1000L + number(3, "year");
    if (year > 1_000_000_000) {
      throw failure("there is no such year");
    }
    return (int) (negative ? -year : year);
  }

  private Instant time(long days, String separator) {
    int hour = number(2, "hour");
    expect(separator);
    int minute = number(2, "minute");
    int second = 0;
    int nanos = 0;
    if (separator.isEmpty() ? countDigits(at) > 0 : charAt(at) == ':') {
      expect(separator);
      second = number(2, "second");
      nanos = fraction();
    }
    if (hour > 23 || minute > 59 || second > 60) {
      throw failure("there is no such time of day");
    }
    long offset = offset();
    if (at < text.length()) {
      throw failure("it should end at position " + at);
    }
    return instant(days * 86_400 + hour * 3600L + minute * 60L + second - offset, nanos);
  }

  private int fraction() {
    if (charAt(at) != '.' && charAt(at) != ',') {
      return 0;
    }
    at++;
    int digits = countDigits(at);
    if (digits == 0) {
      throw failure("digits were expected at position " + at);
    }
    int nanos = 0;
    for (int i = 0; i < 9; i++) {
      nanos = nanos * 10 + (i < digits ? charAt(at + i) - '0' : 0);
    }
    at += digits;
    return nanos;
  }

  /** Reads the zone, and returns how far it is ahead of UTC, in seconds. */
  private long offset() {
    skipBlanks();
    char c = charAt(at);
    if (c != '+' && c != '-') {
      skipUtc();
      return 0;
    }
    at++;
    int hours = number(2, "offset");
    int minutes = 0;
    if (charAt(at) == ':') {
      at++;
      minutes = number(2, "offset");
    } else if (at < text.length()) {
      minutes = number(2, "offset");
    }
    if (hours > 23 || minutes > 59) {
      throw failure("there is no such offset from UTC");
    }
    return (c == '-' ? -1 : 1) * (hours * 3600L + minutes * 60L);
  }

  /** Skips a name of UTC. Other zones (EST …) are rejected; dateutil would take them for UTC. */
  private void skipUtc() {
    String zone = text.substring(at);
    if (zone.isEmpty()
        || zone.equalsIgnoreCase("Z")
        || zone.equalsIgnoreCase("GMT")
        || zone.equalsIgnoreCase("UTC")
        || zone.equalsIgnoreCase("UT")) {
      at = text.length();
    } else {
      throw failure("a time zone was expected at position " + at);
    }
  }

  /** Reads digit by digit, in decimal: as a double, 0.1 s would not be 100,000,000 ns. */
  private Instant epochSeconds() {
    boolean negative = charAt(at) == '-';
    if (negative || charAt(at) == '+') {
      at++;
    }
    int whole = at;
    int wholeDigits = countDigits(at);
    at += wholeDigits;
    int part = at + 1;
    int partDigits = charAt(at) == '.' ? countDigits(part) : 0;
    at += charAt(at) == '.' ? 1 + partDigits : 0;
    if (wholeDigits + partDigits == 0) {
      throw failure("it is neither ISO 8601, nor RFC 822, nor seconds since 1970");
    }
    int point = wholeDigits + exponent();
    if (at < text.length()) {
      throw failure("it should end at position " + at);
    }
    long seconds = 0;
    int nanos = 0;
    for (int i = Math.min(point, 0); i < point + 9; i++) {
      int digit =
          i < 0 || i >= wholeDigits + partDigits
              ? 0
              : charAt(i < wholeDigits ? whole + i : part + i - wholeDigits) - '0';
      if (i >= point) {
        nanos = nanos * 10 + digit;
      } else {
        seconds = Math.min(seconds * 10 + digit, 100_000_000_000_000_000L);
      }
    }
    return negative ? instant(-seconds, -nanos) : instant(seconds, nanos);
  }

  /** Clamped to 1,000: beyond that, all digits of so short a text are on one side of the point. */
  private int exponent() {
    if (charAt(at) != 'e' && charAt(at) != 'E') {
      return 0;
    }
    at++;
    boolean negative = charAt(at) == '-';
    if (negative || charAt(at) == '+') {
      at++;
    }
    int digits = countDigits(at);
    if (digits == 0) {
      throw failure("digits were expected at position " + at);
    }
    int exponent = 0;
    for (int end = at + digits; at < end; at++) {
      exponent = Math.min(exponent * 10 + charAt(at) - '0', 1000);
    }
    return negative ? -exponent : exponent;
  }

  private long days(int year, int month, int day) {
    if (month < 1 || month > 12 || day < 1 || day > lastDay(year, month)) {
      throw failure("there is no such day");
    }
    return Timestamps.daysFromCivil(year, month, day);
  }

  private static int lastDay(int year, int month) {
    if (month == 2) {
      return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
    }
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
  }

  private Instant instant(long seconds, int nanos) {
    // The nanoseconds of a negative number of seconds are negative too.
    if (!Timestamps.inRange(nanos < 0 ? seconds - 1 : seconds)) {
      throw failure("no Instant can represent it");
    }
    return Instant.ofEpochSecond(seconds, nanos);
  }

  private int number(int digits, String what) {
    int value = 0;
    for (int i = 0; i < digits; i++, at++) {
      char c = charAt(at);
      if (!isDigit(c)) {
        throw failure("the " + what + " should have a digit at position " + at);
      }
      value = value * 10 + c - '0';
    }
    return value;
  }

  private void expect(String separator) {
    if (!text.startsWith(separator, at)) {
      throw failure("'" + separator + "' was expected at position " + at);
    }
    at += separator.length();
  }

  private void skipBlanks() {
    while (charAt(at) == ' ') {
      at++;
    }
  }

  private int countDigits(int from) {
    int end = from;
    while (isDigit(charAt(end))) {
      end++;
    }
    return end - from;
  }

  /** Returns the character at an index; after the end NUL, which no timestamp contains. */
  private char charAt(int index) {
    return index < text.length() ? text.charAt(index) : 0;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private IllegalArgumentException failure(String reason) {
    StringBuilder message = new StringBuilder("Invalid timestamp \"");
    for (int i = 0; i < Math.min(text.length(), 64); i++) {
      char c = text.charAt(i);
      message.append(c < ' ' || c > '~' ? '?' : c);
    }
    return new IllegalArgumentException(
        message.append(text.length() > 64 ? "…\": " : "\": ").append(reason).toString());
  }
}
