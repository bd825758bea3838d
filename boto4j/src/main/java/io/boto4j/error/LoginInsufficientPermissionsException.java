package io.boto4j.error;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when the user who signed in with {@code aws login} lacks the permission to renew the
 * session's credentials.
 */
public final class LoginInsufficientPermissionsException extends LoginException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param cause the error response of the sign-in service
   */
  public LoginInsufficientPermissionsException(@Nullable Throwable cause) {
    super(
        "Unable to create or refresh login credentials due to insufficient permissions. You may"
            + " be missing permission for the 'signin:CreateOAuth2Token' action.",
        cause);
  }
}
