package io.boto4j.error;

/**
 * The signature that a request would have cannot be put into a URL or a form: boto3's {@code
 * UnsupportedSignatureVersionError}.
 */
public final class UnsupportedSignatureVersionException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception, with botocore's text.
   *
   * @param version what was named
   */
  public UnsupportedSignatureVersionException(String version) {
    super("Signature version(s) are not supported: " + version);
  }
}
