package io.boto4j.error;

/**
 * An option of an S3 client does not go with an access point: boto3's {@code
 * UnsupportedS3AccesspointConfigurationError}.
 */
public final class UnsupportedS3AccesspointConfigurationException
    extends EndpointResolutionException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception, with botocore's text.
   *
   * @param what what the endpoint rules say
   */
  public UnsupportedS3AccesspointConfigurationException(String what) {
    super("Unsupported configuration when using S3 access-points: " + what, null);
  }
}
