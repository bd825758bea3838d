package io.boto4j.error;

/** No model is known for the service that was named; the message lists near names. */
public final class UnknownServiceException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception.
   *
   * @param message begins with boto3's {@code Unknown service: 'X'.}
   */
  public UnknownServiceException(String message) {
    super(message);
  }
}
