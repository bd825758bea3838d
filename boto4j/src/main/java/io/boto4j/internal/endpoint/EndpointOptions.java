package io.boto4j.internal.endpoint;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The endpoint settings of a client's configuration.
 *
 * @param endpointUrl the custom endpoint that replaces that of AWS, or null
 * @param fips whether to use FIPS endpoints
 * @param dualstack whether to use dual-stack endpoints, which support IPv6
 * @param stsLegacy whether to call STS at its global endpoint in its original regions
 * @param accountIdEndpointMode {@code preferred}, {@code disabled} or {@code required}
 * @param ofS3 the settings for S3, or null for the defaults: other services do not load the class
 * @param ssl whether to call the endpoints of the rules over TLS
 * @param contextParams the parameters of the endpoint rules, by their names in the model's {@code
 *     clientContextParams}
 */
public record EndpointOptions(
    @Nullable String endpointUrl,
    boolean fips,
    boolean dualstack,
    boolean stsLegacy,
    String accountIdEndpointMode,
    @Nullable S3 ofS3,
    boolean ssl,
    Map<String, ?> contextParams) {
  /**
   * Returns the settings for S3.
   *
   * @return the settings, or the defaults
   */
  public S3 s3() {
    return ofS3 == null ? S3.DEFAULT : ofS3;
  }

  /**
   * The settings for S3 and S3 Control.
   *
   * @param addressingStyle {@code virtual}, {@code path}, {@code auto}, or null
   * @param accelerate whether to use transfer acceleration
   * @param useArnRegion whether the region of an ARN takes precedence over the client's; null if
   *     unset
   * @param disableMultiRegionAccessPoints whether to reject multi-region access points
   * @param globalUsEast1 whether to call us-east-1 at the global endpoint
   * @param disableExpressSessionAuth whether to sign for directory buckets as for others; null if
   *     unset
   * @param expectContinue whether uploads wait for permission to send their body
   */
  public record S3(
      @Nullable String addressingStyle,
      boolean accelerate,
      @Nullable Boolean useArnRegion,
      boolean disableMultiRegionAccessPoints,
      boolean globalUsEast1,
      @Nullable Boolean disableExpressSessionAuth,
      boolean expectContinue) {
    /** The defaults. */
    public static final S3 DEFAULT = new S3(null, false, null, false, true, null, true);
  }
}
