package io.boto4j.internal.config;

import io.boto4j.internal.error.Errors;
import io.boto4j.internal.text.Printable;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The endpoint URL of a service as configured outside the code, in this order: {@code
 * AWS_ENDPOINT_URL_<SERVICE>}, {@code AWS_ENDPOINT_URL}, the profile's {@code services} section,
 * the profile's {@code endpoint_url}.
 */
public final class ConfiguredEndpointUrls {
  private static final String VARIABLE = "AWS_ENDPOINT_URL";
  private static final String KEY = "endpoint_url";

  private ConfiguredEndpointUrls() {}

  /**
   * Finds the endpoint URL of a service.
   *
   * @param settings the environment and the profile
   * @param serviceId the service's id, such as {@code Elastic Load Balancing v2}
   * @return the URL, or null if it is unset or empty
   * @throws io.boto4j.error.InvalidConfigException if the profile names a services section that
   *     does not exist
   * @throws io.boto4j.error.ConfigParseException if a file cannot be read or parsed
   */
  public static @Nullable String find(Settings settings, String serviceId) {
    String id = serviceId.replace(' ', '_').replace('-', '_').toLowerCase(Locale.ROOT);
    String url = settings.value(VARIABLE + "_" + id.toUpperCase(Locale.ROOT), null);
    if (url == null) {
      url = settings.value(VARIABLE, null);
    }
    Profile profile = url == null ? settings.profile() : null;
    if (profile != null) {
      url = inServices(settings, profile, id);
      if (isUnset(url)) {
        url = profile.value(KEY);
      }
    }
    return isUnset(url) ? null : url;
  }

  private static @Nullable String inServices(Settings settings, Profile profile, String id) {
    String name = profile.value("services");
    if (name == null) {
      return null;
    }
    Profile services = settings.profiles().services(name);
    if (services == null) {
      throw Errors.invalidConfig(
          "The profile is configured to use the services section but the \""
              + Printable.of(name)
              + "\" services configuration does not exist.");
    }
    return services.nested(id).get(KEY);
  }

  private static boolean isUnset(@Nullable String value) {
    return value == null || value.isEmpty();
  }
}
