package io.boto4j.internal.config;

import io.boto4j.error.ConfigParseException;
import io.boto4j.error.InvalidRegionException;
import io.boto4j.error.ProfileNotFoundException;
import io.boto4j.internal.error.Errors;
import io.boto4j.internal.text.HostLabels;
import io.boto4j.internal.text.Printable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one session: the environment, then the active profile.
 *
 * <p>The active profile is named in code, else in the system property {@code aws.profile}, else in
 * {@code AWS_DEFAULT_PROFILE}, else in {@code AWS_PROFILE} (botocore's order, which differs from
 * that of other SDKs), else it is {@code default} if that exists. A named profile must exist, even
 * if its name is {@code default}.
 *
 * <p>An environment variable that is set but empty counts as unset, as in the SDKs for Go and
 * JavaScript: {@code docker -e NAME} and CI systems create such variables. botocore takes most of
 * them for a value, and then fails or hides that of the profile. The files are read at once if a
 * profile is named, else when a setting is requested that the environment does not have. Safe to
 * share between threads.
 */
public final class Settings {
  private final Map<String, String> environment;

  /** Null for those of the JVM, which are not copied because there are many. */
  private final @Nullable Map<String, String> systemProperties;

  private final Profiles profiles;
  private final boolean profileSetInCode;

  /** The name of the profile, or null if none was set. */
  private final @Nullable String namedProfile;

  /**
   * Creates the settings of a session without system properties.
   *
   * @param environment the environment variables
   * @param profiles the profiles of the shared files
   * @param profileInCode the profile named in code, or null
   * @throws ProfileNotFoundException if the profile named in code or in the environment does not
   *     exist
   * @throws ConfigParseException if a profile is named and a file cannot be read or parsed
   */
  public Settings(
      Map<String, String> environment, Profiles profiles, @Nullable String profileInCode) {
    this(environment, Map.of(), profiles, profileInCode);
  }

  /**
   * Creates the settings of a session.
   *
   * @param environment the environment variables
   * @param systemProperties the system properties, or null for those of the JVM
   * @param profiles the profiles of the shared files
   * @param profileInCode the profile named in code, or null
   * @throws ProfileNotFoundException if the named profile does not exist
   * @throws ConfigParseException if a profile is named and a file cannot be read or parsed
   */
  public Settings(
      Map<String, String> environment,
      @Nullable Map<String, String> systemProperties,
      Profiles profiles,
      @Nullable String profileInCode) {
    this.environment = environment;
    this.systemProperties = systemProperties;
    this.profiles = profiles;
    this.profileSetInCode = profileInCode != null;
    String named = profileInCode;
    String namedBy = "It was named in code";
    if (named == null) {
      named = systemProperty("aws.profile");
      namedBy = "It was named by the system property aws.profile";
    }
    if (named == null) {
      named = setVariable("AWS_DEFAULT_PROFILE");
      namedBy = "It was named by AWS_DEFAULT_PROFILE";
    }
    if (named == null) {
      named = setVariable("AWS_PROFILE");
      namedBy = "It was named by AWS_PROFILE";
    }
    this.namedProfile = named;
    if (named != null && profiles.find(named) == null) {
      throw MissingProfile.exception(named, namedBy, profiles);
    }
  }

  /**
   * Returns these settings with another profile, as if it had been named in code.
   *
   * @param profile the name
   * @return the settings
   * @throws ProfileNotFoundException if there is no such profile
   * @throws ConfigParseException if a file cannot be read or parsed
   */
  public Settings withProfile(String profile) {
    return new Settings(environment, systemProperties, profiles, profile);
  }

  /**
   * A system property.
   *
   * @param name the name, such as {@code aws.region}
   * @return the value, or null if it is unset or empty
   */
  public @Nullable String systemProperty(String name) {
    String value = systemProperties == null ? System.getProperty(name) : systemProperties.get(name);
    return isUnset(value) ? null : value;
  }

