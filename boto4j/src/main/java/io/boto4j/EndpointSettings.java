package io.boto4j;

import io.boto4j.internal.config.ConfiguredEndpointUrls;
import io.boto4j.internal.config.Settings;
import io.boto4j.internal.endpoint.EndpointOptions;
import io.boto4j.internal.error.Errors;
import io.boto4j.internal.text.Printable;
import io.boto4j.model.ServiceModel;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts together what code, environment and profile say of a client's endpoints. */
final class EndpointSettings {
  private final ClientConfig config;
  private final Settings settings;
  private final ServiceModel service;
  private final String endpointPrefix;

  /** What S3's us-east-1 has where nothing else is said. */
  private final boolean regionalByDefault;

  private EndpointSettings(
      ClientConfig config, Settings settings, ServiceModel service, boolean regionalByDefault) {
    this.config = config;
    this.regionalByDefault = regionalByDefault;
    this.settings = settings;
    this.service = service;
    this.endpointPrefix = service.endpointPrefix();
  }

  /** The options of a client; a FIPS pseudo-region says fips, whatever else does. */
  static EndpointOptions of(
      ClientConfig config,
      Settings settings,
      ServiceModel service,
      boolean fipsRegion,
      boolean s3UsEast1Regional) {
    return new EndpointSettings(config, settings, service, s3UsEast1Regional)
        .options(url(config, settings, service), fipsRegion);
  }

  private static @Nullable String url(
      ClientConfig config, Settings settings, ServiceModel service) {
    String inCode = config.endpointUrl();
    if (inCode != null) {
      return inCode;
    }
    boolean ignored =
        flag(
            config.ignoreConfiguredEndpointUrls(),
            settings,
            "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
            "ignore_configured_endpoint_urls");
    return ignored ? null : ConfiguredEndpointUrls.find(settings, service.serviceId());
  }

  private EndpointOptions options(@Nullable String url, boolean fipsRegion) {
    boolean s3 = endpointPrefix.equals("s3") || endpointPrefix.equals("s3-control");
    boolean fips =
        fipsRegion
            || flag(
                config.useFipsEndpoint(), settings, "AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint");
    return new EndpointOptions(
        url,
        fips,
        dualstack(s3),
        stsLegacy(),
        accountIdEndpointMode(),
        s3 ? s3() : EndpointOptions.S3.DEFAULT,
        config.useSsl(),
        config.clientContextParams().isEmpty() ? Map.of() : contextParams());
  }

  /** By the model's names, which boto3 writes in small letters with underscores. */
  private Map<String, Object> contextParams() {
    Map<String, Object> params = new LinkedHashMap<>();
    for (String name : service.traits().map("clientContextParams").keySet()) {
      for (Map.Entry<String, ?> given : config.clientContextParams().entrySet()) {
        if (given.getKey().replace("_", "").equalsIgnoreCase(name)) {
          params.put(name, given.getValue());
        }
      }
    }
    return params;
  }

  /** What is said of S3 wins over what is said in general; in a file, only if it is true. */
  private boolean dualstack(boolean s3) {
    Boolean inCode = config.s3() == null ? null : config.s3().useDualstackEndpoint();
    if (s3 && inCode != null) {
      return inCode;
    }
    if (s3 && "true".equalsIgnoreCase(settings.nested("s3").get("use_dualstack_endpoint"))) {
      return true;
    }
    return flag(
        config.useDualstackEndpoint(),
        settings,
        "AWS_USE_DUALSTACK_ENDPOINT",
        "use_dualstack_endpoint");
  }

  private boolean stsLegacy() {
    String inCode = config.stsRegionalEndpoints();
    String value =
        inCode == null
            ? settings.value("AWS_STS_REGIONAL_ENDPOINTS", "sts_regional_endpoints")
            : inCode;
    return value != null && !value.isEmpty() && isLegacy("STS regional endpoints option ", value);
  }

