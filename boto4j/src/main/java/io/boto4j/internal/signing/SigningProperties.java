package io.boto4j.internal.signing;

import java.util.Objects;

/**
 * How SigV4 signs for a service in a region; the same for each of a client's calls.
 *
 * @param signingName the service's name in the credential scope
 * @param region the region in the credential scope
 * @param doubleEncode whether the path, encoded as it is sent, is encoded once more
 * @param normalizePath whether dot segments and empty segments are taken out of the path
 * @param contentSha256Header whether X-Amz-Content-SHA256 is sent
 */
public record SigningProperties(
    String signingName,
    String region,
    boolean doubleEncode,
    boolean normalizePath,
    boolean contentSha256Header) {
  /**
   * Makes properties.
   *
   * @param signingName the service's name in the credential scope
   * @param region the region in the credential scope
   * @param doubleEncode whether the path is encoded once more
   * @param normalizePath whether dot and empty segments are taken out of the path
   * @param contentSha256Header whether X-Amz-Content-SHA256 is sent
   * @throws NullPointerException if a name is null
   */
  public SigningProperties {
    Objects.requireNonNull(signingName, "signingName");
    Objects.requireNonNull(region, "region");
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
}
