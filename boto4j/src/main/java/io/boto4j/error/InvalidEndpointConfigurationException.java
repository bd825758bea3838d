package io.boto4j.error;

/**
 * An endpoint id of EventBridge is none, or does not go with the client's options: boto3's {@code
 * InvalidEndpointConfigurationError}.
 */
public final class InvalidEndpointConfigurationException extends EndpointResolutionException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception, with botocore's text.
   *
   * @param what what the endpoint rules say
   */
  public InvalidEndpointConfigurationException(String what) {
    super("Invalid endpoint configuration: " + what, null);
  }
}
