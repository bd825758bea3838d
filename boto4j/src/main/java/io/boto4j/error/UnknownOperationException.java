package io.boto4j.error;

/** Thrown when a service has no operation of the given name; the message lists similar names. */
public final class UnknownOperationException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param message the service, the name and similar names
   */
  public UnknownOperationException(String message) {
    super(message);
  }
}
