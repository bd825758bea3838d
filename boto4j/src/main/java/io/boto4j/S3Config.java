package io.boto4j;

import io.boto4j.internal.client.Option;
import io.boto4j.internal.client.OptionValues;
import io.boto4j.internal.client.Options;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The options of a client of S3 or S3 Control, boto3's {@code Config(s3={…})}; all are optional.
 *
 * <p>An option that is not set here comes from the environment or from the profile's block {@code
 * s3}, or else has its default. Immutable.
 */
public final class S3Config {
  private final OptionValues values;

  private S3Config(OptionValues values) {
    this.values = values;
  }

  /** The options of S3 among those of a client; null if none is set. */
  static @Nullable S3Config of(OptionValues values) {
    return Options.isAnyOfS3Set(values) ? new S3Config(values) : null;
  }

  /**
   * Whether the bucket is in the host or in the path.
   *
   * @return {@code virtual}, {@code path} or {@code auto}, or null if it was not set
   */
  public @Nullable String addressingStyle() {
    return values.get(Options.S3_ADDRESSING_STYLE);
  }

  /**
   * Whether transfer acceleration is used.
   *
   * @return the setting, or null if it was not set
   */
  public @Nullable Boolean useAccelerateEndpoint() {
    return values.get(Options.S3_USE_ACCELERATE_ENDPOINT);
  }

  /**
   * Whether dual-stack endpoints are used, which have IPv6 addresses too.
   *
   * @return the setting, or null if it was not set
   */
  public @Nullable Boolean useDualstackEndpoint() {
    return values.get(Options.S3_USE_DUALSTACK_ENDPOINT);
  }

  /**
   * Whether the region of an ARN is used instead of the client's.
   *
   * @return the setting, or null if it was not set
   */
  public @Nullable Boolean useArnRegion() {
    return values.get(Options.S3_USE_ARN_REGION);
  }

  /**
   * Whether multi-region access points are refused.
   *
   * @return the setting, or null if it was not set
   */
  public @Nullable Boolean disableMultiRegionAccessPoints() {
    return values.get(Options.S3_DISABLE_MULTI_REGION_ACCESS_POINTS);
  }

  /**
   * Whether requests to directory buckets are signed like those to any other bucket.
   *
   * @return the setting, or null if it was not set
   */
  public @Nullable Boolean disableExpressSessionAuth() {
    return values.get(Options.S3_DISABLE_EXPRESS_SESSION_AUTH);
  }

  /**
   * The endpoint that is used in us-east-1.
   *
   * @return {@code legacy} for the global one, or {@code regional}, or null if it was not set
   */
  public @Nullable String usEast1RegionalEndpoint() {
    return values.get(Options.S3_US_EAST_1_REGIONAL_ENDPOINT);
  }

  /**
   * Whether bodies are signed.
   *
   * @return the setting, or null if it was not set
   */
  public @Nullable Boolean payloadSigningEnabled() {
    return values.get(Options.S3_PAYLOAD_SIGNING_ENABLED);
  }

  /**
   * Whether uploads wait for permission to send their body ({@code Expect: 100-continue}).
   *
   * @return the setting, or null if it was not set
   */
  public @Nullable Boolean expectContinue() {
    return values.get(Options.S3_EXPECT_CONTINUE);
  }

  /** A builder of these options. Not safe to share between threads. */
  public static final class Builder {
    private final ClientConfig.Builder client;

    /** Creates a builder that sets the options of a client. */
    Builder(ClientConfig.Builder client) {
      this.client = client;
    }

    private <T> Builder set(Option<T> option, T value) {
      client.set(option, value);
      return this;
    }

    /**
     * Sets whether the bucket is in the host or in the path. Profile: {@code s3.addressing_style}.
     *
     * @param style {@code virtual}: in the host; {@code path}: in the path; {@code auto}, the
     *     default: in the host if possible, but in the path for custom endpoints; any other value
     *     is rejected when the client is created
     * @return this builder
     */
    public Builder addressingStyle(String style) {
      return set(Options.S3_ADDRESSING_STYLE, Objects.requireNonNull(style, "addressingStyle"));
    }

