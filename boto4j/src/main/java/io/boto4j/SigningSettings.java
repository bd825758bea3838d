package io.boto4j;

import io.boto4j.internal.config.Settings;
import io.boto4j.internal.signing.SigningOptions;
import io.boto4j.model.ServiceModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gathers what code, environment and profile say of signing. */
final class SigningSettings {
  private SigningSettings() {}

  static SigningOptions of(
      ClientConfig config,
      Settings settings,
      ServiceModel service,
      Supplier<@Nullable String> sessionToken) {
    String version = config.signatureVersion();
    if (version == null) {
      version = settings.nested(service.name()).get("signature_version");
    }
    List<String> preference = config.authSchemePreference();
    if (preference.isEmpty()) {
      preference = names(settings.value("AWS_AUTH_SCHEME_PREFERENCE", "auth_scheme_preference"));
    }
    String regionSet = config.sigv4aSigningRegionSet();
    if (regionSet == null) {
      regionSet = settings.value("AWS_SIGV4A_SIGNING_REGION_SET", "sigv4a_signing_region_set");
    }
    return new SigningOptions(
        version,
        preference,
        regionSet,
        bearerToken(settings, service),
        config.signatureVersion() != null || !config.authSchemePreference().isEmpty(),
        sessionToken,
        signsPayload(config, settings, service));
  }

  static @Nullable Boolean signsPayload(
      ClientConfig config, Settings settings, ServiceModel service) {
    String prefix = service.endpointPrefix();
    if (!prefix.equals("s3") && !prefix.equals("s3-control")) {
      return null;
    }
    Boolean inCode = config.s3() == null ? null : config.s3().payloadSigningEnabled();
    String inProfile = settings.nested("s3").get("payload_signing_enabled");
    if (inCode != null) {
      return inCode;
    }
    return inProfile == null ? null : (Boolean) inProfile.equalsIgnoreCase("true");
  }

  private static @Nullable String bearerToken(Settings settings, ServiceModel service) {
    String name = service.signingName().replace(' ', '_').replace('-', '_');
    String token =
        settings.value("AWS_BEARER_TOKEN_" + name.toUpperCase(Locale.ROOT), /* profileKey= */ null);
    return token == null || token.isEmpty() ? null : token;
  }

  /** A list with commas between; blanks around its names do not count. */
  private static List<String> names(@Nullable String text) {
    List<String> names = new ArrayList<>();
    for (int from = 0, to; text != null && from <= text.length(); from = to + 1) {
      to = text.indexOf(',', from);
      to = to < 0 ? text.length() : to;
      String name = text.substring(from, to).strip();
      if (!name.isEmpty()) {
        names.add(name);
      }
    }
    return names;
  }
}
