package io.boto4j.error;

import org.jspecify.annotations.Nullable;

/**
 * A call's total timeout was over before an answer had come: the time for all attempts and the
 * delays between them.
 *
 * <p>Where an attempt fails in time, and only leaves none for another, its own error is thrown.
 * Whether the service acted on a request under way is not known; {@link #attempts()} tells what was
 * tried.
 */
public final class TotalTimeoutException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param operation the operation, as {@code GetItem}
   * @param timeoutMillis the total timeout
   * @param attempts how many attempts were made
   * @param cause what the last of them failed with, or null
   */
  public TotalTimeoutException(
      String operation, long timeoutMillis, int attempts, @Nullable Throwable cause) {
    super(
        "Total timeout of "
            + timeoutMillis
            + " ms when calling the "
            + operation
            + " operation, in attempt "
            + attempts
            + (cause == null ? "" : ": " + cause.getMessage()),
        cause);
  }
}
