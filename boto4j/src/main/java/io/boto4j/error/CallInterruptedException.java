package io.boto4j.error;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when the calling thread is interrupted while it waits for a server or for the next
 * attempt.
 *
 * <p>The thread's interrupt flag is restored first. Whether the server acted on a request in
 * progress is unknown.
 */
public final class CallInterruptedException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message the activity that was interrupted
   * @param cause the underlying failure, or null
   */
  public CallInterruptedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
