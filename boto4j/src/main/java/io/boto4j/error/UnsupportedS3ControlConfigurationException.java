package io.boto4j.error;

/**
 * An option of an S3 Control client does not go with the call: boto3's {@code
 * UnsupportedS3ControlConfigurationError}.
 */
public final class UnsupportedS3ControlConfigurationException extends EndpointResolutionException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception, with botocore's text.
   *
   * @param what what the endpoint rules say
   */
  public UnsupportedS3ControlConfigurationException(String what) {
    super("Unsupported configuration when using S3 Control: " + what, null);
  }
}
