package io.boto4j.internal.signing;

import java.nio.charset.StandardCharsets;

/** The key that SigV4 derives from a secret for one day, region and service. Immutable. */
final class SigningKey {
  private final String secretAccessKey;
  private final String day;
  private final String region;
  private final String signingName;
  private final HmacSha256 hmac;
  private final boolean warm;

  private SigningKey(
      String secretAccessKey,
      String day,
      String region,
      String signingName,
      HmacSha256 hmac,
      boolean warm) {
    this.secretAccessKey = secretAccessKey;
    this.day = day;
    this.region = region;
    this.signingName = signingName;
    this.hmac = hmac;
    this.warm = warm;
  }

  static SigningKey derive(
      Sha256 sha256, String secretAccessKey, String day, String region, String signingName) {
    HmacSha256 key = new HmacSha256(sha256, utf8("AWS4" + secretAccessKey));
    key = new HmacSha256(sha256, key.of(utf8(day)));
    key = new HmacSha256(sha256, key.of(utf8(region)));
    key = new HmacSha256(sha256, key.of(utf8(signingName)));
    key = new HmacSha256(sha256, key.of(utf8("aws4_request")));
    return new SigningKey(secretAccessKey, day, region, signingName, key, sha256.isWarm());
  }

  /** Whether this is the key that {@link #derive} would return, with digests as fast. */
  boolean fits(
      Sha256 sha256, String secretAccessKey, String day, String region, String signingName) {
    return warm == sha256.isWarm()
        && this.day.equals(day)
        && this.region.equals(region)
        && this.signingName.equals(signingName)
        && this.secretAccessKey.equals(secretAccessKey);
  }

  byte[] sign(byte[] message, int offset, int length) {
    return hmac.of(message, offset, length);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
