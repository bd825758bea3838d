package io.boto4j.error;

/**
 * Thrown when an option of an S3 Control client is incompatible with the call: boto3's {@code
 * UnsupportedS3ControlConfigurationError}.
 */
public final class UnsupportedS3ControlConfigurationException extends EndpointResolutionException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception with botocore's text.
   *
   * @param what the error text of the endpoint rules
   */
  public UnsupportedS3ControlConfigurationException(String what) {
    super("Unsupported configuration when using S3 Control: " + what, null);
  }
}