    /**
     * Sets whether transfer acceleration is used. Profile: {@code s3.use_accelerate_endpoint}.
     *
     * @param enabled true to use it; false unless set
     * @return this builder
     */
    public Builder useAccelerateEndpoint(boolean enabled) {
      return set(Options.S3_USE_ACCELERATE_ENDPOINT, enabled);
    }

    /**
     * Sets whether dual-stack endpoints are used, which have IPv6 addresses too; wins over the
     * setting for all services. Profile: {@code s3.use_dualstack_endpoint}.
     *
     * @param enabled true to use them
     * @return this builder
     */
    public Builder useDualstackEndpoint(boolean enabled) {
      return set(Options.S3_USE_DUALSTACK_ENDPOINT, enabled);
    }

    /**
     * Sets whether the region of an ARN is used instead of the client's; unless set, it is used for
     * S3, but not for S3 Control. Environment: {@code AWS_S3_USE_ARN_REGION}; profile: {@code
     * s3_use_arn_region}, {@code s3.use_arn_region}.
     *
     * @param enabled false to refuse ARNs of other regions
     * @return this builder
     */
    public Builder useArnRegion(boolean enabled) {
      return set(Options.S3_USE_ARN_REGION, enabled);
    }

    /**
     * Sets whether multi-region access points are refused. Environment: {@code
     * AWS_S3_DISABLE_MULTIREGION_ACCESS_POINTS}; profile: {@code
     * s3.s3_disable_multiregion_access_points}.
     *
     * @param disabled true to refuse them; false unless set
     * @return this builder
     */
    public Builder disableMultiRegionAccessPoints(boolean disabled) {
      return set(Options.S3_DISABLE_MULTI_REGION_ACCESS_POINTS, disabled);
    }

    /**
     * Sets whether requests to directory buckets are signed like those to any other bucket, and not
     * with credentials of their own. Environment: {@code AWS_S3_DISABLE_EXPRESS_SESSION_AUTH};
     * profile: {@code s3_disable_express_session_auth}.
     *
     * @param disabled true for ordinary signatures; false unless set
     * @return this builder
     */
    public Builder disableExpressSessionAuth(boolean disabled) {
      return set(Options.S3_DISABLE_EXPRESS_SESSION_AUTH, disabled);
    }

    /**
     * Sets the endpoint that is used in us-east-1. Environment: {@code
     * AWS_S3_US_EAST_1_REGIONAL_ENDPOINT}; profile: {@code s3_us_east_1_regional_endpoint}, {@code
     * s3.us_east_1_regional_endpoint}.
     *
     * @param which {@code legacy}, the default, for the global one, or {@code regional}; any other
     *     value is rejected when the client is created
     * @return this builder
     */
    public Builder usEast1RegionalEndpoint(String which) {
      return set(
          Options.S3_US_EAST_1_REGIONAL_ENDPOINT,
          Objects.requireNonNull(which, "usEast1RegionalEndpoint"));
    }

    /**
     * Sets whether bodies are signed, so that no one can change them on the way. Unless set, they
     * are, except streams over TLS that carry a checksum. A stream whose checksum follows it is
     * never signed. Profile: {@code s3.payload_signing_enabled}.
     *
     * @param enabled true to hash each body before it is sent, false for never
     * @return this builder
     */
    public Builder payloadSigningEnabled(boolean enabled) {
      return set(Options.S3_PAYLOAD_SIGNING_ENABLED, enabled);
    }

    /**
     * Sets whether uploads wait at most a second for permission to send their body ({@code Expect:
     * 100-continue}), so that a rejected request costs no upload.
     *
     * @param enabled false to send the body at once; true unless set
     * @return this builder
     */
    public Builder expectContinue(boolean enabled) {
      return set(Options.S3_EXPECT_CONTINUE, enabled);
    }
  }
}
