package io.boto4j.internal.credentials;

import io.boto4j.credentials.Credentials;
import io.boto4j.error.CredentialRetrievalException;
import io.boto4j.error.PartialCredentialsException;
import io.boto4j.internal.config.Settings;
import io.boto4j.internal.text.Timestamps;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Credentials from system properties or environment variables. One class serves both, since each
 * class loaded lengthens a cold start.
 */
final class VariableCredentials implements ChainedProvider {
  private final Settings settings;
  private final boolean ofSystem;

  /** Whether the variables apply even if the profile was set in code. */
  private final boolean always;

  private final Supplier<ChainParts> parts;

  private VariableCredentials(
      Settings settings, boolean ofSystem, boolean always, Supplier<ChainParts> parts) {
    this.settings = settings;
    this.ofSystem = ofSystem;
    this.always = always;
    this.parts = parts;
  }

  static VariableCredentials ofSystemProperties(Settings settings, Supplier<ChainParts> parts) {
    return new VariableCredentials(settings, true, false, parts);
  }

  static VariableCredentials ofEnvironment(Settings settings, Supplier<ChainParts> parts) {
    return new VariableCredentials(settings, false, false, parts);
  }

  /** Returns the provider for a role whose {@code credential_source} is the environment. */
  static VariableCredentials ofEnvironmentAlways(Settings settings, Supplier<ChainParts> parts) {
    return new VariableCredentials(settings, false, true, parts);
  }

  @Override
  public String method() {
    return ofSystem ? "system-properties" : "env";
  }

  @Override
  public Lookup find() {
    if (!always && settings.profileWasSetInCode()) {
      return Lookup.notFound("skipped because the profile was set in code");
    }
    String accessKeyId = value("aws.accessKeyId", "AWS_ACCESS_KEY_ID");
    if (accessKeyId == null) {
      return Lookup.notFound((ofSystem ? "aws.accessKeyId" : "AWS_ACCESS_KEY_ID") + " is not set");
    }
    String secretAccessKey = value("aws.secretAccessKey", "AWS_SECRET_ACCESS_KEY");
    if (secretAccessKey == null) {
      throw new PartialCredentialsException(
          method(), ofSystem ? "aws.secretAccessKey" : "AWS_SECRET_ACCESS_KEY");
    }
    String sessionToken = value(null, "AWS_SECURITY_TOKEN");
    if (sessionToken == null) {
      sessionToken = value("aws.sessionToken", "AWS_SESSION_TOKEN");
    }
    Credentials credentials =
        StaticKeys.credentials(
            method(),
            accessKeyId,
            secretAccessKey,
            sessionToken,
            value("aws.accountId", "AWS_ACCOUNT_ID"));
    String expiration = value(null, "AWS_CREDENTIAL_EXPIRATION");
    return Lookup.found(
        expiration == null
            ? credentials
            : new ExpiringVariables(credentials, instant(expiration), parts.get().clock()));
  }

  private static Instant instant(String text) {
    try {
      return Timestamps.parse(text);
    } catch (IllegalArgumentException e) {
      throw new CredentialRetrievalException(
          "env",
          "AWS_CREDENTIAL_EXPIRATION is not a timestamp; expected one such as 2026-01-02T03:04:05Z",
          e);
    }
  }

  /** Returns a value, or null if it is unset or empty. */
  private @Nullable String value(@Nullable String property, String variable) {
    if (ofSystem) {
      return property == null ? null : settings.systemProperty(property);
    }
    return settings.value(variable, null);
  }
}
