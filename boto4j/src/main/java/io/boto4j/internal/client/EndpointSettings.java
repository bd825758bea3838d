package io.boto4j.internal.client;

import io.boto4j.internal.endpoint.EndpointOptions;
import io.boto4j.internal.error.Errors;
import io.boto4j.internal.text.Printable;
import io.boto4j.model.ServiceModel;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The options of a client's endpoints, with botocore's messages for invalid values. */
final class EndpointSettings {
  private EndpointSettings() {}

  /**
   * The options of a client.
   *
   * @param options the client's options
   * @param service the service's model
   * @param url the endpoint URL, or null for that of the endpoint rules
   * @param fipsRegion whether the region's name asks for FIPS endpoints, which wins over the option
   * @param s3 whether the options of S3 apply to the service
   */
  static EndpointOptions of(
      ClientOptions options,
      ServiceModel service,
      @Nullable String url,
      boolean fipsRegion,
      boolean s3) {
    return new EndpointOptions(
        url,
        fipsRegion || options.flag(Options.USE_FIPS_ENDPOINT),
        dualstack(options, s3),
        stsLegacy(options),
        accountIdEndpointMode(options),
        s3 ? s3(options) : null,
        options.flag(Options.USE_SSL),
        contextParams(options, service));
  }

  /** The parameters by the model's names, which boto3 spells in lower case with underscores. */
  private static Map<String, ?> contextParams(ClientOptions options, ServiceModel service) {
    Map<String, ?> inCode = options.inCode(Options.CLIENT_CONTEXT_PARAMS);
    if (inCode == null) {
      return Map.of();
    }
    Map<String, Object> params = new LinkedHashMap<>();
    for (String name : service.traits().map("clientContextParams").keySet()) {
      for (Map.Entry<String, ?> each : inCode.entrySet()) {
        if (each.getKey().replace("_", "").equalsIgnoreCase(name)) {
          params.put(name, each.getValue());
        }
      }
    }
    return params;
  }

  /** S3's own option goes before the general one; in the profile only if it is true. */
  private static boolean dualstack(ClientOptions options, boolean s3) {
    Boolean inCode = options.inCode(Options.S3_USE_DUALSTACK_ENDPOINT);
    if (s3 && inCode != null) {
      return inCode;
    }
    return (s3 && options.flag(Options.S3_USE_DUALSTACK_ENDPOINT))
        || options.flag(Options.USE_DUALSTACK_ENDPOINT);
  }

  private static boolean stsLegacy(ClientOptions options) {
    String value = options.text(Options.STS_REGIONAL_ENDPOINTS);
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

  private static String accountIdEndpointMode(ClientOptions options) {
    String version = options.inCode(Options.SIGNATURE_VERSION);
    if ("unsigned".equals(version) || "none".equals(version)) {
      return "disabled"; // as in botocore: without credentials there is no account ID
    }
    String mode =
        String.valueOf(options.text(Options.ACCOUNT_ID_ENDPOINT_MODE)).toLowerCase(Locale.ROOT);
    if (!mode.equals("preferred") && !mode.equals("disabled") && !mode.equals("required")) {
      throw Errors.invalidConfig(
          "The configured value '"
              + Printable.of(mode)
              + "' for 'account_id_endpoint_mode' is invalid. Valid values are: ('preferred',"
              + " 'disabled', 'required').");
    }
    return mode;
  }

  private static EndpointOptions.S3 s3(ClientOptions options) {
    String usEast1 = String.valueOf(options.text(Options.S3_US_EAST_1_REGIONAL_ENDPOINT));
    return new EndpointOptions.S3(
        addressingStyle(options),
        options.flag(Options.S3_USE_ACCELERATE_ENDPOINT),
        options.flagOrNull(Options.S3_USE_ARN_REGION),
        options.flag(Options.S3_DISABLE_MULTI_REGION_ACCESS_POINTS),
        isLegacy("S3 us-east-1 regional endpoint option ", usEast1),
        disableExpressSessionAuth(options),
        options.flag(Options.S3_EXPECT_CONTINUE));
  }

  /** Checked in code only, as in botocore. */
  private static @Nullable String addressingStyle(ClientOptions options) {
    String style = options.inCode(Options.S3_ADDRESSING_STYLE);
    if (style != null
        && !style.equals("virtual")
        && !style.equals("auto")
        && !style.equals("path")) {
      throw Errors.invalidConfig(
          "S3 addressing style "
              + Printable.of(style)
              + " is invalid. Valid options are: 'auto', 'virtual', and 'path'");
    }
    return options.text(Options.S3_ADDRESSING_STYLE);
  }

  private static @Nullable Boolean disableExpressSessionAuth(ClientOptions options) {
    Option<Boolean> option = Options.S3_DISABLE_EXPRESS_SESSION_AUTH;
    String value = options.text(option);
    if (value != null && !value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
      throw Errors.invalidConfig(
          "Invalid value \""
              + Printable.of(value)
              + "\" for "
              + option.profileKey()
              + ". Value must be a boolean");
    }
    return options.flagOrNull(option);
  }
}
