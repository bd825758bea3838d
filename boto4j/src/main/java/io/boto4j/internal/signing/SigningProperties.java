package io.boto4j.internal.signing;

import java.util.Objects;

/**
 * How SigV4 signs for a service in a region; mostly the same for each of a client's calls.
 *
 * @param signingName the service's name in the credential scope
 * @param region the region in the credential scope; with SigV4a the region set: names with commas
 *     between, or {@code *}
 * @param doubleEncode whether the path, encoded as it is sent, is encoded once more
 * @param normalizePath whether dot segments and empty segments are taken out of the path
 * @param contentSha256Header whether X-Amz-Content-SHA256 is sent
 * @param tokenName the header or query name that carries the session token
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
   * Makes properties.
   *
   * @param signingName the service's name in the credential scope
   * @param region the region in the credential scope
   * @param doubleEncode whether the path is encoded once more
   * @param normalizePath whether dot and empty segments are taken out of the path
   * @param contentSha256Header whether X-Amz-Content-SHA256 is sent
   * @param tokenName the header or query name that carries the session token
   * @throws NullPointerException if a name is null
   */
  public SigningProperties {
    Objects.requireNonNull(signingName, "signingName");
    Objects.requireNonNull(region, "region");
    Objects.requireNonNull(tokenName, "tokenName");
  }

  /**
   * Makes properties for the usual session tokens.
   *
   * @param signingName the service's name in the credential scope
   * @param region the region in the credential scope
   * @param doubleEncode whether the path is encoded once more
   * @param normalizePath whether dot and empty segments are taken out of the path
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
   * The same for another region.
   *
   * @param otherRegion the region in the credential scope
   * @return new properties
   */
  public SigningProperties inRegion(String otherRegion) {
    return new SigningProperties(
        signingName, otherRegion, doubleEncode, normalizePath, contentSha256Header, tokenName);
  }

  /**
   * Signing for any service but S3.
   *
   * @param signingName the service's name in the credential scope
   * @param region the region in the credential scope
   * @return properties with the path normalized and encoded twice
   */
  public static SigningProperties of(String signingName, String region) {
    return new SigningProperties(signingName, region, true, true, false);
  }

  /**
   * Signing for S3 and its kin, whose keys may hold {@code //} and {@code ..}.
   *
   * @param signingName the service's name in the credential scope
   * @param region the region in the credential scope
   * @return properties with the path as it is sent, and X-Amz-Content-SHA256
   */
  public static SigningProperties s3(String signingName, String region) {
    return new SigningProperties(signingName, region, false, false, true);
  }

  /**
   * Signing for S3's directory buckets, with the credentials of a CreateSession, whose token is no
   * token of STS.
   *
   * @param signingName the service's name in the credential scope, {@code s3express}
   * @param region the region in the credential scope
   * @return properties as S3's, the token in X-Amz-S3session-Token
   */
  public static SigningProperties s3Express(String signingName, String region) {
    return new SigningProperties(signingName, region, false, false, true, "X-Amz-S3session-Token");
  }
}
