package io.boto4j.error;

/**
 * Thrown when an option of an S3 client is incompatible with an access point: boto3's {@code
 * UnsupportedS3AccesspointConfigurationError}.
 */
public final class UnsupportedS3AccesspointConfigurationException
    extends EndpointResolutionException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception with botocore's text.
   *
   * @param what the error text of the endpoint rules
   */
  public UnsupportedS3AccesspointConfigurationException(String what) {
    super("Unsupported configuration when using S3 access-points: " + what, null);
  }
}
