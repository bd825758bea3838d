package io.boto4j.dashboard.web;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Amounts and times as the pages show them. */
public final class Format {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.UK);
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM", Locale.UK);
  private static final DateTimeFormatter LONG_MONTH =
      DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM, HH:mm 'UTC'", Locale.UK).withZone(ZoneOffset.UTC);

  private Format() {}

  /**
   * Formats an amount in euros.
   *
   * @param amount the amount
   * @return a text such as {@code €1,250.00}, with a minus before a negative amount
   */
  public static String money(BigDecimal amount) {
    String digits =
        new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.UK))
            .format(amount.abs());
    return (amount.signum() < 0 ? "\u2212\u20ac" : "\u20ac") + digits;
  }

  /**
   * Formats a day.
   *
   * @param day the day
   * @return a text such as {@code 3 Nov}
   */
  public static String day(LocalDate day) {
    return DAY.format(day);
  }

  /**
   * Formats a month for a chart.
   *
   * @param month the month
   * @return a text such as {@code Nov}
   */
  public static String month(YearMonth month) {
    return MONTH.format(month);
  }

  /**
   * Formats a month for a sentence.
   *
   * @param month the month
   * @return a text such as {@code November 2026}
   */
  public static String longMonth(YearMonth month) {
    return LONG_MONTH.format(month);
  }

  /**
   * Formats a time in UTC.
   *
   * @param time the time
   * @return a text such as {@code 3 Nov, 20:00 UTC}
   */
  public static String time(Instant time) {
    return TIME.format(time);
  }
}
