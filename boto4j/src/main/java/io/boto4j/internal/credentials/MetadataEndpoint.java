package io.boto4j.internal.credentials;

import io.boto4j.error.InvalidConfigException;
import io.boto4j.internal.config.Settings;
import io.boto4j.internal.text.Printable;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** The settings of the instance metadata service: its endpoint, timeout and attempts. */
final class MetadataEndpoint {
  private static final String IPV4 = "http://169.254.169.254/";
  private static final String IPV6 = "http://[fd00:ec2::254]/";
  private static final int MAX_TIMEOUT_SECONDS = 3600;

  private MetadataEndpoint() {}

  /**
   * Returns the base of the service's URLs, which ends in a slash.
   *
   * @throws InvalidConfigException if the configured endpoint is not a URL, or the mode is unknown
   */
  static URI base(Settings settings) {
    boolean ipv6 = isIpv6(settings);
    String custom =
        settings.value("AWS_EC2_METADATA_SERVICE_ENDPOINT", "ec2_metadata_service_endpoint");
    if (custom == null || custom.isEmpty()) {
      return URI.create(ipv6 ? IPV6 : IPV4);
    }
    if (ipv6) {
      System.getLogger("io.boto4j.credentials")
          .log(
              Level.WARNING,
              "Custom endpoint and IMDS_USE_IPV6 are both set. Using custom endpoint.");
    }
    URI uri = parse(custom.endsWith("/") ? custom : custom + "/");
    if (uri == null) {
      throw new InvalidConfigException(
          "Invalid endpoint EC2 Instance Metadata endpoint: "
              + Printable.of(custom)
              + ". Set AWS_EC2_METADATA_SERVICE_ENDPOINT to a URL like http://169.254.169.254/");
    }
    return uri;
  }

  /**
   * Returns a setting that is a whole number from 1 to 3600.
   *
   * @throws InvalidConfigException if it has any other value
   */
  static int number(Settings settings, String variable, String key, int usual) {
    String text = settings.value(variable, key);
    if (text == null || text.isEmpty()) {
      return usual;
    }
    try {
      int number = Integer.parseInt(text.strip());
      if (number >= 1 && number <= MAX_TIMEOUT_SECONDS) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Reported below.
    }
    throw new InvalidConfigException(
        "Invalid value for configuration "
            + key
            + " ("
            + variable
            + "): '"
            + Printable.of(text)
            + "'; expected a whole number from 1 to "
            + MAX_TIMEOUT_SECONDS);
  }

  private static boolean isIpv6(Settings settings) {
    String mode =
        settings.value(
            "AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE", "ec2_metadata_service_endpoint_mode");
    if (mode == null || mode.isEmpty()) {
      return Boolean.TRUE.equals(settings.bool("AWS_IMDS_USE_IPV6", "imds_use_ipv6"));
    }
    if (mode.equalsIgnoreCase("ipv6") || mode.equalsIgnoreCase("ipv4")) {
      return mode.equalsIgnoreCase("ipv6");
    }
    throw new InvalidConfigException(
        "Invalid EC2 Instance Metadata endpoint mode: "
            + Printable.of(mode)
            + " Valid endpoint modes (case-insensitive): ipv4, ipv6.");
  }

  private static @Nullable URI parse(String text) {
    try {
      URI uri = new URI(text);
      boolean http =
          "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      boolean plain =
          uri.getHost() != null
              && uri.getRawUserInfo() == null
              && uri.getRawQuery() == null
              && uri.getRawFragment() == null;
      return http && plain ? uri : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
