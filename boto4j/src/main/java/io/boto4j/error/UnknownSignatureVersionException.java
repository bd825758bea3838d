package io.boto4j.error;

/**
 * Thrown when the model, the endpoint or the user names a signature version that boto4j does not
 * know or does not support, such as SigV3. boto3's {@code UnknownSignatureVersionError}.
 */
public final class UnknownSignatureVersionException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception with botocore's text.
   *
   * @param version the signature version
   */
  public UnknownSignatureVersionException(String version) {
    super(
        "Unknown Signature Version: "
            + version
            + ". boto4j supports v4, v4a and v2. Select one with ClientConfig's signatureVersion.");
  }
}
