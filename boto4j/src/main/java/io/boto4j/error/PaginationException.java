package io.boto4j.error;

/**
 * Thrown when pagination cannot start or continue: boto3's {@code PaginationError}.
 *
 * <p>An invalid starting token is one such case.
 */
public final class PaginationException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param message the problem
   */
  public PaginationException(String message) {
    super(message);
  }
}
