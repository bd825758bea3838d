package io.boto4j.error;

/**
 * Thrown when an EventBridge endpoint id is invalid or incompatible with the client's options:
 * boto3's {@code InvalidEndpointConfigurationError}.
 */
public final class InvalidEndpointConfigurationException extends EndpointResolutionException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception with botocore's text.
   *
   * @param what the error text of the endpoint rules
   */
  public InvalidEndpointConfigurationException(String what) {
    super("Invalid endpoint configuration: " + what, null);
  }
}
