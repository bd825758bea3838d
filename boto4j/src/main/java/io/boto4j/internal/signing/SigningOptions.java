package io.boto4j.internal.signing;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The configured options of signing.
 *
 * @param signatureVersion botocore's name of a signature version, {@code unsigned} for requests
 *     without a signature, or null if it was not set
 * @param authSchemePreference names of auth schemes without their namespace, the best first
 * @param sigv4aRegionSet the regions that SigV4a signs for, or null
 * @param bearerToken a token for this service from the environment, or null
 * @param setInCode whether one of the first two was set in code, which a token in the environment
 *     does not override
 * @param sessionToken a source of a token of the session, which may return null; or null. Unlike a
 *     token in the environment it does not change the signature version
 * @param signsPayload whether S3's bodies are signed, or null if it was not set: the request
 *     decides
 */
public record SigningOptions(
    @Nullable String signatureVersion,
    List<String> authSchemePreference,
    @Nullable String sigv4aRegionSet,
    @Nullable String bearerToken,
    boolean setInCode,
    @Nullable Supplier<@Nullable String> sessionToken,
    @Nullable Boolean signsPayload) {
  /** Options of which none is set. */
  public static final SigningOptions NONE =
      new SigningOptions(null, List.of(), null, null, false, null, null);

  /**
   * Creates options without a token of the session and without {@code signsPayload}.
   *
   * @param signatureVersion botocore's name of a signature version, or null
   * @param authSchemePreference names of auth schemes, the best first
   * @param sigv4aRegionSet the regions that SigV4a signs for, or null
   * @param bearerToken a token from the environment, or null
   * @param setInCode whether one of the first two was set in code
   */
  public SigningOptions(
      @Nullable String signatureVersion,
      List<String> authSchemePreference,
      @Nullable String sigv4aRegionSet,
      @Nullable String bearerToken,
      boolean setInCode) {
    this(
        signatureVersion,
        authSchemePreference,
        sigv4aRegionSet,
        bearerToken,
        setInCode,
        null,
        null);
  }

  /** Returns the options without the token. */
  @Override
  public String toString() {
    return "SigningOptions["
        + signatureVersion
        + ", "
        + authSchemePreference
        + ", "
        + sigv4aRegionSet
        + "]";
  }
}
