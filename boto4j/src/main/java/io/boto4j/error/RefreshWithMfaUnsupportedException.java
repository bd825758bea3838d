package io.boto4j.error;

/**
 * The credentials of a role that wants an MFA code have expired: botocore's {@code
 * RefreshWithMFAUnsupportedError}. A code is asked for once a session: make a new one.
 */
public final class RefreshWithMfaUnsupportedException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param detail what follows botocore's text, from the blank on; may be empty
   */
  public RefreshWithMfaUnsupportedException(String detail) {
    super("Cannot refresh credentials: MFA token required." + detail);
  }
}
