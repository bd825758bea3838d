package io.boto4j.error;

/** The service has no operation of that name; the message lists near names. */
public final class UnknownOperationException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception.
   *
   * @param message the service, the name, and near names
   */
  public UnknownOperationException(String message) {
    super(message);
  }
}
