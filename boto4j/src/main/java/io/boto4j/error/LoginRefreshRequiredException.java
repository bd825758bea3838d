package io.boto4j.error;

import org.jspecify.annotations.Nullable;

/** The session that {@code aws login} began is over: sign in again. */
public final class LoginRefreshRequiredException extends LoginException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param command the command that signs in again
   * @param cause the refusal
   */
  public LoginRefreshRequiredException(String command, @Nullable Throwable cause) {
    super(
        "Your session has expired or credentials have changed. Please reauthenticate using `"
            + command
            + "`",
        cause);
  }
}
