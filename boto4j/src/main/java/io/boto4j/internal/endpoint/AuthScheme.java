package io.boto4j.internal.endpoint;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An authentication scheme of an endpoint, in the terms of the endpoint rules.
 *
 * @param name the name: {@code sigv4}, {@code sigv4a}, {@code sigv4-s3express} or {@code bearer}
 * @param signingName the service's name in the credential scope, or null for the service's own
 * @param region the region in the credential scope, or for {@code sigv4a} the regions, separated by
 *     commas; null for the client's own
 * @param disableDoubleEncoding whether the path is signed as it is sent
 * @param identity the bucket that has its own credentials, or null to sign with the client's
 */
public record AuthScheme(
    String name,
    @Nullable String signingName,
    @Nullable String region,
    boolean disableDoubleEncoding,
    @Nullable String identity) {
  private static final String EXPRESS = "sigv4-s3express";

  /**
   * Creates a scheme that signs with the client's credentials.
   *
   * @param name the name, such as {@code sigv4}
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
   * @param properties the properties {@code name}, {@code signingName}, {@code signingRegion},
   *     {@code signingRegionSet}, {@code disableDoubleEncoding}
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
   * Returns this scheme for the client's own region. boto3 presigns this way for a bucket that is
   * not an ARN.
   *
   * @return a scheme without a region
   */
  public AuthScheme withoutRegion() {
    return new AuthScheme(name, signingName, null, disableDoubleEncoding, identity);
  }

  /**
   * Returns this scheme for a bucket, since S3's directory buckets have their own credentials.
   *
   * @param bucket the bucket, or null
   * @return this scheme, with the bucket as its identity if it needs one
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
