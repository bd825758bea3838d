package io.boto4j.error;

import org.jspecify.annotations.Nullable;

/**
 * The thread was interrupted while it waited for a server or for its next attempt.
 *
 * <p>The thread's interrupt flag is set again when this is thrown. Whether the server acted on a
 * request under way is not known.
 */
public final class CallInterruptedException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param message what was interrupted
   * @param cause the failure beneath, or null
   */
  public CallInterruptedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
