package io.boto4j.internal.credentials;

import io.boto4j.credentials.CredentialsProvider;
import io.boto4j.error.CredentialRetrievalException;
import io.boto4j.error.InfiniteLoopConfigException;
import io.boto4j.error.InvalidConfigException;
import io.boto4j.error.PartialCredentialsException;
import io.boto4j.internal.config.Profile;
import io.boto4j.internal.config.Profiles;
import io.boto4j.internal.text.Printable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Credentials of the role that the profile names, assumed with those of another profile or of a
 * named source. Roles may be chained. STS is called when the credentials are first requested.
 */
final class AssumeRoleCredentials implements ChainedProvider {
  private static final String METHOD = AssumedRole.METHOD;

  private final ChainParts parts;
  private final Profiles profiles;

  /** The profiles visited, in order, to detect a loop. */
  private final List<String> visited = new ArrayList<>();

  AssumeRoleCredentials(ChainParts parts) {
    this.parts = parts;
    this.profiles = parts.settings().profiles();
  }

  @Override
  public String method() {
    return METHOD;
  }

  @Override
  public Lookup find() {
    String name = parts.settings().profileName();
    Profile profile = profiles.find(name);
    if (profile == null) {
      return Lookup.notFound("no profile '" + Printable.of(name) + "'");
    }
    if (!isRole(profile)) {
      return Lookup.notFound(
          profile.value("role_arn") == null
              ? "no role_arn in profile '" + Printable.of(name) + "'"
              : "profile '" + Printable.of(name) + "' has a web_identity_token_file");
    }
    visited.clear();
    visited.add(name);
    return Lookup.found(role(profile), path(profile));
  }

  /**
   * Whether a profile is for this provider. A web identity is for another, even within a chain of
   * roles.
   */
  private static boolean isRole(Profile profile) {
    return profile.value("role_arn") != null && profile.value("web_identity_token_file") == null;
  }

  private static boolean hasKeys(Profile profile) {
    return profile.value("aws_access_key_id") != null
        || profile.value("aws_secret_access_key") != null;
  }

  private CredentialsProvider role(Profile profile) {
    CredentialsProvider source = source(profile);
    Map<String, Object> arguments = new LinkedHashMap<>();
    put(arguments, "RoleSessionName", profile.value("role_session_name"));
    put(arguments, "ExternalId", profile.value("external_id"));
    put(arguments, "SerialNumber", profile.value("mfa_serial"));
    put(arguments, "DurationSeconds", integer(profile.value("duration_seconds")));
    put(arguments, "RoleArn", profile.value("role_arn"));
    return AssumedRole.credentials(parts, arguments, source);
  }

  private static void put(Map<String, Object> arguments, String name, @Nullable Object value) {
    if (value != null) {
      arguments.put(name, value);
    }
  }

  /** Returns a number, or null if the text is not one: botocore ignores it too. */
  private static @Nullable Integer integer(@Nullable String text) {
    try {
      return text == null ? null : Integer.valueOf(text.strip());
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private CredentialsProvider source(Profile profile) {
    String name = Printable.of(profile.name());
    String sourceProfile = profile.value("source_profile");
    String credentialSource = profile.value("credential_source");
    if (sourceProfile != null && credentialSource != null) {
      throw new InvalidConfigException(
          "The profile \"" + name + "\" contains both source_profile and credential_source.");
    }
    if (credentialSource != null) {
      return namedSource(name, credentialSource);
    }
    if (sourceProfile == null) {
      throw new PartialCredentialsException(METHOD, "source_profile or credential_source");
    }
    return profileSource(profile.name(), sourceProfile);
  }

  private CredentialsProvider namedSource(String profile, String source) {
    ChainedProvider provider = DefaultOrder.ofSource(source, parts);
    if (provider == null) {
      throw new InvalidConfigException(
          "The credential source \""
              + Printable.of(source)
              + "\" referenced in profile \""
              + profile
              + "\" is not valid. It may be Environment, Ec2InstanceMetadata or EcsContainer.");
    }
    Lookup lookup = provider.find();
    CredentialsProvider found = lookup.provider();
    if (found == null) {
      throw new CredentialRetrievalException(
          source,
          "No credentials found in credential_source referenced in profile "
              + profile
              + ": "
              + lookup.reason());
    }
    return found;
  }

  private CredentialsProvider profileSource(String parent, String name) {
    Profile source = profiles.find(name);
    if (source == null) {
      throw new InvalidConfigException(
          "The source_profile \""
              + Printable.of(name)
              + "\" referenced in the profile \""
              + Printable.of(parent)
              + "\" does not exist.");
    }
    // A profile may name itself if it also has keys, which the role is then assumed with.
    if (visited.contains(name) && !(name.equals(parent) && hasKeys(source))) {
      throw new InfiniteLoopConfigException(
          "Infinite loop in credential configuration detected. Attempting to load from profile "
              + Printable.of(name)
              + " which has already been visited. Visited profiles: "
              + shown(visited));
    }
    visited.add(name);
    return isRole(source) && !hasKeys(source) ? role(source) : ofProfile(name);
  }

  private CredentialsProvider ofProfile(String name) {
    StringBuilder reasons = new StringBuilder();
    CredentialsProvider found =
        CredentialsChain.firstFound(DefaultOrder.ofProfile(parts.forProfile(name)), reasons);
    if (found == null) {
      throw new InvalidConfigException(
          "The source profile \""
              + Printable.of(name)
              + "\" must have credentials. Providers tried:"
              + reasons);
    }
    return found;
  }

  private String path(Profile profile) {
    StringBuilder path = new StringBuilder("profile ").append(shown(visited));
    String source = profile.value("credential_source");
    if (visited.size() == 1 && source != null) {
      path.append(", source ").append(Printable.of(source));
    }
    return path.toString();
  }

  private static String shown(List<String> names) {
    StringBuilder shown = new StringBuilder();
    for (String name : names) {
      shown.append(shown.length() == 0 ? "'" : " -> '").append(Printable.of(name)).append('\'');
    }
    return shown.toString();
  }
}
