package io.boto4j.error;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when the response of a service does not match its model: it is not JSON, it is truncated,
 * or it holds a string instead of a number.
 *
 * <p>The operation may have been carried out.
 */
public final class ResponseParseException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param message the operation, the position in the response, what was expected and what was
   *     found
   * @param cause the underlying failure, or null
   */
  public ResponseParseException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
