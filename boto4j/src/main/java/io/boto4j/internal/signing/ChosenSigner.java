package io.boto4j.internal.signing;

/**
 * How one request is signed.
 *
 * @param version botocore's name of it: {@code v4}, {@code s3v4}, {@code v4a}, {@code s3v4a},
 *     {@code v4-s3express}, {@code bearer}, {@code none}, or one that is not known
 * @param properties how the request is made canonical, and what the signature is good for
 */
public record ChosenSigner(String version, SigningProperties properties) {
  /** The version of a request that is not signed. */
  public static final String NONE = "none";

  /** The version of a request that carries a token. */
  public static final String BEARER = "bearer";

  /** The version of a request to a directory bucket. */
  static final String EXPRESS = "v4-s3express";

  /**
   * Whether the request carries no proof of who sends it.
   *
   * @return true for {@code none}
   */
  public boolean isNone() {
    return version.equals(NONE);
  }

  /**
   * Whether the request carries a bearer token.
   *
   * @return true for {@code bearer}
   */
  public boolean isBearer() {
    return version.equals(BEARER);
  }

  /**
   * Whether the request is signed with the credentials of a directory bucket's session.
   *
   * @return true for {@code v4-s3express}
   */
  public boolean isExpress() {
    return version.equals(EXPRESS);
  }

  /**
   * Whether the signature is made with a key pair.
   *
   * @return true for {@code v4a} and {@code s3v4a}
   */
  public boolean isAsymmetric() {
    return version.endsWith("v4a");
  }

  /**
   * Whether this is a signature that boto4j can make.
   *
   * @return false for SigV2, SigV3 and what nobody knows
   */
  public boolean isSigV4() {
    return isAsymmetric() || version.equals("v4") || version.equals("s3v4") || isExpress();
  }
}
