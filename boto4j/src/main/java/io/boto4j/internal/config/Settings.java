package io.boto4j.internal.config;

import io.boto4j.error.ConfigParseException;
import io.boto4j.error.InvalidRegionException;
import io.boto4j.error.ProfileNotFoundException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The value chain of one session: the environment, then the active profile.
 *
 * <p>The active profile is the one given in code, else the system property {@code aws.profile},
 * else {@code AWS_DEFAULT_PROFILE}, else {@code AWS_PROFILE} (botocore's order, which is not that
 * of other SDKs), else {@code default} if there is one. A profile that was named must exist, even
 * if its name is {@code default} or empty.
 *
 * <p>An environment variable that is set but empty is a value, as in botocore, and hides the
 * profile's; {@link #region()} alone looks further. Files are read when a profile was named, and
 * otherwise when the environment leaves a question open. Safe to share between threads.
 */
public final class Settings {
  private final Map<String, String> environment;

  /** Null for those of the JVM, of which there are too many to copy. */
  private final @Nullable Map<String, String> systemProperties;

  private final Profiles profiles;
  private final boolean profileSetInCode;

  /** The profile that was named, or null if none was. */
  private final @Nullable String namedProfile;

  /**
   * Makes the settings of a session that has no system properties.
   *
   * @param environment the environment variables
   * @param profiles the profiles of the shared files
   * @param profileInCode the profile named in code, or null
   * @throws ProfileNotFoundException when a profile was named, in code or in the environment, that
   *     does not exist
   * @throws ConfigParseException when a profile was named and a file cannot be read or understood
   */
  public Settings(
      Map<String, String> environment, Profiles profiles, @Nullable String profileInCode) {
    this(environment, Map.of(), profiles, profileInCode);
  }

  /**
   * Makes the settings of a session.
   *
   * @param environment the environment variables
   * @param systemProperties the system properties, or null for those of the JVM
   * @param profiles the profiles of the shared files
   * @param profileInCode the profile named in code, or null
   * @throws ProfileNotFoundException when a profile was named, wherever, that does not exist
   * @throws ConfigParseException when a profile was named and a file cannot be read or understood
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
      named = environment.get("AWS_DEFAULT_PROFILE");
      namedBy = "It was named by AWS_DEFAULT_PROFILE";
    }
    if (named == null) {
      named = environment.get("AWS_PROFILE");
      namedBy = "It was named by AWS_PROFILE";
    }
    this.namedProfile = named;
    if (named != null && profiles.find(named) == null) {
      throw MissingProfile.exception(named, namedBy, profiles);
    }
  }

  /**
   * These settings with another profile, as if it had been named in code.
   *
   * @param profile the name
   * @return the settings
   * @throws ProfileNotFoundException when there is no such profile
   * @throws ConfigParseException when a file cannot be read or understood
   */
  public Settings withProfile(String profile) {
    return new Settings(environment, systemProperties, profiles, profile);
  }

  /**
   * A system property.
   *
   * @param name as {@code aws.region}
   * @return the value, or null if it is not set, or empty
   */
  public @Nullable String systemProperty(String name) {
    String value = systemProperties == null ? System.getProperty(name) : systemProperties.get(name);
    return isUnset(value) ? null : value;
  }

  /**
   * A value: what the environment says, else what the profile says.
   *
   * @param environmentName the environment variable, or null if there is none for it
   * @param profileKey the key in the profile, in lower case, or null if there is none for it
   * @return the value, maybe empty, or null if neither has one
   * @throws ConfigParseException when the profile is asked and a file cannot be read or understood
   */
  public @Nullable String value(@Nullable String environmentName, @Nullable String profileKey) {
    String value = environmentName == null ? null : environment.get(environmentName);
    if (value != null || profileKey == null) {
      return value;
    }
    Profile profile = profile();
    return profile == null ? null : profile.value(profileKey);
  }

  /**
   * A yes or no: what the environment says, else what the profile says.
   *
   * @param environmentName the environment variable, or null if there is none for it
   * @param profileKey the key in the profile, in lower case, or null if there is none for it
   * @return true for {@code true} in any case, false for any other value, null if there is none
   * @throws ConfigParseException when the profile is asked and a file cannot be read or understood
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
   * @throws ConfigParseException when a file cannot be read or understood
   */
  public Map<String, String> nested(String profileKey) {
    Profile profile = profile();
    return profile == null ? Map.of() : profile.nested(profileKey);
  }

  /**
   * The region: the system property {@code aws.region}, else {@code AWS_REGION}, else {@code
   * AWS_DEFAULT_REGION}, else {@code region} of the profile.
   *
   * <p>Where one of them is empty the next is asked: botocore would make a host name with a hole in
   * it.
   *
   * @return the region, or null if there is none
   * @throws InvalidRegionException when the region found cannot be part of a host name
   * @throws ConfigParseException when the profile is asked and a file cannot be read or understood
   */
  public @Nullable String region() {
    String region = systemProperty("aws.region");
    if (region == null) {
      region = environment.get("AWS_REGION");
    }
    if (isUnset(region)) {
      region = environment.get("AWS_DEFAULT_REGION");
    }
    if (isUnset(region)) {
      region = value(null, "region");
    }
    return region == null || region.isEmpty() ? null : Region.check(region);
  }

  /**
   * The name of the active profile.
   *
   * @return the name that was given, else {@code default}, whether there is such a profile or not
   */
  public String profileName() {
    return namedProfile == null ? "default" : namedProfile;
  }

  /**
   * Whether the profile was named in code, which takes the environment out of the credentials
   * chain.
   *
   * @return true if in code, false if in the environment or not at all
   */
  public boolean profileWasSetInCode() {
    return profileSetInCode;
  }

  /**
   * The active profile.
   *
   * @return the profile, or null if none was named and there is no {@code default}
   * @throws ConfigParseException when a file cannot be read or understood
   */
  public @Nullable Profile profile() {
    return profiles.find(profileName());
  }

  /**
   * The profiles of the shared files.
   *
   * @return all of them, the active one or not
   */
  public Profiles profiles() {
    return profiles;
  }

  private static boolean isUnset(@Nullable String value) {
    return value == null || value.isEmpty();
  }
}
