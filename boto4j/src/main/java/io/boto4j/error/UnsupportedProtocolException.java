package io.boto4j.error;

/** The operation needs a wire protocol, or a part of one, that this version cannot speak. */
public final class UnsupportedProtocolException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception.
   *
   * @param message the service, the operation, and what is missing
   */
  public UnsupportedProtocolException(String message) {
    super(message);
  }
}
