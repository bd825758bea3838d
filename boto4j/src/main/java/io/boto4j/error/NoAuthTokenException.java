package io.boto4j.error;

/**
 * Thrown when a service requires a bearer token and none is found: boto3's {@code
 * NoAuthTokenError}.
 */
public final class NoAuthTokenException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param detail the text that follows botocore's, starting with its punctuation; may be empty
   */
  public NoAuthTokenException(String detail) {
    super("Unable to locate authorization token" + detail);
  }
}
