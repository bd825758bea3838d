package io.boto4j.internal.endpoint;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A way to sign that an endpoint's rules allow, in the rules' words.
 *
 * @param name as {@code sigv4}, {@code sigv4a}, {@code sigv4-s3express}, {@code bearer}
 * @param signingName the service's name in the credential scope, or null for the service's own
 * @param region the region in the credential scope, or with {@code sigv4a} the regions with commas
 *     between; null for the client's own
 * @param disableDoubleEncoding whether the path is signed as it is sent
 * @param identity what has credentials of its own to sign with, or null for the client's
 */
public record AuthScheme(
    String name,
    @Nullable String signingName,
    @Nullable String region,
    boolean disableDoubleEncoding,
    @Nullable String identity) {
  private static final String EXPRESS = "sigv4-s3express";

  /**
   * A scheme that signs with the client's credentials.
   *
   * @param name as {@code sigv4}
   * @param signingName the service's name in the credential scope, or null
   * @param region the region in the credential scope, or null
   * @param disableDoubleEncoding whether the path is signed as it is sent
   */
  public AuthScheme(
      String name,
      @Nullable String signingName,
      @Nullable String region,
      boolean disableDoubleEncoding) {
    this(name, signingName, region, disableDoubleEncoding, null);
  }

  /**
   * Reads an element of the endpoint property {@code authSchemes}.
   *
   * @param properties {@code name}, {@code signingName}, {@code signingRegion}, {@code
   *     signingRegionSet}, {@code disableDoubleEncoding}
   * @return the scheme
   */
  public static AuthScheme of(Map<?, ?> properties) {
    String region = text(properties, "signingRegion");
    if (region == null
        && properties.get("signingRegionSet") instanceof List<?> set
        && !set.isEmpty()) {
      StringBuilder joined = new StringBuilder();
      for (Object each : set) {
        joined.append(joined.length() == 0 ? "" : ",").append(each);
      }
      region = joined.toString();
    }
    return new AuthScheme(
        String.valueOf(properties.get("name")),
        text(properties, "signingName"),
        region,
        Boolean.parseBoolean(String.valueOf(properties.get("disableDoubleEncoding"))));
  }

  /**
   * This scheme for the client's own region, as boto3 presigns for a bucket that is no ARN.
   *
   * @return a scheme without a region
   */
  public AuthScheme withoutRegion() {
    return new AuthScheme(name, signingName, null, disableDoubleEncoding, identity);
  }

  /**
   * This scheme for one bucket: S3 gives its directory buckets credentials of their own.
   *
   * @param bucket the bucket, or null
   * @return this, or with the bucket as its identity
   */
  AuthScheme of(@Nullable String bucket) {
    return name.equals(EXPRESS) && !Objects.equals(identity, bucket)
        ? new AuthScheme(name, signingName, region, disableDoubleEncoding, bucket)
        : this;
  }

  private static @Nullable String text(Map<?, ?> properties, String key) {
    return properties.get(key) instanceof String text ? text : null;
  }
}
