package io.boto4j.error;

/**
 * Thrown when a request's signature version cannot be used in a presigned URL or form: boto3's
 * {@code UnsupportedSignatureVersionError}.
 */
public final class UnsupportedSignatureVersionException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception with botocore's text.
   *
   * @param version the signature version
   */
  public UnsupportedSignatureVersionException(String version) {
    super("Signature version(s) are not supported: " + version);
  }
}
