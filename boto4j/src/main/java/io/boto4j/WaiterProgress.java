package io.boto4j;

import java.time.Duration;
import java.util.Objects;

/**
 * A report on a waiter whose last poll has not shown the expected state, and which polls again.
 * Immutable. See {@link Waiter#onProgress}.
 *
 * @param waiter the waiter's name, such as {@code TableExists}
 * @param attempt the number of polls so far, from 1
 * @param maxAttempts the maximum number of polls
 * @param response the last response; if the service returned an error, the error's response
 * @param pause the delay before the next poll
 */
public record WaiterProgress(
    String waiter, int attempt, int maxAttempts, Structure response, Duration pause) {
  /**
   * Creates a report.
   *
   * @param waiter the waiter's name
   * @param attempt the number of polls so far, from 1
   * @param maxAttempts the maximum number of polls
   * @param response the last response
   * @param pause the delay before the next poll
   */
  public WaiterProgress {
    Objects.requireNonNull(waiter, "waiter");
    Objects.requireNonNull(response, "response");
    Objects.requireNonNull(pause, "pause");
  }
}
