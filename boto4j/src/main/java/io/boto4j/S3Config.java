package io.boto4j;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The options of a client of S3 or S3 Control, boto3's {@code Config(s3={…})}; all are optional.
 *
 * <p>What is not set here comes from the environment or the profile's block {@code s3}. Immutable.
 */
public final class S3Config {
  private final @Nullable String addressingStyle;
  private final @Nullable Boolean useAccelerateEndpoint;
  private final @Nullable Boolean useDualstackEndpoint;
  private final @Nullable Boolean useArnRegion;
  private final @Nullable Boolean disableMultiRegionAccessPoints;
  private final @Nullable Boolean disableExpressSessionAuth;
  private final @Nullable String usEast1RegionalEndpoint;
  private final @Nullable Boolean payloadSigningEnabled;

  private S3Config(Builder builder) {
    this.addressingStyle = builder.addressingStyle;
    this.useAccelerateEndpoint = builder.useAccelerateEndpoint;
    this.useDualstackEndpoint = builder.useDualstackEndpoint;
    this.useArnRegion = builder.useArnRegion;
    this.disableMultiRegionAccessPoints = builder.disableMultiRegionAccessPoints;
    this.disableExpressSessionAuth = builder.disableExpressSessionAuth;
    this.usEast1RegionalEndpoint = builder.usEast1RegionalEndpoint;
    this.payloadSigningEnabled = builder.payloadSigningEnabled;
  }

  static Builder builder() {
    return new Builder();
  }

  /**
   * Where the bucket stands.
   *
   * @return {@code virtual}, {@code path} or {@code auto}, or null if it was not set
   */
  public @Nullable String addressingStyle() {
    return addressingStyle;
  }

  /**
   * Whether transfer acceleration is used.
   *
   * @return the setting, or null if it was not set
   */
  public @Nullable Boolean useAccelerateEndpoint() {
    return useAccelerateEndpoint;
  }

  /**
   * Whether endpoints are used that IPv6 reaches too.
   *
   * @return the setting, or null if it was not set
   */
  public @Nullable Boolean useDualstackEndpoint() {
    return useDualstackEndpoint;
  }

  /**
   * Whether an ARN's region wins over the client's.
   *
   * @return the setting, or null if it was not set
   */
  public @Nullable Boolean useArnRegion() {
    return useArnRegion;
  }

  /**
   * Whether multi-region access points are refused.
   *
   * @return the setting, or null if it was not set
   */
  public @Nullable Boolean disableMultiRegionAccessPoints() {
    return disableMultiRegionAccessPoints;
  }

  /**
   * Whether directory buckets are signed for like any other.
   *
   * @return the setting, or null if it was not set
   */
  public @Nullable Boolean disableExpressSessionAuth() {
    return disableExpressSessionAuth;
  }

  /**
   * Which endpoint us-east-1 has.
   *
   * @return {@code legacy} for the global one, or {@code regional}, or null if it was not set
   */
  public @Nullable String usEast1RegionalEndpoint() {
    return usEast1RegionalEndpoint;
  }

  /**
   * Whether bodies are signed.
   *
   * @return the setting, or null if it was not set
   */
  public @Nullable Boolean payloadSigningEnabled() {
    return payloadSigningEnabled;
  }

  /** Collects options. Used by one thread. */
  public static final class Builder {
    private @Nullable String addressingStyle;
    private @Nullable Boolean useAccelerateEndpoint;
    private @Nullable Boolean useDualstackEndpoint;
    private @Nullable Boolean useArnRegion;
    private @Nullable Boolean disableMultiRegionAccessPoints;
    private @Nullable Boolean disableExpressSessionAuth;
    private @Nullable String usEast1RegionalEndpoint;
    private @Nullable Boolean payloadSigningEnabled;

    private Builder() {}

    /**
     * Sets where the bucket stands. Profile: {@code s3.addressing_style}.
     *
     * @param style {@code virtual}: in the host; {@code path}: in the path; {@code auto}, the
     *     default: in the host where it can, but for custom endpoints in the path; any other makes
     *     no client
     * @return this builder
     */
    public Builder addressingStyle(String style) {
      this.addressingStyle = Objects.requireNonNull(style, "addressingStyle");
      return this;
    }

    /**
     * Sets whether transfer acceleration is used. Profile: {@code s3.use_accelerate_endpoint}.
     *
     * @param enabled true to use it
     * @return this builder
     */
    public Builder useAccelerateEndpoint(boolean enabled) {
      this.useAccelerateEndpoint = enabled;
      return this;
    }

    /**
     * Sets whether endpoints are used that IPv6 reaches too, over what is set for all services.
     * Profile: {@code s3.use_dualstack_endpoint}.
     *
     * @param enabled true to use them
     * @return this builder
     */
    public Builder useDualstackEndpoint(boolean enabled) {
      this.useDualstackEndpoint = enabled;
      return this;
    }

    /**
     * Sets whether an ARN's region wins over the client's: by default with S3, not with S3 Control.
     * Environment: {@code AWS_S3_USE_ARN_REGION}; profile: {@code s3_use_arn_region}, {@code
     * s3.use_arn_region}.
     *
     * @param enabled false to refuse ARNs of other regions
     * @return this builder
     */
    public Builder useArnRegion(boolean enabled) {
      this.useArnRegion = enabled;
      return this;
    }

    /**
     * Sets whether multi-region access points are refused. Environment: {@code
     * AWS_S3_DISABLE_MULTIREGION_ACCESS_POINTS}; profile: {@code
     * s3.s3_disable_multiregion_access_points}.
     *
     * @param disabled true to refuse them
     * @return this builder
     */
    public Builder disableMultiRegionAccessPoints(boolean disabled) {
      this.disableMultiRegionAccessPoints = disabled;
      return this;
    }

    /**
     * Sets whether directory buckets are signed for like any other, and not with credentials of
     * their own. Environment: {@code AWS_S3_DISABLE_EXPRESS_SESSION_AUTH}; profile: {@code
     * s3_disable_express_session_auth}.
     *
     * @param disabled true for ordinary signatures
     * @return this builder
     */
    public Builder disableExpressSessionAuth(boolean disabled) {
      this.disableExpressSessionAuth = disabled;
      return this;
    }

    /**
     * Sets which endpoint us-east-1 has. Environment: {@code AWS_S3_US_EAST_1_REGIONAL_ENDPOINT};
     * profile: {@code s3_us_east_1_regional_endpoint}, {@code s3.us_east_1_regional_endpoint}.
     *
     * @param which {@code legacy}, the default, for the global one, or {@code regional}; any other
     *     makes no client
     * @return this builder
     */
    public Builder usEast1RegionalEndpoint(String which) {
      this.usEast1RegionalEndpoint = Objects.requireNonNull(which, "usEast1RegionalEndpoint");
      return this;
    }

    /**
     * Sets whether bodies are signed, so that what arrives is what was sent. Unless it is set, they
     * are, but for streams over TLS that carry a checksum. A stream whose checksum follows it is
     * never signed. Profile: {@code s3.payload_signing_enabled}.
     *
     * @param enabled true to hash each body before it is sent, false for never
     * @return this builder
     */
    public Builder payloadSigningEnabled(boolean enabled) {
      this.payloadSigningEnabled = enabled;
      return this;
    }

    S3Config build() {
      return new S3Config(this);
    }
  }
}
