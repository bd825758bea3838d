package io.boto4j.error;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when the region, the endpoint URL and the parameters do not yield a valid endpoint. Cases
 * for which boto3 has its own class are subclasses.
 */
public class EndpointResolutionException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param message the problem and the value that caused it
   * @param cause the underlying failure, or null
   */
  public EndpointResolutionException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
