package io.boto4j.internal.text;

import java.time.Instant;

/**
 * Writes and reads the timestamps of AWS's protocols, in UTC. Years from 1 to 9999 are written; all
 * years that an {@code Instant} can have are read.
 *
 * <p>The written forms are those of botocore. More forms are read than services send, because users
 * pass timestamps as text too. A text without a zone is in UTC.
 */
public final class Timestamps {
  private static final long SECONDS_PER_DAY = 86_400;

  /** 0001-01-01T00:00:00Z. */
  private static final long FIRST = -62_135_596_800L;

  /** 9999-12-31T23:59:59Z. */
  private static final long LAST = 253_402_300_799L;

  /** {@code Instant.MIN}. */
  private static final long LEAST = -31_557_014_167_219_200L;

  /** The second of {@code Instant.MAX}. */
  private static final long MOST = 31_556_889_864_403_199L;

  private static final String DAYS = "ThuFriSatSunMonTueWed";
  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

  private Timestamps() {}

  /**
   * Writes ISO 8601, such as {@code 2020-01-02T03:04:05Z}, or with six decimals, such as {@code
   * 2020-01-02T03:04:05.006000Z}, if the instant has microseconds. Nanoseconds are cut off.
   *
   * @param instant the instant
   * @return the text
   * @throws IllegalArgumentException if the year is outside 1 to 9999
   */
  public static String iso8601(Instant instant) {
    long seconds = instant.getEpochSecond();
    int micros = instant.getNano() / 1000;
    return micros == 0 ? iso8601(seconds, 0, 0) : iso8601(seconds, micros, 6);
  }

  /**
   * Writes ISO 8601, always with three decimals, such as {@code 2020-01-02T03:04:05.000Z}.
   * Microseconds are cut off.
   *
   * @param instant the instant
   * @return the text
   * @throws IllegalArgumentException if the year is outside 1 to 9999
   */
  public static String iso8601Millis(Instant instant) {
    return iso8601(instant.getEpochSecond(), instant.getNano() / 1_000_000, 3);
  }

  /**
   * Writes ISO 8601 as services do: with three decimals if there are milliseconds, else without
   * decimals. Microseconds are cut off.
   *
   * @param instant the instant
   * @return the text
   * @throws IllegalArgumentException if the year is outside 1 to 9999
   */
  public static String iso8601OfServices(Instant instant) {
    int millis = instant.getNano() / 1_000_000;
    return iso8601(instant.getEpochSecond(), millis, millis == 0 ? 0 : 3);
  }

  /**
   * Writes the date of RFC 822 in the form of HTTP, such as {@code Wed, 02 Jan 2019 03:04:05 GMT}.
   * Fractions of a second are cut off.
   *
   * @param instant the instant
   * @return the text, 29 characters
   * @throws IllegalArgumentException if the year is outside 1 to 9999
   */
  public static String rfc822(Instant instant) {
    long seconds = instant.getEpochSecond();
    int date = date(seconds);
    int day = (int) Math.floorMod(Math.floorDiv(seconds, SECONDS_PER_DAY), 7L) * 3;
    int month = (date / 100 % 100 - 1) * 3;
    StringBuilder out = new StringBuilder(29).append(DAYS, day, day + 3).append(", ");
    pad(out, date % 100, 2).append(' ').append(MONTHS, month, month + 3).append(' ');
    pad(out, date / 10_000, 4).append(' ');
    return time(out, seconds, ":").append(" GMT").toString();
  }

  /**
   * Returns the seconds since 1970. Fractions are rounded down: half a second before 1970 is −1.
   *
   * @param instant the instant
   * @return whole seconds
   */
  public static long epochSeconds(Instant instant) {
    return instant.getEpochSecond();
  }

  /**
   * Writes the date and time of SigV4, such as {@code 20150830T123600Z}.
   *
   * @param instant the instant
   * @return the text, 16 characters, of which the first 8 are {@link #sigV4Day}
   * @throws IllegalArgumentException if the year is outside 1 to 9999
   */
  public static String sigV4(Instant instant) {
    StringBuilder out = pad(new StringBuilder(16), date(instant.getEpochSecond()), 8).append('T');
    return time(out, instant.getEpochSecond(), "").append('Z').toString();
  }

  /**
   * Writes the day of SigV4's credential scope, such as {@code 20150830}.
   *
   * @param instant the instant
   * @return the text, 8 characters
   * @throws IllegalArgumentException if the year is outside 1 to 9999
   */
  public static String sigV4Day(Instant instant) {
    return pad(new StringBuilder(8), date(instant.getEpochSecond()), 8).toString();
  }

  /**
   * Reads a timestamp in any known form: ISO 8601 ({@code 2020-01-02}, {@code
   * 2020-01-02T03:04:05.678+09:00}, {@code 20200102T030405Z} and similar), the dates of RFC 822 and
   * RFC 850, or seconds since 1970 as a number, which may be negative and may have a fraction or an
   * exponent. A year in ISO 8601 may have more than four digits and a sign, as {@code Instant}
   * writes it.
   *
   * <p>Fractions are exact to the nanosecond; further digits are cut off. A leap second, which has
   * the number 60, is read as the first second of the next minute.
   *
   * @param text the text; surrounding blanks are ignored
   * @return the instant
   * @throws IllegalArgumentException if the text has none of these forms, the day or time does not
   *     exist, or an {@code Instant} cannot represent it
   */
  public static Instant parse(String text) {
    return new TimestampParser(text).parse();
  }

