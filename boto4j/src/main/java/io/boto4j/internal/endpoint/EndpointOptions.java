package io.boto4j.internal.endpoint;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client's configuration says of endpoints.
 *
 * @param endpointUrl where requests go instead of to AWS, or null
 * @param fips whether FIPS endpoints are wanted
 * @param dualstack whether endpoints are wanted that IPv6 reaches
 * @param stsLegacy whether STS is asked at its global endpoint in the regions that it began with
 * @param accountIdEndpointMode {@code preferred}, {@code disabled} or {@code required}
 * @param s3 what is said of S3 alone
 * @param ssl whether endpoints that rules name are called over TLS
 * @param contextParams parameters of the endpoint rules by the names that the model's {@code
 *     clientContextParams} has for them
 */
public record EndpointOptions(
    @Nullable String endpointUrl,
    boolean fips,
    boolean dualstack,
    boolean stsLegacy,
    String accountIdEndpointMode,
    S3 s3,
    boolean ssl,
    Map<String, ?> contextParams) {
  /**
   * What is said of S3, and of S3 Control.
   *
   * @param addressingStyle {@code virtual}, {@code path}, {@code auto}, or null
   * @param accelerate whether transfer acceleration is wanted
   * @param useArnRegion whether an ARN's region wins over the client's; null if left open
   * @param disableMultiRegionAccessPoints whether multi-region access points are refused
   * @param globalUsEast1 whether us-east-1 is asked at the global endpoint
   * @param disableExpressSessionAuth whether directory buckets are signed for like others; null if
   *     left open
   */
  public record S3(
      @Nullable String addressingStyle,
      boolean accelerate,
      @Nullable Boolean useArnRegion,
      boolean disableMultiRegionAccessPoints,
      boolean globalUsEast1,
      @Nullable Boolean disableExpressSessionAuth) {
    /** Nothing said. */
    public static final S3 DEFAULT = new S3(null, false, null, false, true, null);
  }
}
