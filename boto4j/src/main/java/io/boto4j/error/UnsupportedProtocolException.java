package io.boto4j.error;

/**
 * Thrown when an operation requires a wire protocol, or a part of one, that boto4j does not
 * support.
 */
public final class UnsupportedProtocolException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param message the service, the operation and the missing protocol
   */
  public UnsupportedProtocolException(String message) {
    super(message);
  }
}
