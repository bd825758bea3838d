package io.boto4j.internal.endpoint;

import org.jspecify.annotations.Nullable;

/**
 * What a client gives to rules that ask for a built-in, as botocore computes it.
 *
 * @param region the region to resolve for, or null
 * @param options the configuration
 */
public record BuiltIns(@Nullable String region, EndpointOptions options) {
  /** The built-in of the account, which the credentials of each call say. */
  public static final String ACCOUNT_ID = "AWS::Auth::AccountId";

  /** The built-in of the region. */
  public static final String REGION = "AWS::Region";

  /** The built-in of S3's host for the first region, which serves all. */
  public static final String S3_GLOBAL = "AWS::S3::UseGlobalEndpoint";

  /** The built-in of S3's addressing style. */
  public static final String FORCE_PATH_STYLE = "AWS::S3::ForcePathStyle";

  /** Those that existed when STS had one endpoint only. */
  private static final String LEGACY_STS_REGIONS =
      " ap-northeast-1 ap-south-1 ap-southeast-1 ap-southeast-2 aws-global ca-central-1"
          + " eu-central-1 eu-north-1 eu-west-1 eu-west-2 eu-west-3 sa-east-1 us-east-1 us-east-2"
          + " us-west-1 us-west-2 ";

  /**
   * A built-in's value.
   *
   * @param name as {@code AWS::Region}
   * @return the value, or null if it is not set, or no client knows it
   */
  @Nullable Object value(String name) {
    return switch (name) {
      case REGION -> region;
      case "SDK::Endpoint" -> options.endpointUrl();
      // A custom endpoint goes with neither, and rules say so with an error; botocore drops them.
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
   * A parameter that the client's configuration sets by name, before any built-in.
   *
   * @param name as the model's {@code clientContextParams} has it
   * @return the value, or null if it is not set
   */
  @Nullable Object context(String name) {
    Object given = options.contextParams().get(name);
    Boolean ofS3 =
        name.equals("DisableS3ExpressSessionAuth")
            ? options.s3().disableExpressSessionAuth()
            : name.equals("UseArnRegion") ? options.s3().useArnRegion() : null;
    return ofS3 == null ? given : ofS3;
  }

  static boolean isLegacySts(@Nullable String region) {
    return region != null && LEGACY_STS_REGIONS.contains(" " + region + " ");
  }

  static boolean isGlobalS3(@Nullable String region, EndpointOptions.S3 s3) {
    return s3.globalUsEast1() && (region == null || region.equals("us-east-1"));
  }

  /**
   * Whether buckets stand in the path, as far as the configuration says it.
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

  /** {@code s3-accelerate.amazonaws.com}, maybe with {@code dualstack} in it. */
  private static boolean isAccelerateUrl(String url) {
    int start = url.indexOf("://") + 3;
    int slash = url.indexOf('/', start);
    String host = url.substring(start, slash < 0 ? url.length() : slash);
    return host.equals("s3-accelerate.amazonaws.com")
        || host.equals("s3-accelerate.dualstack.amazonaws.com");
  }
}
