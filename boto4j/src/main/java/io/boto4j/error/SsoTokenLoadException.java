package io.boto4j.error;

/** Thrown when the token file of an SSO session is missing or invalid. */
public final class SsoTokenLoadException extends SsoException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param problem the problem and its remedy, without the token
   */
  public SsoTokenLoadException(String problem) {
    super("Error loading SSO Token: " + problem, null);
  }
}
