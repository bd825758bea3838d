package io.boto4j.internal.credentials;

import io.boto4j.credentials.CredentialsProvider;
import java.util.Map;

/** Credentials of a role that others assume. */
public final class AssumedRole {
  static final String METHOD = "assume-role";

  private AssumedRole() {}

  /**
   * Makes credentials that STS is asked for when they are first needed, and again before they
   * expire; if they take a code from a device, then once.
   *
   * @param parts what the chain works with
   * @param arguments the input of {@code AssumeRole}, kept; a session name is made up if there is
   *     none
   * @param source whose credentials sign the call
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
