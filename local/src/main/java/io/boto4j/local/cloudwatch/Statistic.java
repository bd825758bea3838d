package io.boto4j.local.cloudwatch;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An extended statistic, such as {@code p99} or {@code TM(10%:90%)}.
 *
 * @param kind what is computed
 * @param lower the lower bound, in percent or absolute
 * @param upper the upper bound
 * @param absolute whether the bounds are values
 */
record Statistic(Kind kind, double lower, double upper, boolean absolute) {
  enum Kind {
    PERCENTILE,
    TRIMMED_MEAN,
    WINSORIZED_MEAN,
    TRIMMED_COUNT,
    TRIMMED_SUM,
    PERCENTILE_RANK
  }

  private static final Pattern SHORT =
      Pattern.compile("(p|tm|wm|tc|ts)(\\d{1,3}(?:\\.\\d{1,10})?)");
  private static final Pattern RANGE =
      Pattern.compile("(TM|WM|TC|TS|PR)\\(([-\\d.]*)(%?):([-\\d.]*)(%?)\\)");

  /** Reads a statistic. */
  static Statistic parse(String name) {
    Matcher simple = SHORT.matcher(name);
    if (simple.matches()) {
      double percent = Double.parseDouble(simple.group(2));
      if (percent <= 100) {
        return new Statistic(kind(String.valueOf(simple.group(1))), 0, percent, false);
      }
    }
    Matcher range = RANGE.matcher(name);
    if (name.equals("IQM")) {
      return new Statistic(Kind.TRIMMED_MEAN, 25, 75, false);
    }
    if (range.matches()) {
      boolean percent = !range.group(3).isEmpty() || !range.group(5).isEmpty();
      Kind kind = kind(String.valueOf(range.group(1)));
      double lower = number(String.valueOf(range.group(2)), percent ? 0 : -Double.MAX_VALUE);
      double upper = number(String.valueOf(range.group(4)), percent ? 100 : Double.MAX_VALUE);
      return new Statistic(kind, lower, upper, !percent);
    }
    throw CloudWatchErrors.invalid(
        "The value " + name + " for parameter ExtendedStatistic is not supported.");
  }

  private static double number(String text, double otherwise) {
    return text.isEmpty() ? otherwise : Double.parseDouble(text);
  }

  private static Kind kind(String name) {
    return switch (name) {
      case "tm", "TM" -> Kind.TRIMMED_MEAN;
      case "wm", "WM" -> Kind.WINSORIZED_MEAN;
      case "tc", "TC" -> Kind.TRIMMED_COUNT;
      case "ts", "TS" -> Kind.TRIMMED_SUM;
      case "PR" -> Kind.PERCENTILE_RANK;
      default -> Kind.PERCENTILE;
    };
  }
}
