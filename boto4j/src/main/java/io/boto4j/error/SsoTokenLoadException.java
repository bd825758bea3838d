package io.boto4j.error;

/** There is no token of this SSO session on disk, or none that can be used. */
public final class SsoTokenLoadException extends SsoException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param problem what is wrong and what to do, without the token
   */
  public SsoTokenLoadException(String problem) {
    super("Error loading SSO Token: " + problem, null);
  }
}
