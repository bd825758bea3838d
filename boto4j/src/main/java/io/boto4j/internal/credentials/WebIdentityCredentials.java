package io.boto4j.internal.credentials;

import io.boto4j.error.InvalidConfigException;
import io.boto4j.internal.config.Profile;
import io.boto4j.internal.config.Settings;
import io.boto4j.internal.text.Printable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Credentials of a role that STS issues for a token in a file, such as one written by Kubernetes.
 * Each setting comes from the environment, else from the profile.
 */
final class WebIdentityCredentials implements ChainedProvider {
  private static final String METHOD = "assume-role-with-web-identity";

  private final ChainParts parts;
  private final Settings settings;

  WebIdentityCredentials(ChainParts parts) {
    this.parts = parts;
    this.settings = parts.settings();
  }

  @Override
  public String method() {
    return METHOD;
  }

  @Override
  public Lookup find() {
    String tokenFile = value("AWS_WEB_IDENTITY_TOKEN_FILE", "web_identity_token_file");
    if (tokenFile == null || tokenFile.isEmpty()) {
      return Lookup.notFound(
          "neither AWS_WEB_IDENTITY_TOKEN_FILE nor web_identity_token_file of profile '"
              + Printable.of(settings.profileName())
              + "' is set");
    }
    String role = value("AWS_ROLE_ARN", "role_arn");
    if (role == null || role.isEmpty()) {
      throw new InvalidConfigException(
          "The provided profile or the current environment is configured to assume role with web"
              + " identity but has no role ARN configured. Ensure that the profile has the"
              + " role_arn configuration set or the AWS_ROLE_ARN env var is set.");
    }
    Map<String, Object> arguments = new LinkedHashMap<>();
    String name = value("AWS_ROLE_SESSION_NAME", "role_session_name");
    if (name != null && !name.isEmpty()) {
      arguments.put("RoleSessionName", name);
    }
    arguments.put("RoleArn", role);
    String shown = Printable.whole(tokenFile);
    RoleFetcher fetcher =
        new RoleFetcher(parts, METHOD, arguments, new TokenFile(settings.profiles(), tokenFile));
    return Lookup.found(
        new RefreshingCredentials(METHOD, fetcher, parts.clock()),
        "role " + Printable.of(role) + " with the token in " + shown);
  }

  private @Nullable String value(String variable, String key) {
    String value = settings.profileWasSetInCode() ? null : settings.value(variable, null);
    if (value != null) {
      return value;
    }
    Profile profile = settings.profile();
    return profile == null ? null : profile.value(key);
  }
}
