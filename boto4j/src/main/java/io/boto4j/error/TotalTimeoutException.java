package io.boto4j.error;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when no response arrives within a call's total timeout, which covers all attempts and the
 * delays between them.
 *
 * <p>If an attempt fails earlier but leaves no time for another, its own exception is thrown
 * instead. Whether the service acted on a request in progress is unknown; {@link #attempts()} lists
 * the attempts.
 */
public final class TotalTimeoutException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param operation the operation, such as {@code GetItem}
   * @param timeoutMillis the total timeout in milliseconds
   * @param attempts the number of attempts made
   * @param cause the failure of the last attempt, or null
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