  /**
   * Converts seconds since 1970.
   *
   * @param seconds whole seconds
   * @return the instant
   * @throws IllegalArgumentException if an {@code Instant} cannot represent it
   */
  public static Instant ofEpoch(long seconds) {
    if (!inRange(seconds)) {
      throw outOfRange(Long.toString(seconds));
    }
    return Instant.ofEpochSecond(seconds);
  }

  /**
   * Converts seconds since 1970 with a fraction. It is rounded to microseconds, the precision of a
   * double, as in botocore: 1576276823.074 is 74 milliseconds, not 73.999881.
   *
   * @param seconds the seconds
   * @return the instant
   * @throws IllegalArgumentException if the number is not finite, or an {@code Instant} cannot
   *     represent it
   */
  public static Instant ofEpoch(double seconds) {
    long whole = (long) seconds;
    long micros = (long) Math.rint((seconds - whole) * 1e6);
    // The conversion made NaN 0, and infinity a number that is out of range.
    if (Double.isNaN(seconds)
        || !inRange(whole)
        || !inRange(whole + Math.floorDiv(micros, 1_000_000))) {
      throw outOfRange(Double.toString(seconds));
    }
    return Instant.ofEpochSecond(whole, micros * 1000);
  }

  private static IllegalArgumentException outOfRange(String seconds) {
    return new IllegalArgumentException(
        "Invalid timestamp " + seconds + ": no Instant can represent it");
  }

  /**
   * Whether an instant is in the years 1 to 9999, which all written forms can represent.
   *
   * @param instant the instant
   * @return true if the year is from 1 to 9999
   */
  public static boolean isWritable(Instant instant) {
    return isWritable(instant.getEpochSecond());
  }

  private static boolean isWritable(long seconds) {
    return seconds >= FIRST && seconds <= LAST;
  }

  /**
   * Returns the days from 1970 to a date in the proleptic Gregorian calendar (Hinnant's algorithm).
   */
  static long daysFromCivil(int year, int month, int day) {
    int shifted = month <= 2 ? year - 1 : year;
    int era = Math.floorDiv(shifted, 400);
    int yearOfEra = shifted - era * 400;
    int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146_097L + dayOfEra - 719_468;
  }

  /** Whether an {@code Instant} can represent an epoch second. */
  static boolean inRange(long seconds) {
    return seconds >= LEAST && seconds <= MOST;
  }

  /**
   * Returns the month, 1 to 12, of a three-letter English name at an index, ignoring case; else 0.
   */
  static int month(String text, int from) {
    return nameIndex(MONTHS, text, from) + 1;
  }

  /** Whether there is a three-letter English weekday at an index, ignoring case. */
  static boolean isWeekday(String text, int from) {
    return nameIndex(DAYS, text, from) >= 0;
  }

  private static int nameIndex(String names, String text, int from) {
    for (int i = 0; i < names.length(); i += 3) {
      if (names.regionMatches(true, i, text, from, 3)) {
        return i / 3;
      }
    }
    return -1;
  }

  private static String iso8601(long seconds, int fraction, int digits) {
    int date = date(seconds);
    StringBuilder out = pad(new StringBuilder(27), date / 10_000, 4).append('-');
    pad(pad(out, date / 100 % 100, 2).append('-'), date % 100, 2).append('T');
    time(out, seconds, ":");
    if (digits > 0) {
      pad(out.append('.'), fraction, digits);
    }
    return out.append('Z').toString();
  }

  /** Returns the date of an epoch second as the number yyyymmdd (Hinnant's algorithm). */
  private static int date(long seconds) {
    if (!isWritable(seconds)) {
      throw new IllegalArgumentException(
          "Epoch second " + seconds + " cannot be written: it is outside the years 1 to 9999");
    }
    int days = (int) Math.floorDiv(seconds, SECONDS_PER_DAY) + 719_468;
    int era = Math.floorDiv(days, 146_097);
    int dayOfEra = days - era * 146_097;
    int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
    int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    int shifted = (5 * dayOfYear + 2) / 153;
    int day = dayOfYear - (153 * shifted + 2) / 5 + 1;
    int month = shifted < 10 ? shifted + 3 : shifted - 9;
    int year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
    return year * 10_000 + month * 100 + day;
  }

  private static StringBuilder time(StringBuilder out, long seconds, String separator) {
    int second = (int) Math.floorMod(seconds, SECONDS_PER_DAY);
    pad(out, second / 3600, 2).append(separator);
    pad(out, second / 60 % 60, 2).append(separator);
    return pad(out, second % 60, 2);
  }

  private static StringBuilder pad(StringBuilder out, int value, int digits) {
    int divisor = 1;
    for (int i = 1; i < digits; i++) {
      divisor *= 10;
    }
    for (; divisor > 0; divisor /= 10) {
      out.append((char) ('0' + value / divisor % 10));
    }
    return out;
  }
}
