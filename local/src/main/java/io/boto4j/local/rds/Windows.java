package io.boto4j.local.rds;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules for the weekly maintenance window and the daily backup window. */
final class Windows {
  /** The maintenance window of whoever names none. */
  static final String MAINTENANCE = "wed:06:38-wed:07:08";

  /** The backup window of whoever names none. */
  static final String BACKUP = "13:14-13:44";

  private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
  private static final Pattern WEEKLY =
      Pattern.compile("([a-z]{3}):(\\d\\d):(\\d\\d)-([a-z]{3}):(\\d\\d):(\\d\\d)");
  private static final Pattern DAILY = Pattern.compile("(\\d\\d):(\\d\\d)-(\\d\\d):(\\d\\d)");
  private static final int DAY = 24 * 60;
  private static final int WEEK = 7 * DAY;
  private static final int LEAST = 30;

  private Windows() {}

  /** Returns a maintenance window in lower case. */
  static String maintenance(@Nullable String window) {
    return window == null ? MAINTENANCE : window.toLowerCase(Locale.ROOT);
  }

  /** Checks a maintenance window in lower case against the rules and a backup window. */
  static void check(String maintenance, @Nullable String backup) {
    Matcher weekly = WEEKLY.matcher(maintenance);
    if (!weekly.matches()) {
      throw RdsErrors.invalid(
          "Invalid maintenance window format: "
              + maintenance
              + ". Should be specified as a range ddd:hh24:mi-ddd:hh24:mi (24H Clock UTC). Example:"
              + " Sun:23:45-Mon:00:15");
    }
    int from = minute(weekly, 1, maintenance);
    int length = Math.floorMod(minute(weekly, 4, maintenance) - from, WEEK);
    if (length > DAY) {
      throw RdsErrors.invalid("Maintenance window must be less than 24 hours.");
    }
    if (length < LEAST) {
      throw RdsErrors.invalid("The maintenance window must be at least 30 minutes.");
    }
    if (backup != null && overlaps(from, length, backup)) {
      throw RdsErrors.invalid("The backup window and maintenance window must not overlap.");
    }
  }

  private static int minute(Matcher weekly, int group, String window) {
    int day = DAYS.indexOf(weekly.group(group));
    int hour = Integer.parseInt(weekly.group(group + 1));
    int minute = Integer.parseInt(weekly.group(group + 2));
    if (day < 0 || hour > 23 || minute > 59) {
      throw RdsErrors.invalid("Invalid day:hour:minute value: " + window);
    }
    return (day * 24 + hour) * 60 + minute;
  }

  private static boolean overlaps(int from, int length, String backup) {
    Matcher daily = DAILY.matcher(backup);
    if (!daily.matches()) {
      throw RdsErrors.invalid(
          "Invalid backup window format: "
              + backup
              + ". Should be specified as a range hh24:mi-hh24:mi (24H Clock UTC). Example:"
              + " 23:00-01:00");
    }
    int start = Integer.parseInt(daily.group(1)) * 60 + Integer.parseInt(daily.group(2));
    int end = Integer.parseInt(daily.group(3)) * 60 + Integer.parseInt(daily.group(4));
    int duration = Math.floorMod(end - start, DAY);
    for (int day = 0; day < 7; day++) {
      int begins = Math.floorMod(day * DAY + start - from, WEEK);
      if (begins < length || begins + duration > WEEK) {
        return true;
      }
    }
    return false;
  }
}
