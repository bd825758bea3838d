package io.boto4j.error;

/**
 * An operation's pages cannot be walked through, or no further: boto3's {@code PaginationError}.
 *
 * <p>Also thrown for a starting token that is none of this operation's.
 */
public final class PaginationException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception.
   *
   * @param message what is wrong
   */
  public PaginationException(String message) {
    super(message);
  }
}
