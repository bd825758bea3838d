package io.boto4j.error;

/** Thrown when a service has no resources; boto3's {@code ResourceNotExistsError}. */
public final class UnknownResourceException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param message the message, which begins with boto3's {@code The 'X' resource does not exist.}
   */
  public UnknownResourceException(String message) {
    super(message);
  }
}
