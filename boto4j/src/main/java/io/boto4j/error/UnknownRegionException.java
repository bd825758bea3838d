package io.boto4j.error;

/**
 * Thrown when a region is in no partition and matches the pattern of none: boto3's {@code
 * UnknownRegionError}.
 */
public final class UnknownRegionException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param region the region, in printable form
   */
  public UnknownRegionException(String region) {
    this(region, "");
  }

  /**
   * Creates the exception.
   *
   * @param region the region, in printable form
   * @param hint a sentence to append, with a leading space; or an empty text
   */
  public UnknownRegionException(String region, String hint) {
    super("Unknown region: '" + region + "'. No partition found for provided region_name." + hint);
  }
}
