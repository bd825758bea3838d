package io.boto4j.internal.client;

import io.boto4j.WaiterProgress;
import io.boto4j.internal.text.Printable;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The delay and limits of a waiter: those of the model, overridden by the user's.
 *
 * @param delay the delay between attempts
 * @param maxAttempts the number of attempts
 * @param deadline the time limit, or null if there is none
 * @param jitter whether delays are random, up to {@code delay}
 * @param listener receives the progress after each attempt, or null
 */
public record WaiterOptions(
    Duration delay,
    int maxAttempts,
    @Nullable Duration deadline,
    boolean jitter,
    @Nullable Consumer<? super WaiterProgress> listener) {
  /** boto3's parameter for these options. */
  public static final String PARAMETER = "WaiterConfig";

  private static final int MILLI = 3;

  /**
   * Creates options.
   *
   * @param delay the delay between attempts
   * @param maxAttempts the number of attempts
   * @param deadline the time limit, or null if there is none
   * @param jitter whether delays are random
   * @param listener receives the progress, or null
   * @throws IllegalArgumentException if a number or duration is out of range
   */
  public WaiterOptions {
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

  /**
   * Returns these options with another delay.
   *
   * @param pause the delay
   * @return new options
   */
  public WaiterOptions withDelay(Duration pause) {
    return new WaiterOptions(pause, maxAttempts, deadline, jitter, listener);
  }

  /**
   * Returns these options with another number of attempts.
   *
   * @param count the number of attempts
   * @return new options
   */
  public WaiterOptions withMaxAttempts(int count) {
    return new WaiterOptions(delay, count, deadline, jitter, listener);
  }

  /**
   * Returns these options with a time limit.
   *
   * @param time the time limit
   * @return new options
   */
  public WaiterOptions withDeadline(Duration time) {
    return new WaiterOptions(delay, maxAttempts, time, jitter, listener);
  }

  /**
   * Returns these options with random delays.
   *
   * @return new options
   */
  public WaiterOptions withJitter() {
    return new WaiterOptions(delay, maxAttempts, deadline, true, listener);
  }

  /**
   * Returns these options with a listener.
   *
   * @param observer receives the progress
   * @return new options
   */
  public WaiterOptions withListener(Consumer<? super WaiterProgress> observer) {
    return new WaiterOptions(delay, maxAttempts, deadline, jitter, observer);
  }

  /**
   * Returns these options, overridden by those in the value of boto3's parameter.
   *
   * @param config a map with {@code Delay} in seconds and {@code MaxAttempts}
   * @return new options
   * @throws IllegalArgumentException if it is not a map, or contains other keys or invalid values
   */
  public WaiterOptions with(Object config) {
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
