package io.boto4j.error;

import org.jspecify.annotations.Nullable;

/** Thrown when a session started by {@code aws login} has ended: the user must sign in again. */
public final class LoginRefreshRequiredException extends LoginException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param command the command that signs in again
   * @param cause the error response of the sign-in service
   */
  public LoginRefreshRequiredException(String command, @Nullable Throwable cause) {
    super(
        "Your session has expired or credentials have changed. Please reauthenticate using `"
            + command
            + "`",
        cause);
  }
}
