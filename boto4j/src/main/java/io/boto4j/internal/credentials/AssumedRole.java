package io.boto4j.internal.credentials;

import io.boto4j.credentials.CredentialsProvider;
import java.util.Map;

/** The credentials of an assumed role. */
public final class AssumedRole {
  static final String METHOD = "assume-role";

  private AssumedRole() {}

  /**
   * Creates credentials that are fetched from STS when they are first needed, and again before they
   * expire, or only once if they require an MFA code.
   *
   * @param parts the parts of the chain
   * @param arguments the input of {@code AssumeRole}, which is not copied; a missing session name
   *     is generated
   * @param source the provider whose credentials sign the call
   * @return the credentials
   */
  public static CredentialsProvider credentials(
      ChainParts parts, Map<String, Object> arguments, CredentialsProvider source) {
    return new RefreshingCredentials(
        METHOD,
        new RoleFetcher(parts, METHOD, arguments, source),
        parts.clock(),
        arguments.containsKey("SerialNumber") ? RefreshWindows.NONE : RefreshWindows.CREDENTIALS);
  }
}
