package io.boto4j.error;

import org.jspecify.annotations.Nullable;

/** The session that {@code aws login} began is not on disk, or not as it should be. */
public final class LoginTokenLoadException extends LoginException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param problem what is wrong and what to do, without key or token
   * @param cause the failure beneath, or null
   */
  public LoginTokenLoadException(String problem, @Nullable Throwable cause) {
    super("Error loading login session token: " + problem, cause);
  }
}
