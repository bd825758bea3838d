package io.boto4j.error;

/**
 * Thrown when S3 Control does not accept an ARN as a parameter: boto3's {@code
 * UnsupportedS3ControlArnError}.
 */
public final class UnsupportedS3ControlArnException extends EndpointResolutionException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception with botocore's text.
   *
   * @param arn the ARN
   * @param why the problem
   */
  public UnsupportedS3ControlArnException(String arn, String why) {
    super("S3 ARN \"" + arn + "\" provided is invalid for this operation. " + why, null);
  }
}
