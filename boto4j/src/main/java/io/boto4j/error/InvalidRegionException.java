package io.boto4j.error;

/**
 * Thrown when a region cannot be part of a host name: boto3's {@code InvalidRegionError}.
 *
 * <p>A region becomes part of the host that signed requests are sent to. It must be a host label: 1
 * to 63 letters, digits and hyphens, no hyphen at either end, and not digits alone.
 */
public final class InvalidRegionException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  /** The rejected region, in printable form. */
  private final String region;

  /**
   * Creates the exception.
   *
   * @param region the rejected region, in printable form
   */
  public InvalidRegionException(String region) {
    super("Provided region_name '" + region + "' doesn't match a supported format.");
    this.region = region;
  }

  /**
   * The rejected region.
   *
   * @return the region as the message shows it: control characters replaced, long values truncated
   */
  public String region() {
    return region;
  }
}
