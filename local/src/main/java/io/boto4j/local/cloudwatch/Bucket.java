package io.boto4j.local.cloudwatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The values of a metric in one period. */
final class Bucket {
  private double count;
  private double sum;
  private double minimum = Double.POSITIVE_INFINITY;
  private double maximum = Double.NEGATIVE_INFINITY;
  private @Nullable String unit;

  /** The count of each value, without values that came as statistics. */
  private final TreeMap<Double, Double> values = new TreeMap<>();

  private boolean hasStatistics;

  void add(double value, double times) {
    values.merge(value, times, Double::sum);
    addStatistics(times, value * times, value, value);
  }

  /** Adds values of which only the statistics are known. */
  void addSet(double itsCount, double itsSum, double itsMinimum, double itsMaximum) {
    hasStatistics = true;
    addStatistics(itsCount, itsSum, itsMinimum, itsMaximum);
  }

  private void addStatistics(double itsCount, double itsSum, double itsMinimum, double itsMaximum) {
    count += itsCount;
    sum += itsSum;
    minimum = Math.min(minimum, itsMinimum);
    maximum = Math.max(maximum, itsMaximum);
  }

  void unit(@Nullable String name) {
    if (unit == null) {
      unit = name;
    }
  }

  String unit() {
    return unit == null ? "None" : unit;
  }

  /**
   * Returns a statistic by its name, such as {@code Average} or {@code p99.9}; null without one.
   */
  @Nullable Double statistic(String name) {
    return switch (name) {
      case "SampleCount" -> count;
      case "Sum" -> sum;
      case "Average" -> count == 0 ? null : sum / count;
      case "Minimum" -> minimum;
      case "Maximum" -> maximum;
      default -> extended(Statistic.parse(name));
    };
  }

  private @Nullable Double extended(Statistic statistic) {
    if (hasStatistics || values.isEmpty()) {
      return null;
    }
    return switch (statistic.kind()) {
      case PERCENTILE -> percentile(statistic.upper());
      case TRIMMED_MEAN -> trimmed(statistic, /* winsorizes= */ false, "mean");
      case WINSORIZED_MEAN -> trimmed(statistic, /* winsorizes= */ true, "mean");
      case TRIMMED_COUNT -> trimmed(statistic, /* winsorizes= */ false, "count");
      case TRIMMED_SUM -> trimmed(statistic, /* winsorizes= */ false, "sum");
      case PERCENTILE_RANK -> rank(statistic);
    };
  }

  /** Interpolates between the two values around a rank. */
  private double percentile(double percent) {
    double rank = percent / 100 * (count - 1);
    double before = 0;
    double previous = values.firstKey();
    for (Map.Entry<Double, Double> entry : values.entrySet()) {
      double first = before;
      before += entry.getValue();
      if (rank < first) {
        return previous + (entry.getKey() - previous) * (rank - (first - 1));
      }
      if (rank <= before - 1) {
        return entry.getKey();
      }
      previous = entry.getKey();
    }
    return values.lastKey();
  }

  private double trimmed(Statistic statistic, boolean winsorizes, String result) {
    double low =
        statistic.absolute()
            ? statistic.lower()
            : statistic.lower() == 0 ? values.firstKey() : percentile(statistic.lower());
    double high = statistic.absolute() ? statistic.upper() : percentile(statistic.upper());
    double itsCount = 0;
    double itsSum = 0;
    for (Map.Entry<Double, Double> entry : values.entrySet()) {
      double value = entry.getKey();
      if (value >= low && value <= high) {
        itsCount += entry.getValue();
        itsSum += value * entry.getValue();
      } else if (winsorizes) {
        itsCount += entry.getValue();
        itsSum += (value < low ? low : high) * entry.getValue();
      }
    }
    return switch (result) {
      case "count" -> itsCount;
      case "sum" -> itsSum;
      default -> itsCount == 0 ? 0 : itsSum / itsCount;
    };
  }

  private double rank(Statistic statistic) {
    double inside = 0;
    for (Map.Entry<Double, Double> entry : values.entrySet()) {
      if (entry.getKey() >= statistic.lower() && entry.getKey() <= statistic.upper()) {
        inside += entry.getValue();
      }
    }
    return inside / count * 100;
  }

  /** The names of the plain statistics. */
  static List<String> plain() {
    return new ArrayList<>(List.of("SampleCount", "Average", "Sum", "Minimum", "Maximum"));
  }
}
