package io.boto4j.internal.client;

import io.boto4j.internal.signing.SigningOptions;
import io.boto4j.model.ServiceModel;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The options of signing. Loaded only if one is set, or if the service takes bearer tokens. */
final class SigningSettings {
  private SigningSettings() {}

  /**
   * Returns the options of a client.
   *
   * @param s3 whether the options of S3 apply to the service
   * @param sessionToken supplies the session's bearer token, or null
   */
  static SigningOptions of(
      ClientOptions options,
      ServiceModel service,
      boolean s3,
      Supplier<@Nullable String> sessionToken) {
    return new SigningOptions(
        options.text(Options.SIGNATURE_VERSION),
        options.names(Options.AUTH_SCHEME_PREFERENCE),
        options.text(Options.SIGV4A_SIGNING_REGION_SET),
        bearerToken(options, service),
        options.inCode(Options.SIGNATURE_VERSION) != null
            || options.inCode(Options.AUTH_SCHEME_PREFERENCE) != null,
        sessionToken,
        s3 ? options.flagOrNull(Options.S3_PAYLOAD_SIGNING_ENABLED) : null);
  }

  private static @Nullable String bearerToken(ClientOptions options, ServiceModel service) {
    String name = service.signingName().replace(' ', '_').replace('-', '_');
    return options
        .settings()
        .value("AWS_BEARER_TOKEN_" + name.toUpperCase(Locale.ROOT), /* profileKey= */ null);
  }
}
