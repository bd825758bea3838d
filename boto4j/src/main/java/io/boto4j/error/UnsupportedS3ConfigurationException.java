package io.boto4j.error;

/**
 * Thrown when options of an S3 client are incompatible: boto3's {@code
 * UnsupportedS3ConfigurationError}.
 */
public final class UnsupportedS3ConfigurationException extends EndpointResolutionException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception with botocore's text.
   *
   * @param what the error text of the endpoint rules
   */
  public UnsupportedS3ConfigurationException(String what) {
    super("Unsupported configuration when using S3: " + what, null);
  }
}
