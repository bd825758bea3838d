package io.boto4j.internal.signing;

/**
 * The signature version of one request, and its properties.
 *
 * @param version botocore's name of the version: {@code v4}, {@code s3v4}, {@code v4a}, {@code
 *     s3v4a}, {@code v4-s3express}, {@code v2}, {@code bearer}, {@code none}, or an unknown one
 * @param properties the credential scope, and the treatment of the path
 */
public record ChosenSigner(String version, SigningProperties properties) {
  /** The version of a request that is not signed. */
  public static final String NONE = "none";

  /** The version of a request that carries a token. */
  public static final String BEARER = "bearer";

  /** The version of a request to a directory bucket. */
  static final String EXPRESS = "v4-s3express";

  /**
   * Whether the request is sent without a signature or a token.
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
   * Whether the request is signed with a key pair.
   *
   * @return true for {@code v4a} and {@code s3v4a}
   */
  public boolean isAsymmetric() {
    return version.endsWith("v4a");
  }

  /**
   * Whether the parameters of the request are signed, and contain the signature.
   *
   * @return true for {@code v2}
   */
  public boolean isSigV2() {
    return version.equals("v2");
  }

  /**
   * Whether the signature is one of SigV4, which can be part of a URL too.
   *
   * @return true for versions of SigV4; false for SigV2, unknown ones, and for tokens
   */
  public boolean isSigV4() {
    return isAsymmetric() || version.equals("v4") || version.equals("s3v4") || isExpress();
  }
}
