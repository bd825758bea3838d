package io.boto4j.internal.credentials;

import io.boto4j.error.InvalidConfigException;
import io.boto4j.internal.config.Profile;
import io.boto4j.internal.config.Profiles;
import io.boto4j.internal.text.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The IAM Identity Center settings of a profile, merged with the {@code sso-session} it names.
 *
 * @param profile the name of the profile
 * @param session the name of the session, or null in the older form without one
 * @param startUrl the URL at which a user signs in
 * @param region the region of the Identity Center
 * @param accountId the account of the role, or null if only a token is needed
 * @param roleName the role, or null if only a token is needed
 */
record SsoConfig(
    String profile,
    @Nullable String session,
    String startUrl,
    String region,
    @Nullable String accountId,
    @Nullable String roleName) {
  private static final String SESSION = "sso_session";
  private static final String START_URL = "sso_start_url";
  private static final String REGION = "sso_region";
  private static final String ACCOUNT_ID = "sso_account_id";
  private static final String ROLE_NAME = "sso_role_name";

  /** Whether a profile names a role. */
  static boolean asksForRole(Profile profile) {
    return profile.value(ROLE_NAME) != null || profile.value(ACCOUNT_ID) != null;
  }

  /**
   * Returns the settings of a profile that names a role.
   *
   * @throws InvalidConfigException if a setting is missing, or profile and session disagree
   */
  static SsoConfig ofRole(Profiles profiles, Profile profile) {
    String name = profile.value(SESSION);
    Profile session = null;
    if (name != null) {
      session = profiles.ssoSession(name);
      if (session == null) {
        throw new InvalidConfigException(
            "The specified sso-session does not exist: \""
                + Printable.of(name)
                + "\". "
                + hint(name));
      }
      checkAgreement(profile, session);
    }
    List<String> missing = new ArrayList<>();
    for (String key : new String[] {ROLE_NAME, ACCOUNT_ID, START_URL, REGION}) {
      if (value(profile, session, key) == null) {
        missing.add(key);
      }
    }
    if (!missing.isEmpty()) {
      throw new InvalidConfigException(
          "The profile \""
              + Printable.of(profile.name())
              + "\" is configured to use SSO but is missing required configuration: "
              + String.join(", ", missing)
              + ". Run `aws configure sso`, or add it");
    }
    return of(profile, session, name);
  }

  /**
   * Returns the settings of a profile for a token, or null if it names no session.
   *
   * @throws InvalidConfigException if the session does not exist or is incomplete
   */
  static @Nullable SsoConfig ofToken(Profiles profiles, @Nullable Profile profile) {
    String name = profile == null ? null : profile.value(SESSION);
    if (profile == null || name == null) {
      return null;
    }
    String problem =
        "The profile \""
            + Printable.of(profile.name())
            + "\" is configured to use the SSO token provider but ";
    Profile session = profiles.ssoSession(name);
    if (session == null) {
      throw new InvalidConfigException(
          problem
              + "the \""
              + Printable.of(name)
              + "\" sso_session configuration does not exist. "
              + hint(name));
    }
    List<String> missing = new ArrayList<>();
    for (String key : new String[] {START_URL, REGION}) {
      if (session.value(key) == null) {
        missing.add(key);
      }
    }
    if (!missing.isEmpty()) {
      throw new InvalidConfigException(
          problem + "is missing the following configuration: " + String.join(", ", missing) + ".");
    }
    return of(profile, session, name);
  }

  /** Returns the name of the token, which appears in messages and determines its file. */
  String tokenName() {
    return session == null ? startUrl : session;
  }

  /** Returns the command that signs in again. */
  String command() {
    return "aws sso login" + NextCommand.profile(profile);
  }

  private static SsoConfig of(Profile profile, @Nullable Profile session, @Nullable String name) {
    return new SsoConfig(
        profile.name(),
        name,
        Objects.requireNonNull(value(profile, session, START_URL)),
        Objects.requireNonNull(value(profile, session, REGION)),
        value(profile, session, ACCOUNT_ID),
        value(profile, session, ROLE_NAME));
  }

  private static void checkAgreement(Profile profile, Profile session) {
    for (String key : session.keys()) {
      String ofSession = session.value(key);
      String ofProfile = profile.value(key);
      if (ofSession != null && ofProfile != null && !ofSession.equals(ofProfile)) {
        throw new InvalidConfigException(
            "The value for "
                + Printable.of(key)
                + " is inconsistent between profile ("
                + Printable.of(ofProfile)
                + ") and sso-session ("
                + Printable.of(ofSession)
                + "). Remove it from the profile");
      }
    }
  }

  private static @Nullable String value(Profile profile, @Nullable Profile session, String key) {
    String value = session == null ? null : session.value(key);
    return value == null ? profile.value(key) : value;
  }

  private static String hint(String session) {
    return "Add a section [sso-session "
        + Printable.of(session)
        + "] to the config file, or run `aws configure sso`";
  }
}