  /**
   * A value from the environment, else from the profile.
   *
   * @param environmentName the environment variable, or null if the setting has none
   * @param profileKey the key in the profile, in lower case, or null if the setting has none
   * @return the value, which is empty only if that of the profile is, or null if neither has one
   * @throws ConfigParseException if the profile is consulted and a file cannot be read or parsed
   */
  public @Nullable String value(@Nullable String environmentName, @Nullable String profileKey) {
    String value = environmentName == null ? null : setVariable(environmentName);
    if (value != null || profileKey == null) {
      return value;
    }
    Profile profile = profile();
    return profile == null ? null : profile.value(profileKey);
  }

  /**
   * An environment variable for which empty and unset differ, such as {@code https_proxy}.
   *
   * @param name the name
   * @return the value, which may be empty, or null if it is unset
   */
  public @Nullable String variable(String name) {
    return environment.get(name);
  }

  private @Nullable String setVariable(String name) {
    String value = environment.get(name);
    return isUnset(value) ? null : value;
  }

  /**
   * A boolean from the environment, else from the profile.
   *
   * @param environmentName the environment variable, or null if the setting has none
   * @param profileKey the key in the profile, in lower case, or null if the setting has none
   * @return true for {@code true} in any letter case, false for any other value, null if there is
   *     none
   * @throws ConfigParseException if the profile is consulted and a file cannot be read or parsed
   */
  public @Nullable Boolean bool(@Nullable String environmentName, @Nullable String profileKey) {
    String value = value(environmentName, profileKey);
    return value == null ? null : value.equalsIgnoreCase("true");
  }

  /**
   * A nested block of the profile, such as {@code s3}.
   *
   * @param profileKey the key in the profile, in lower case
   * @return the block, empty if there is none
   * @throws ConfigParseException if a file cannot be read or parsed
   */
  public Map<String, String> nested(String profileKey) {
    Profile profile = profile();
    return profile == null ? Map.of() : profile.nested(profileKey);
  }

  /**
   * The region: the system property {@code aws.region}, else {@code AWS_REGION}, else {@code
   * AWS_DEFAULT_REGION}, else {@code region} of the profile.
   *
   * <p>An empty value is skipped; botocore would build a host name with an empty label.
   *
   * @return the region, or null if there is none
   * @throws InvalidRegionException if the region cannot be part of a host name
   * @throws ConfigParseException if the profile is consulted and a file cannot be read or parsed
   */
  public @Nullable String region() {
    String region = systemProperty("aws.region");
    if (region == null) {
      region = setVariable("AWS_REGION");
    }
    if (region == null) {
      region = setVariable("AWS_DEFAULT_REGION");
    }
    if (region == null) {
      region = value(null, "region");
    }
    return region == null || region.isEmpty() ? null : checkRegion(region);
  }

  /**
   * The name of the active profile.
   *
   * @return the name that was set, else {@code default}, whether that profile exists or not
   */
  public String profileName() {
    return namedProfile == null ? "default" : namedProfile;
  }

  /**
   * Whether the profile was named in code, which excludes the environment from the credentials
   * chain.
   *
   * @return false if it was named elsewhere or not at all
   */
  public boolean profileWasSetInCode() {
    return profileSetInCode;
  }

  /**
   * The active profile.
   *
   * @return the profile, or null if none was named and there is no {@code default}
   * @throws ConfigParseException if a file cannot be read or parsed
   */
  public @Nullable Profile profile() {
    return profiles.find(profileName());
  }

  /**
   * The profiles of the shared files.
   *
   * @return all profiles, not only the active one
   */
  public Profiles profiles() {
    return profiles;
  }

  private static boolean isUnset(@Nullable String value) {
    return value == null || value.isEmpty();
  }

  /**
   * Checks that a region can be a label of a host name: without this check, the region {@code
   * x.evil.com/#} would send signed requests to another host. Whether the region exists is not
   * known: AWS adds regions, and custom endpoints may use any name.
   *
   * @param region a region from code, the environment or a file
   * @return the same region
   * @throws InvalidRegionException unless it is 1 to 63 ASCII letters, digits and hyphens, without
   *     a hyphen at either end, and not digits alone
   */
  public static String checkRegion(String region) {
    if (!HostLabels.isLabel(region) || isNumber(region)) {
      throw Errors.invalidRegion(Printable.of(region));
    }
    return region;
  }

  private static boolean isNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
