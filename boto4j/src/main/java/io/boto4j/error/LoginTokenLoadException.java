package io.boto4j.error;

import org.jspecify.annotations.Nullable;

/** Thrown when the file of a session started by {@code aws login} is missing or invalid. */
public final class LoginTokenLoadException extends LoginException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param problem the problem and its remedy, without any key or token
   * @param cause the underlying failure, or null
   */
  public LoginTokenLoadException(String problem, @Nullable Throwable cause) {
    super("Error loading login session token: " + problem, cause);
  }
}
