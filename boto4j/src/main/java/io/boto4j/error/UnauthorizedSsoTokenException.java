package io.boto4j.error;

import org.jspecify.annotations.Nullable;

/** The token of an SSO session has expired, or is refused. */
public final class UnauthorizedSsoTokenException extends SsoException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param command the command that signs in again
   * @param cause the refusal, or null if nobody was asked
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
