package io.boto4j.error;

import org.jspecify.annotations.Nullable;

/**
 * No valid host to call follows from region, endpoint URL and parameters. What boto3 has classes of
 * its own for is a subclass.
 */
public class EndpointResolutionException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception.
   *
   * @param message what was wrong, with what value
   * @param cause the failure beneath, or null
   */
  public EndpointResolutionException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
