package io.boto4j.internal.endpoint;

import org.jspecify.annotations.Nullable;

/**
 * The values of the endpoint rules' built-ins for a client, computed as in botocore.
 *
 * @param region the region to resolve for, or null
 * @param options the configuration
 */
public record BuiltIns(@Nullable String region, EndpointOptions options) {
  /** The built-in for the account, which the credentials of each call supply. */
  public static final String ACCOUNT_ID = "AWS::Auth::AccountId";

  /** The built-in for the region. */
  public static final String REGION = "AWS::Region";

  /** The built-in for S3's global endpoint, that of us-east-1. */
  public static final String S3_GLOBAL = "AWS::S3::UseGlobalEndpoint";

  /** The built-in for S3's addressing style. */
  public static final String FORCE_PATH_STYLE = "AWS::S3::ForcePathStyle";

  /** The regions that existed when STS had only its global endpoint. */
  private static final String LEGACY_STS_REGIONS =
      " ap-northeast-1 ap-south-1 ap-southeast-1 ap-southeast-2 aws-global ca-central-1"
          + " eu-central-1 eu-north-1 eu-west-1 eu-west-2 eu-west-3 sa-east-1 us-east-1 us-east-2"
          + " us-west-1 us-west-2 ";

  /**
   * Returns the value of a built-in.
   *
   * @param name the name, such as {@code AWS::Region}
   * @return the value, or null if it is unset or the built-in is unknown
   */
  @Nullable Object value(String name) {
    return switch (name) {
      case REGION -> region;
      case "SDK::Endpoint" -> options.endpointUrl();
      // Rules reject either with a custom endpoint; botocore drops them.
      case "AWS::UseFIPS" -> options.endpointUrl() == null && options.fips();
      case "AWS::UseDualStack" -> options.endpointUrl() == null && options.dualstack();
      case "AWS::Auth::AccountIdEndpointMode" -> options.accountIdEndpointMode();
      case "AWS::STS::UseGlobalEndpoint" -> options.stsLegacy() && isLegacySts(region);
      case S3_GLOBAL -> isGlobalS3(region, options.s3());
      case "AWS::S3::Accelerate" -> options.s3().accelerate();
      case FORCE_PATH_STYLE -> forcePathStyle();
      case "AWS::S3::UseArnRegion" -> !Boolean.FALSE.equals(options.s3().useArnRegion());
      case "AWS::S3Control::UseArnRegion" -> Boolean.TRUE.equals(options.s3().useArnRegion());
      case "AWS::S3::DisableMultiRegionAccessPoints" ->
          options.s3().disableMultiRegionAccessPoints();
      case "AWS::S3::DisableS3ExpressSessionAuth" -> options.s3().disableExpressSessionAuth();
      default -> null;
    };
  }

  /**
   * Returns a parameter that the client's configuration sets by name, which takes precedence over
   * its built-in.
   *
   * @param name the name in the model's {@code clientContextParams}
   * @return the value, or null if it is unset
   */
  @Nullable Object context(String name) {
    Object given = options.contextParams().get(name);
    Boolean ofS3 =
        name.equals("DisableS3ExpressSessionAuth")
            ? options.s3().disableExpressSessionAuth()
            : name.equals("UseArnRegion") ? options.s3().useArnRegion() : null;
    return ofS3 == null ? given : ofS3;
  }

  /**
   * Whether a region existed when STS had a single endpoint.
   *
   * @param region the region, or null
   * @return true if option {@code stsRegionalEndpoints} may apply
   */
  public static boolean isLegacySts(@Nullable String region) {
    return region != null && LEGACY_STS_REGIONS.contains(" " + region + " ");
  }

  /**
   * Whether S3 uses the endpoint that serves all regions.
   *
   * @param region the region, or null
   * @param s3 the configuration
   * @return true in us-east-1, if configured
   */
  public static boolean isGlobalS3(@Nullable String region, EndpointOptions.S3 s3) {
    return s3.globalUsEast1() && (region == null || region.equals("us-east-1"));
  }

  /**
   * Whether the configuration puts buckets in the path.
   *
   * @return the built-in {@code AWS::S3::ForcePathStyle}
   */
  public boolean forcePathStyle() {
    String style = options.s3().addressingStyle();
    if (options.s3().accelerate()) {
      return false;
    }
    String url = options.endpointUrl();
    boolean custom = url != null && !isAccelerateUrl(url);
    return custom ? !"virtual".equals(style) : "path".equals(style);
  }

  /** Whether the host is {@code s3-accelerate.amazonaws.com} or its dual-stack variant. */
  private static boolean isAccelerateUrl(String url) {
    int start = url.indexOf("://") + 3;
    int slash = url.indexOf('/', start);
    String host = url.substring(start, slash < 0 ? url.length() : slash);
    return host.equals("s3-accelerate.amazonaws.com")
        || host.equals("s3-accelerate.dualstack.amazonaws.com");
  }
}
