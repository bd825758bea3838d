package io.boto4j;

import java.time.Duration;
import java.util.Objects;

/**
 * Where a waiter stands: the answer was not yet the one it waits for, and it will ask again.
 *
 * @param waiter the waiter, as {@code TableExists}
 * @param attempt how many questions were asked, from 1 on
 * @param maxAttempts how many there are at most
 * @param response the last answer, or where the service answered with an error, that error's
 *     response
 * @param pause how long it is until the next question
 */
public record WaiterProgress(
    String waiter, int attempt, int maxAttempts, Structure response, Duration pause) {
  /**
   * Makes a report.
   *
   * @param waiter the waiter
   * @param attempt how many questions were asked
   * @param maxAttempts how many there are at most
   * @param response the last answer
   * @param pause how long it is until the next
   */
  public WaiterProgress {
    Objects.requireNonNull(waiter, "waiter");
    Objects.requireNonNull(response, "response");
    Objects.requireNonNull(pause, "pause");
  }
}
