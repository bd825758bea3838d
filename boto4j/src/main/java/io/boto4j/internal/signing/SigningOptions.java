package io.boto4j.internal.signing;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the user says of signing.
 *
 * @param signatureVersion botocore's name of a signature version, {@code unsigned} for none, or
 *     null
 * @param authSchemePreference names of auth schemes without their name space, best first
 * @param sigv4aRegionSet the regions that SigV4a signs for, or null
 * @param bearerToken a token for this service, found in the environment, or null
 * @param setInCode whether the first two were set in code, which a token in the environment does
 *     not override
 * @param sessionToken gives a token of the user's session, or null where there is none; null for no
 *     such source. Unlike a token in the environment it does not change how requests are signed
 * @param signsPayload whether S3's bodies are signed, or null to leave it to the request
 */
public record SigningOptions(
    @Nullable String signatureVersion,
    List<String> authSchemePreference,
    @Nullable String sigv4aRegionSet,
    @Nullable String bearerToken,
    boolean setInCode,
    @Nullable Supplier<@Nullable String> sessionToken,
    @Nullable Boolean signsPayload) {
  /** Nothing said. */
  public static final SigningOptions NONE =
      new SigningOptions(null, List.of(), null, null, false, null, null);

  /**
   * What the user says, who has no session that gives tokens, and leaves bodies to the request.
   *
   * @param signatureVersion botocore's name of a signature version, or null
   * @param authSchemePreference names of auth schemes, best first
   * @param sigv4aRegionSet the regions that SigV4a signs for, or null
   * @param bearerToken a token found in the environment, or null
   * @param setInCode whether the first two were set in code
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

  /** Without the token. */
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
