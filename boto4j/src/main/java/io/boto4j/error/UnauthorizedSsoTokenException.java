package io.boto4j.error;

import org.jspecify.annotations.Nullable;

/** Thrown when the token of an SSO session has expired or is rejected. */
public final class UnauthorizedSsoTokenException extends SsoException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param command the command that signs in again
   * @param cause the error response of the service, or null if no request was sent
   */
  public UnauthorizedSsoTokenException(String command, @Nullable Throwable cause) {
    super(
        "The SSO session associated with this profile has expired or is otherwise invalid."
            + " To refresh this SSO session run `"
            + command
            + "`",
        cause);
  }
}
