package io.boto4j.error;

/**
 * No provider has credentials: boto3's {@code NoCredentialsError}.
 *
 * <p>Thrown when a request is signed, not when a client is made. The message begins with botocore's
 * text and then lists, one line a provider, why each had none.
 */
public final class NoCredentialsException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param detail what follows botocore's text, from the punctuation on; may be empty
   */
  public NoCredentialsException(String detail) {
    super("Unable to locate credentials" + detail);
  }
}
