package io.boto4j.error;

/**
 * A region that cannot be part of a host name: boto3's {@code InvalidRegionError}.
 *
 * <p>A region becomes part of the host that requests, and so credentials' signatures, are sent to.
 * It must be a host label: 1 to 63 letters, digits and hyphens, no hyphen at either end, and not
 * digits alone.
 */
public final class InvalidRegionException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  /** The region that was refused, as shown. */
  private final String region;

  /**
   * Makes the exception.
   *
   * @param region the region that was refused, made fit to be shown
   */
  public InvalidRegionException(String region) {
    super("Provided region_name '" + region + "' doesn't match a supported format.");
    this.region = region;
  }

  /**
   * The region that was refused.
   *
   * @return the region as the message shows it: control characters replaced, long ones cut
   */
  public String region() {
    return region;
  }
}
