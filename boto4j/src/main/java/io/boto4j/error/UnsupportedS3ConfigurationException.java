package io.boto4j.error;

/** Options of an S3 client do not go together: boto3's {@code UnsupportedS3ConfigurationError}. */
public final class UnsupportedS3ConfigurationException extends EndpointResolutionException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception, with botocore's text.
   *
   * @param what what the endpoint rules say
   */
  public UnsupportedS3ConfigurationException(String what) {
    super("Unsupported configuration when using S3: " + what, null);
  }
}
