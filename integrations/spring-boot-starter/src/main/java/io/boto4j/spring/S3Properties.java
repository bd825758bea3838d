package io.boto4j.spring;

import static io.boto4j.spring.ClientProperties.set;

import io.boto4j.S3Config;
import org.jspecify.annotations.Nullable;

/**
 * The options of S3 and S3 Control, {@code boto4j.s3.*}.
 *
 * @param addressingStyle Whether the bucket is in the host (virtual), in the path (path), or in the
 *     host where possible (auto).
 * @param useAccelerateEndpoint Whether transfer acceleration is used.
 * @param useDualstackEndpoint Whether endpoints of S3 with IPv6 addresses are used.
 * @param useArnRegion Whether the region of an ARN is used instead of the client's.
 * @param disableMultiRegionAccessPoints Whether multi-region access points are refused.
 * @param disableExpressSessionAuth Whether requests to directory buckets are signed like those to
 *     any other bucket.
 * @param usEast1RegionalEndpoint The endpoint in us-east-1, legacy or regional.
 * @param payloadSigningEnabled Whether bodies are signed.
 * @param expectContinue Whether uploads wait for permission to send their body.
 */
public record S3Properties(
    @Nullable String addressingStyle,
    @Nullable Boolean useAccelerateEndpoint,
    @Nullable Boolean useDualstackEndpoint,
    @Nullable Boolean useArnRegion,
    @Nullable Boolean disableMultiRegionAccessPoints,
    @Nullable Boolean disableExpressSessionAuth,
    @Nullable String usEast1RegionalEndpoint,
    @Nullable Boolean payloadSigningEnabled,
    @Nullable Boolean expectContinue) {

  void apply(S3Config.Builder s3) {
    set(addressingStyle, s3::addressingStyle);
    set(useAccelerateEndpoint, s3::useAccelerateEndpoint);
    set(useDualstackEndpoint, s3::useDualstackEndpoint);
    set(useArnRegion, s3::useArnRegion);
    set(disableMultiRegionAccessPoints, s3::disableMultiRegionAccessPoints);
    set(disableExpressSessionAuth, s3::disableExpressSessionAuth);
    set(usEast1RegionalEndpoint, s3::usEast1RegionalEndpoint);
    set(payloadSigningEnabled, s3::payloadSigningEnabled);
    set(expectContinue, s3::expectContinue);
  }
}
