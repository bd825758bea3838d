package io.boto4j.error;

/**
 * Thrown when no credentials provider has credentials: boto3's {@code NoCredentialsError}.
 *
 * <p>It is thrown when a request is signed, not when a client is created. The message begins with
 * botocore's text, then lists the reason of each provider on a line of its own.
 */
public final class NoCredentialsException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param detail the text that follows botocore's, starting with its punctuation; may be empty
   */
  public NoCredentialsException(String detail) {
    super("Unable to locate credentials" + detail);
  }
}
