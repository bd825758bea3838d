package io.boto4j.internal.credentials;

import io.boto4j.credentials.Credentials;
import io.boto4j.error.CredentialRetrievalException;
import io.boto4j.error.PartialCredentialsException;
import io.boto4j.internal.config.Profile;
import org.jspecify.annotations.Nullable;

/** Conversion of keys in a profile or in the environment to credentials. */
final class StaticKeys {
  private StaticKeys() {}

  /**
   * Looks for keys in a profile.
   *
   * @param method botocore's name for the provider
   * @param profile the profile
   * @param where a description of the profile and its file, for messages
   */
  static Lookup find(String method, Profile profile, String where) {
    String accessKeyId = value(profile, "aws_access_key_id");
    if (accessKeyId == null) {
      return Lookup.notFound("no aws_access_key_id in " + where);
    }
    String secretAccessKey = value(profile, "aws_secret_access_key");
    if (secretAccessKey == null) {
      throw new PartialCredentialsException(method, "aws_secret_access_key");
    }
    String sessionToken = value(profile, "aws_security_token");
    if (sessionToken == null) {
      sessionToken = value(profile, "aws_session_token");
    }
    String accountId = value(profile, "aws_account_id");
    return Lookup.found(
        credentials(method, accessKeyId, secretAccessKey, sessionToken, accountId), where);
  }

  /** Creates credentials from keys that a user wrote, which may contain invalid characters. */
  static Credentials credentials(
      String method,
      String accessKeyId,
      String secretAccessKey,
      @Nullable String sessionToken,
      @Nullable String accountId) {
    try {
      return Credentials.of(accessKeyId, secretAccessKey, sessionToken)
          .withAccountId(accountId)
          .withSource(method);
    } catch (IllegalArgumentException e) {
      throw new CredentialRetrievalException(method, String.valueOf(e.getMessage()), e);
    }
  }

  private static @Nullable String value(Profile profile, String key) {
    String value = profile.value(key);
    return value == null || value.isEmpty() ? null : value;
  }
}
