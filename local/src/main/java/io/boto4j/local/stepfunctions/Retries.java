package io.boto4j.local.stepfunctions;

import io.boto4j.local.stepfunctions.asl.Failure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The retriers of a state, each with its count. */
final class Retries {
  private final List<Map<?, ?>> rules = new ArrayList<>();
  private final int[] counts;

  Retries(Map<String, Object> state) {
    if (state.get("Retry") instanceof List<?> given) {
      for (Object each : given) {
        if (each instanceof Map<?, ?> rule) {
          rules.add(rule);
        }
      }
    }
    counts = new int[rules.size()];
  }

  /** How often the state was retried. */
  int count() {
    int sum = 0;
    for (int count : counts) {
      sum += count;
    }
    return sum;
  }

  private static double number(Map<?, ?> rule, String member, double usual) {
    return rule.get(member) instanceof Number number ? number.doubleValue() : usual;
  }

  /** The delay after which an attempt follows an error, or null if none does. */
  @Nullable Duration next(Failure failure) {
    for (int i = 0; i < counts.length; i++) {
      Map<?, ?> rule = rules.get(i);
      if (!failure.matches(StateRun.names(rule))) {
        continue;
      }
      if (counts[i] >= number(rule, "MaxAttempts", 3)) {
        return null;
      }
      double seconds =
          number(rule, "IntervalSeconds", 1) * Math.pow(number(rule, "BackoffRate", 2), counts[i]);
      counts[i]++;
      double most = number(rule, "MaxDelaySeconds", Double.MAX_VALUE);
      return Duration.ofMillis((long) (Math.min(Math.min(seconds, most), 1e9) * 1000));
    }
    return null;
  }
}
