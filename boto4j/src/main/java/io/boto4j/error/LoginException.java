package io.boto4j.error;

import org.jspecify.annotations.Nullable;

/**
 * A session that {@code aws login} began gives no credentials: botocore's {@code LoginError}.
 *
 * <p>Of this very class where the sign-in service refuses for a reason that is not known.
 */
public sealed class LoginException extends Boto4jException
    permits LoginInsufficientPermissionsException,
        LoginRefreshRequiredException,
        LoginTokenLoadException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param message what failed and what to do, without key or token
   * @param cause the failure beneath, or null
   */
  public LoginException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
