package io.boto4j.local.events;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A schedule expression: {@code rate(5 minutes)} or {@code cron(0 12 * * ? *)}. */
interface Schedule {
  Pattern RATE = Pattern.compile("rate\\(\\s*([0-9]{1,9}) (minute|hour|day)(s?)\\s*\\)");
  Pattern CRON = Pattern.compile("cron\\((.*)\\)");

  /**
   * Returns the next time.
   *
   * @param begun when the rule was put or enabled
   * @param after the last time, or {@code begun}
   * @return the first time later than {@code after}, or null if there is none
   */
  @Nullable Instant next(Instant begun, Instant after);

  /** Reads an expression; null if it is not valid. */
  static @Nullable Schedule parse(String expression) {
    Matcher rate = RATE.matcher(expression);
    if (rate.matches()) {
      long count = Long.parseLong(rate.group(1));
      // One is singular, all others are plural.
      if (count == 0 || (count == 1) != rate.group(3).isEmpty()) {
        return null;
      }
      Duration unit =
          switch (rate.group(2)) {
            case "minute" -> Duration.ofMinutes(1);
            case "hour" -> Duration.ofHours(1);
            default -> Duration.ofDays(1);
          };
      long seconds = unit.multipliedBy(count).toSeconds();
      return (begun, after) -> {
        long passed = Math.max(0, Duration.between(begun, after).toSeconds());
        return begun.plusSeconds((passed / seconds + 1) * seconds);
      };
    }
    Matcher cron = CRON.matcher(expression);
    return cron.matches() ? CronSchedule.parse(cron.group(1)) : null;
  }
}