  private static boolean isLegacy(String option, String value) {
    if (!value.equals("legacy") && !value.equals("regional")) {
      throw Errors.invalidConfig(
          option
              + Printable.of(value)
              + " is invalid. Valid options are: \"legacy\", \"regional\"");
    }
    return value.equals("legacy");
  }

  private String accountIdEndpointMode() {
    String version = config.signatureVersion();
    if ("unsigned".equals(version) || "none".equals(version)) {
      return "disabled"; // as in botocore: there are no credentials that could tell an account
    }
    String inCode = config.accountIdEndpointMode();
    String value =
        inCode == null
            ? settings.value("AWS_ACCOUNT_ID_ENDPOINT_MODE", "account_id_endpoint_mode")
            : inCode;
    if (value == null) {
      return "preferred";
    }
    String mode = value.toLowerCase(Locale.ROOT);
    if (!mode.equals("preferred") && !mode.equals("disabled") && !mode.equals("required")) {
      throw Errors.invalidConfig(
          "The configured value '"
              + Printable.of(mode)
              + "' for 'account_id_endpoint_mode' is invalid. Valid values are: ('preferred',"
              + " 'disabled', 'required').");
    }
    return mode;
  }

  private EndpointOptions.S3 s3() {
    S3Config inCode = config.s3() == null ? S3Config.builder().build() : config.s3();
    String style = inCode.addressingStyle();
    if (style != null
        && !style.equals("virtual")
        && !style.equals("auto")
        && !style.equals("path")) {
      throw Errors.invalidConfig(
          "S3 addressing style "
              + Printable.of(style)
              + " is invalid. Valid options are: 'auto', 'virtual', and 'path'");
    }
    String usEast1 =
        s3(
            inCode.usEast1RegionalEndpoint(),
            "AWS_S3_US_EAST_1_REGIONAL_ENDPOINT",
            "s3_us_east_1_regional_endpoint",
            "us_east_1_regional_endpoint");
    return new EndpointOptions.S3(
        s3(style, null, null, "addressing_style"),
        isTrue(s3(text(inCode.useAccelerateEndpoint()), null, null, "use_accelerate_endpoint")),
        bool(
            s3(
                text(inCode.useArnRegion()),
                "AWS_S3_USE_ARN_REGION",
                "s3_use_arn_region",
                "use_arn_region")),
        isTrue(
            s3(
                text(inCode.disableMultiRegionAccessPoints()),
                "AWS_S3_DISABLE_MULTIREGION_ACCESS_POINTS",
                null,
                "s3_disable_multiregion_access_points")),
        usEast1 == null
            ? !regionalByDefault
            : isLegacy("S3 us-east-1 regional endpoint option ", usEast1),
        disableExpressSessionAuth(inCode.disableExpressSessionAuth()));
  }

  private @Nullable Boolean disableExpressSessionAuth(@Nullable Boolean inCode) {
    String key = "s3_disable_express_session_auth";
    String value =
        inCode == null
            ? settings.value("AWS_S3_DISABLE_EXPRESS_SESSION_AUTH", key)
            : inCode.toString();
    if (value != null && !value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
      throw Errors.invalidConfig(
          "Invalid value \"" + Printable.of(value) + "\" for " + key + ". Value must be a boolean");
    }
    return bool(value);
  }

  /** In botocore's order: code, environment, the profile's own key, its block {@code s3}. */
  private @Nullable String s3(
      @Nullable String inCode, @Nullable String variable, @Nullable String key, String inBlock) {
    String value = inCode == null ? settings.value(variable, key) : inCode;
    return value == null ? settings.nested("s3").get(inBlock) : value;
  }

  private static @Nullable String text(@Nullable Boolean value) {
    return value == null ? null : value.toString();
  }

  private static @Nullable Boolean bool(@Nullable String value) {
    return value == null ? null : isTrue(value);
  }

  private static boolean isTrue(@Nullable String value) {
    return "true".equalsIgnoreCase(value);
  }

  private static boolean flag(
      @Nullable Boolean inCode, Settings settings, String variable, String key) {
    return Boolean.TRUE.equals(inCode == null ? settings.bool(variable, key) : inCode);
  }
}
