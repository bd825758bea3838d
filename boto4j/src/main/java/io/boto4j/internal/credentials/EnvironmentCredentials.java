package io.boto4j.internal.credentials;

import io.boto4j.config.Settings;
import io.boto4j.error.PartialCredentialsException;
import org.jspecify.annotations.Nullable;

/**
 * Credentials from environment variables.
 *
 * <p>{@code AWS_CREDENTIAL_EXPIRATION} is left alone: botocore reads the environment again when
 * that moment comes, but the environment of a JVM does not change.
 */
final class EnvironmentCredentials implements ChainedProvider {
  private static final String METHOD = "env";

  private final Settings settings;

  EnvironmentCredentials(Settings settings) {
    this.settings = settings;
  }

  @Override
  public String method() {
    return METHOD;
  }

  @Override
  public Lookup find() {
    if (settings.profileWasSetInCode()) {
      return Lookup.notFound("not asked, because the profile was set in code");
    }
    String accessKeyId = variable("AWS_ACCESS_KEY_ID");
    if (accessKeyId == null) {
      return Lookup.notFound("AWS_ACCESS_KEY_ID is not set");
    }
    String secretAccessKey = variable("AWS_SECRET_ACCESS_KEY");
    if (secretAccessKey == null) {
      throw new PartialCredentialsException(METHOD, "AWS_SECRET_ACCESS_KEY");
    }
    String sessionToken = variable("AWS_SECURITY_TOKEN");
    if (sessionToken == null) {
      sessionToken = variable("AWS_SESSION_TOKEN");
    }
    return StaticKeys.found(
        METHOD, accessKeyId, secretAccessKey, sessionToken, variable("AWS_ACCOUNT_ID"));
  }

  /** Of these variables, botocore takes empty ones for unset. */
  private @Nullable String variable(String name) {
    String value = settings.value(name, null);
    return value == null || value.isEmpty() ? null : value;
  }
}
