package io.boto4j.error;

import org.jspecify.annotations.Nullable;

/**
 * A service's answer is not what its model says: not JSON, cut short, a text where a number
 * belongs.
 *
 * <p>The operation may well have been carried out.
 */
public final class ResponseParseException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception.
   *
   * @param message the operation, the place in the answer, what was expected and seen
   * @param cause the failure beneath, or null
   */
  public ResponseParseException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
