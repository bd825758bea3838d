package io.boto4j.error;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when a session started by {@code aws login} yields no credentials: botocore's {@code
 * LoginError}.
 *
 * <p>An instance of this class itself means that the sign-in service refused for an unknown reason.
 */
public sealed class LoginException extends Boto4jException
    permits LoginInsufficientPermissionsException,
        LoginRefreshRequiredException,
        LoginTokenLoadException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message the problem and its remedy, without any key or token
   * @param cause the underlying failure, or null
   */
  public LoginException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
