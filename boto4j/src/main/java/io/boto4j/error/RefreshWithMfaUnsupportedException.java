package io.boto4j.error;

/**
 * Thrown when the credentials of a role that requires an MFA code have expired: botocore's {@code
 * RefreshWithMFAUnsupportedError}. The code is requested once per session: create a new session to
 * enter another.
 */
public final class RefreshWithMfaUnsupportedException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param detail the text that follows botocore's, starting with a space; may be empty
   */
  public RefreshWithMfaUnsupportedException(String detail) {
    super("Cannot refresh credentials: MFA token required." + detail);
  }
}
