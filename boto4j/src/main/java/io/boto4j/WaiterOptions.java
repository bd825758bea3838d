package io.boto4j;

import io.boto4j.internal.text.Printable;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The delay and limits of a waiter: those of the model, overridden by the user's. */
record WaiterOptions(
    Duration delay,
    int maxAttempts,
    @Nullable Duration deadline,
    boolean jitter,
    @Nullable Consumer<? super WaiterProgress> listener) {
  /** boto3's parameter for these options. */
  static final String PARAMETER = "WaiterConfig";

  private static final int MILLI = 3;

  WaiterOptions {
    if (delay.isNegative()) {
      throw new IllegalArgumentException("The delay is " + delay + ", and must not be negative");
    }
    if (maxAttempts < 1) {
      throw new IllegalArgumentException(
          "The maximum number of attempts is " + maxAttempts + ", and must be at least 1");
    }
    if (deadline != null && (deadline.isNegative() || deadline.isZero())) {
      throw new IllegalArgumentException("The deadline is " + deadline + ", and must be positive");
    }
  }

  WaiterOptions withDelay(Duration pause) {
    return new WaiterOptions(pause, maxAttempts, deadline, jitter, listener);
  }

  WaiterOptions withMaxAttempts(int count) {
    return new WaiterOptions(delay, count, deadline, jitter, listener);
  }

  WaiterOptions withDeadline(Duration time) {
    return new WaiterOptions(delay, maxAttempts, time, jitter, listener);
  }

  WaiterOptions withJitter() {
    return new WaiterOptions(delay, maxAttempts, deadline, true, listener);
  }

  WaiterOptions withListener(Consumer<? super WaiterProgress> told) {
    return new WaiterOptions(delay, maxAttempts, deadline, jitter, told);
  }

  /** These options, overridden by those in the value of boto3's parameter. */
  WaiterOptions with(Object config) {
    if (!(config instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException(PARAMETER + " is not a map");
    }
    WaiterOptions options = this;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      String name = String.valueOf(entry.getKey());
      BigDecimal value = number(name, entry.getValue());
      if (name.equals("Delay")) {
        options = options.withDelay(Duration.ofMillis(value.movePointRight(MILLI).longValue()));
      } else if (name.equals("MaxAttempts")) {
        options = options.withMaxAttempts(value.intValue());
      } else {
        throw new IllegalArgumentException(
            PARAMETER + " has no '" + Printable.of(name) + "', only Delay and MaxAttempts");
      }
    }
    return options;
  }

  private static BigDecimal number(String name, @Nullable Object value) {
    try {
      return new BigDecimal(String.valueOf(value));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          Printable.of(name)
              + " is "
              + Printable.of(String.valueOf(value))
              + ", which is not a number",
          e);
    }
  }
}
