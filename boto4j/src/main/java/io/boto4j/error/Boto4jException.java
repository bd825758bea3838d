package io.boto4j.error;

import org.jspecify.annotations.Nullable;

/**
 * The root of everything boto4j throws on its own account.
 *
 * <p>Unchecked, as boto3's errors are. Wrong use of the API (a null argument, a closed client) is
 * an {@link IllegalArgumentException} or {@link IllegalStateException} instead.
 */
public class Boto4jException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception with a message.
   *
   * @param message what failed, where, what was seen, what to do
   */
  public Boto4jException(String message) {
    super(message);
  }

  /**
   * Makes an exception with a message and the failure beneath it.
   *
   * @param message what failed, where, what was seen, what to do
   * @param cause the failure beneath, or null
   */
  public Boto4jException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
