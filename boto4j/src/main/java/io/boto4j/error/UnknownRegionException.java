package io.boto4j.error;

/** A region that no partition has or could have: boto3's {@code UnknownRegionError}. */
public final class UnknownRegionException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param region the region, made fit to be shown
   */
  public UnknownRegionException(String region) {
    super("Unknown region: '" + region + "'. No partition found for provided region_name.");
  }
}
