package io.boto4j.error;

/**
 * Thrown when a region is required and none is set: boto3's {@code NoRegionError}.
 *
 * <p>The message lists the ways to set one.
 */
public final class NoRegionException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception. */
  public NoRegionException() {
    super(
        "You must specify a region. Give one in code with region(\"eu-west-1\") on the session or"
            + " the client, in the environment as AWS_REGION or AWS_DEFAULT_REGION, or in the"
            + " profile as \"region = eu-west-1\".");
  }
}
