package io.boto4j.error;

/**
 * An ARN stands where S3 Control takes another, or none: boto3's {@code
 * UnsupportedS3ControlArnError}.
 */
public final class UnsupportedS3ControlArnException extends EndpointResolutionException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception, with botocore's text.
   *
   * @param arn the ARN
   * @param why what is wrong with it
   */
  public UnsupportedS3ControlArnException(String arn, String why) {
    super("S3 ARN \"" + arn + "\" provided is invalid for this operation. " + why, null);
  }
}
