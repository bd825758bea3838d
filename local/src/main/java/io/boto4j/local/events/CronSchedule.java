package io.boto4j.local.events;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A cron expression of EventBridge: minutes, hours, day of month, month, day of week, year, in UTC.
 * The fields have {@code , - * /}; days also {@code ? L W #}.
 */
final class CronSchedule implements Schedule {
  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 2199;
  private static final List<String> MONTHS =
      List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
  private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

  private final BitSet minutes;
  private final BitSet hours;
  private final BitSet months;
  private final BitSet years;
  private final String dayOfMonth;
  private final String dayOfWeek;
  private final BitSet daysOfMonth;
  private final BitSet daysOfWeek;

  private CronSchedule(String[] fields) {
    this.minutes = set(fields[0], 0, 59, 0, List.of());
    this.hours = set(fields[1], 0, 23, 0, List.of());
    this.months = set(fields[3], 1, 12, 1, MONTHS);
    this.years = set(fields[5], FIRST_YEAR, LAST_YEAR, 0, List.of());
    this.dayOfMonth = fields[2].toUpperCase(Locale.ROOT);
    this.dayOfWeek = fields[4].toUpperCase(Locale.ROOT);
    if (dayOfMonth.equals("?") == dayOfWeek.equals("?")) {
      throw new IllegalArgumentException("One of the days must be ?, and not both");
    }
    this.daysOfMonth =
        dayOfMonth.matches("\\?|L|LW|[0-9]{1,2}W")
            ? new BitSet()
            : set(dayOfMonth, 1, 31, 0, List.of());
    this.daysOfWeek =
        dayOfWeek.matches("\\?|L|[A-Z0-9]{1,3}L|[A-Z0-9]{1,3}#[1-5]")
            ? new BitSet()
            : set(dayOfWeek, 1, 7, 1, DAYS);
    checkSpecialDays();
  }

  private void checkSpecialDays() {
    if (dayOfMonth.matches("[0-9]{1,2}W")) {
      number(dayOfMonth.substring(0, dayOfMonth.length() - 1), 1, 31, 0, List.of());
    }
    if (dayOfWeek.matches("[A-Z0-9]{1,3}(L|#[1-5])")) {
      number(dayOfWeek.replaceAll("(L|#[1-5])$", ""), 1, 7, 1, DAYS);
    }
  }

  static @Nullable CronSchedule parse(String expression) {
    String[] fields = expression.strip().split("\\s+");
    if (fields.length != 6) {
      return null;
    }
    try {
      return new CronSchedule(fields);
    } catch (IllegalArgumentException e) {
      return null; // not a cron expression
    }
  }

  private static BitSet set(String field, int least, int greatest, int base, List<String> names) {
    BitSet set = new BitSet();
    for (String part : field.split(",", -1)) {
      int slash = part.indexOf('/');
      int step = slash < 0 ? 1 : Integer.parseInt(part.substring(slash + 1));
      String range = slash < 0 ? part : part.substring(0, slash);
      if (step < 1) {
        throw new IllegalArgumentException("A step is at least 1");
      }
      int dash = range.indexOf('-');
      int from;
      int to;
      if (range.equals("*")) {
        from = least;
        to = greatest;
      } else if (dash > 0) {
        from = number(range.substring(0, dash), least, greatest, base, names);
        to = number(range.substring(dash + 1), least, greatest, base, names);
      } else {
        from = number(range, least, greatest, base, names);
        to = slash < 0 ? from : greatest;
      }
      // A range may pass the end, such as FRI-MON.
      int count = to >= from ? to - from : to - from + (greatest - least + 1);
      for (int i = 0; i <= count; i += step) {
        set.set((from - least + i) % (greatest - least + 1) + least);
      }
    }
    return set;
  }

  private static int number(String text, int least, int greatest, int base, List<String> names) {
    int named = names.indexOf(text.toUpperCase(Locale.ROOT));
    int number = named >= 0 ? named + base : Integer.parseInt(text);
    if (number < least || number > greatest) {
      throw new IllegalArgumentException(text + " is out of range");
    }
    return number;
  }

  @Override
  public @Nullable Instant next(Instant begun, Instant after) {
    LocalDateTime start = LocalDateTime.ofInstant(after, ZoneOffset.UTC);
    LocalDate date = start.toLocalDate();
    int minuteOfDay = start.getHour() * 60 + start.getMinute() + 1;
    while (date.getYear() <= LAST_YEAR) {
      if (!years.get(date.getYear())) {
        date = LocalDate.of(date.getYear() + 1, 1, 1);
        minuteOfDay = 0;
        continue;
      }
      if (!months.get(date.getMonthValue())) {
        date = date.withDayOfMonth(1).plusMonths(1);
        minuteOfDay = 0;
        continue;
      }
      if (isDay(date)) {
        for (int minute = minuteOfDay; minute < 24 * 60; minute++) {
          if (hours.get(minute / 60) && minutes.get(minute % 60)) {
            return date.atTime(LocalTime.of(minute / 60, minute % 60)).toInstant(ZoneOffset.UTC);
          }
        }
      }
      date = date.plusDays(1);
      minuteOfDay = 0;
    }
    return null;
  }

  private boolean isDay(LocalDate date) {
    return dayOfWeek.equals("?") ? isDayOfMonth(date) : isDayOfWeek(date);
  }

  private boolean isDayOfMonth(LocalDate date) {
    int last = date.lengthOfMonth();
    if (dayOfMonth.equals("L")) {
      return date.getDayOfMonth() == last;
    }
    if (dayOfMonth.equals("LW")) {
      return date.equals(weekday(date, last));
    }
    if (dayOfMonth.endsWith("W")) {
      int day = Integer.parseInt(dayOfMonth.substring(0, dayOfMonth.length() - 1));
      return day <= last && date.equals(weekday(date, day));
    }
    return daysOfMonth.get(date.getDayOfMonth());
  }

  /** The weekday nearest to a day, in the same month. */
  private static LocalDate weekday(LocalDate date, int day) {
    LocalDate wanted = YearMonth.from(date).atDay(day);
    if (wanted.getDayOfWeek() == DayOfWeek.SATURDAY) {
      return day == 1 ? wanted.plusDays(2) : wanted.minusDays(1);
    }
    if (wanted.getDayOfWeek() == DayOfWeek.SUNDAY) {
      return day == wanted.lengthOfMonth() ? wanted.minusDays(2) : wanted.plusDays(1);
    }
    return wanted;
  }

  private boolean isDayOfWeek(LocalDate date) {
    int day = date.getDayOfWeek().getValue() % 7 + 1; // Sunday is 1
    if (dayOfWeek.equals("L")) {
      return day == 7;
    }
    int number = dayOfWeek.indexOf('#');
    if (number > 0) {
      int wanted = number(dayOfWeek.substring(0, number), 1, 7, 1, DAYS);
      int nth = dayOfWeek.charAt(number + 1) - '0';
      return day == wanted && (date.getDayOfMonth() - 1) / 7 + 1 == nth;
    }
    if (dayOfWeek.endsWith("L") && daysOfWeek.isEmpty()) {
      int wanted = number(dayOfWeek.substring(0, dayOfWeek.length() - 1), 1, 7, 1, DAYS);
      return day == wanted && date.getDayOfMonth() + 7 > date.lengthOfMonth();
    }
    return daysOfWeek.get(day);
  }
}
