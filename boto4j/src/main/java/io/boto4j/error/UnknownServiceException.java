package io.boto4j.error;

/** Thrown when there is no model of the named service; the message lists similar names. */
public final class UnknownServiceException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param message the message, which begins with boto3's {@code Unknown service: 'X'.}
   */
  public UnknownServiceException(String message) {
    super(message);
  }
}
