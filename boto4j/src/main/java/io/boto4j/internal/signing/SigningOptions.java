package io.boto4j.internal.signing;

import java.util.List;
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
 */
public record SigningOptions(
    @Nullable String signatureVersion,
    List<String> authSchemePreference,
    @Nullable String sigv4aRegionSet,
    @Nullable String bearerToken,
    boolean setInCode) {
  /** Nothing said. */
  public static final SigningOptions NONE = new SigningOptions(null, List.of(), null, null, false);

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
