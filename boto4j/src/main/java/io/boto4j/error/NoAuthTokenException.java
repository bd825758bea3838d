package io.boto4j.error;

/** A service wants a bearer token and there is none: boto3's {@code NoAuthTokenError}. */
public final class NoAuthTokenException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param detail what follows botocore's text, from the punctuation on; may be empty
   */
  public NoAuthTokenException(String detail) {
    super("Unable to locate authorization token" + detail);
  }
}
