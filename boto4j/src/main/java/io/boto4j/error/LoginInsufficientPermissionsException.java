package io.boto4j.error;

import org.jspecify.annotations.Nullable;

/** Whoever signed in with {@code aws login} may not renew the session's credentials. */
public final class LoginInsufficientPermissionsException extends LoginException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param cause the refusal
   */
  public LoginInsufficientPermissionsException(@Nullable Throwable cause) {
    super(
        "Unable to create or refresh login credentials due to insufficient permissions. You may"
            + " be missing permission for the 'signin:CreateOAuth2Token' action.",
        cause);
  }
}
