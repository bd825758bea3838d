package io.boto4j.internal.signing;

import java.util.Objects;

/**
 * The parameters of SigV4 for a service in a region, usually the same for all calls of a client.
 *
 * @param signingName the service's name in the credential scope
 * @param region the region in the credential scope; for SigV4a the region set: names separated by
 *     commas, or {@code *}
 * @param doubleEncode whether the path, encoded as it is sent, is encoded once more
 * @param normalizePath whether dot segments and empty segments are removed from the path
 * @param contentSha256Header whether X-Amz-Content-SHA256 is sent
 * @param tokenName the name of the header or query parameter of the session token
 */
public record SigningProperties(
    String signingName,
    String region,
    boolean doubleEncode,
    boolean normalizePath,
    boolean contentSha256Header,
    String tokenName) {
  private static final String SECURITY_TOKEN = "X-Amz-Security-Token";

  /**
   * Creates properties.
   *
   * @param signingName the service's name in the credential scope
   * @param region the region in the credential scope
   * @param doubleEncode whether the path is encoded once more
   * @param normalizePath whether dot and empty segments are removed from the path
   * @param contentSha256Header whether X-Amz-Content-SHA256 is sent
   * @param tokenName the name of the header or query parameter of the session token
   * @throws NullPointerException if a name is null
   */
  public SigningProperties {
    Objects.requireNonNull(signingName, "signingName");
    Objects.requireNonNull(region, "region");
    Objects.requireNonNull(tokenName, "tokenName");
  }

  /**
   * Creates properties for the usual session tokens.
   *
   * @param signingName the service's name in the credential scope
   * @param region the region in the credential scope
   * @param doubleEncode whether the path is encoded once more
   * @param normalizePath whether dot and empty segments are removed from the path
   * @param contentSha256Header whether X-Amz-Content-SHA256 is sent
   */
  public SigningProperties(
      String signingName,
      String region,
      boolean doubleEncode,
      boolean normalizePath,
      boolean contentSha256Header) {
    this(signingName, region, doubleEncode, normalizePath, contentSha256Header, SECURITY_TOKEN);
  }

  /**
   * Returns these properties for another region.
   *
   * @param otherRegion the region in the credential scope
   * @return new properties
   */
  public SigningProperties inRegion(String otherRegion) {
    return new SigningProperties(
        signingName, otherRegion, doubleEncode, normalizePath, contentSha256Header, tokenName);
  }

  /**
   * Returns the properties of all services except S3.
   *
   * @param signingName the service's name in the credential scope
   * @param region the region in the credential scope
   * @return properties with the path normalized and encoded twice
   */
  public static SigningProperties of(String signingName, String region) {
    return new SigningProperties(signingName, region, true, true, false);
  }

  /**
   * Returns the properties of S3 and related services, whose keys may contain {@code //} and {@code
   * ..}.
   *
   * @param signingName the service's name in the credential scope
   * @param region the region in the credential scope
   * @return properties with the path as it is sent, and X-Amz-Content-SHA256
   */
  public static SigningProperties s3(String signingName, String region) {
    return new SigningProperties(signingName, region, false, false, true);
  }

  /**
   * Returns the properties of S3's directory buckets, which are called with credentials from
   * CreateSession; their token has a header of its own.
   *
   * @param signingName the service's name in the credential scope, {@code s3express}
   * @param region the region in the credential scope
   * @return the properties of S3, with the token in X-Amz-S3session-Token
   */
  public static SigningProperties s3Express(String signingName, String region) {
    return new SigningProperties(signingName, region, false, false, true, "X-Amz-S3session-Token");
  }
}
