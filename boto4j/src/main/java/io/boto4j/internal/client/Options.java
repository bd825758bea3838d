package io.boto4j.internal.client;

import static io.boto4j.internal.client.OptionGroups.BODY;
import static io.boto4j.internal.client.OptionGroups.CONNECTION;
import static io.boto4j.internal.client.OptionGroups.ENDPOINT;
import static io.boto4j.internal.client.OptionGroups.GENERAL;
import static io.boto4j.internal.client.OptionGroups.NETWORK;
import static io.boto4j.internal.client.OptionGroups.RETRY;
import static io.boto4j.internal.client.OptionGroups.S3;
import static io.boto4j.internal.client.OptionGroups.SIGNING;
import static io.boto4j.internal.client.OptionGroups.USER_AGENT;

import io.boto4j.Interceptor;
import io.boto4j.ProxiesConfig;
import io.boto4j.credentials.CredentialsProvider;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;

/**
 * The table of client options, one row per option. The sources of an option's value, the guard of
 * its group and its line in {@code docs/configuration.md} derive from the row, so that a new option
 * takes a row here, a setter and a getter in {@code ClientConfig} or {@code S3Config}, and its use.
 *
 * <p>The rows are in the order of that page.
 */
public final class Options {
  /** The rows so far, while the constants below are created. */
  private static final List<Option<?>> ROWS = new ArrayList<>(64);

  /** The region. */
  public static final Option<String> REGION =
      text("region", GENERAL)
          .variables("AWS_REGION", "AWS_DEFAULT_REGION")
          .profile("region")
          .unlessSet("the session's; a global service needs none");

  /** The endpoint URL. */
  public static final Option<String> ENDPOINT_URL =
      text("endpointUrl", GENERAL)
          .variables("AWS_ENDPOINT_URL")
          .environmentText("`AWS_ENDPOINT_URL_DYNAMODB` (one service), `AWS_ENDPOINT_URL`")
          .profile("endpoint_url")
          .profileText("`endpoint_url`, in `services` too")
          .unlessSet("the endpoint rules");

  /** Whether endpoint URLs of the environment and the profile are ignored. */
  public static final Option<Boolean> IGNORE_CONFIGURED_ENDPOINT_URLS =
      flag("ignoreConfiguredEndpointUrls", GENERAL)
          .variables("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS")
          .profile("ignore_configured_endpoint_urls")
          .constant(false);

  /** Whether AWS is called over TLS. */
  public static final Option<Boolean> USE_SSL = flag("useSsl", GENERAL).constant(true);

  /** The API version of the service. */
  public static final Option<String> API_VERSION =
      text("apiVersion", GENERAL)
          .block("api_versions", Option.SERVICE)
          .profileText("`api_versions` (a block, by service)")
          .unlessSet("the newest");

  /** The client's own credentials. */
  public static final Option<CredentialsProvider> CREDENTIALS =
      Options.<CredentialsProvider>object("credentials", GENERAL).unlessSet("the session's");

  /** The time limit for reaching a server. */
  public static final Option<Duration> CONNECT_TIMEOUT =
      duration("connectTimeout", CONNECTION)
          .constant(Duration.ofSeconds(60))
          .unlessSet("60 s, or the timeout of the defaults mode");

  /** The time limit for each wait for more of a response. */
  public static final Option<Duration> READ_TIMEOUT =
      duration("readTimeout", CONNECTION).constant(Duration.ofSeconds(60));

  /** The attempts of a call, the first included. */
  public static final Option<Integer> MAX_ATTEMPTS =
      number("maxAttempts", RETRY)
          .variables("AWS_MAX_ATTEMPTS")
          .profile("max_attempts")
          .unlessSet("3 in all, 4 for DynamoDB; in mode `legacy` 5 and 10");

  /** The retry mode. */
  public static final Option<String> RETRY_MODE =
      text("retryMode", RETRY)
          .variables("AWS_RETRY_MODE")
          .profile("retry_mode")
          .constant("standard");

  /** The time limit for a call with all its attempts. */
  public static final Option<Duration> TOTAL_TIMEOUT =
      duration("totalTimeout", RETRY).unlessSet("no limit");

  /** The idle connections kept per host. */
  public static final Option<Integer> MAX_POOL_CONNECTIONS =
      number("maxPoolConnections", CONNECTION)
          .constant(10)
          .unlessSet("10 idle connections per host");

  /** The connections that may be open to a host at once. */
  public static final Option<Integer> MAX_CONNECTIONS =
      number("maxConnections", NETWORK).constant(0).unlessSet("any number");

  /** Whether responses that were dropped unread are reported. */
  public static final Option<Boolean> LEAK_DETECTION =
      flag("leakDetection", NETWORK).constant(false);

  /** The proxies by scheme of the endpoint. */
  public static final Option<Map<String, String>> PROXIES =
      Options.<Map<String, String>>object("proxies", NETWORK)
          .variables("https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY")
          .jvmProperties("https.proxyHost", "http.proxyHost")
          .environmentText(
              "`HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`; before them the JVM's `https.proxyHost`,"
                  + " `http.proxyHost`")
          .unlessSet("none");

  /** The options of connections to proxies. */
  public static final Option<ProxiesConfig> PROXIES_CONFIG =
      Options.<ProxiesConfig>object("proxiesConfig", NETWORK)
          .unlessSet("the JVM's trust store; CONNECT for https");

  /** Whether certificates of servers are verified. */
  public static final Option<Boolean> VERIFY = flag("verify", NETWORK).constant(true);

  /** The authorities that certificates of servers are checked against. */
  public static final Option<Path> CA_BUNDLE =
      file("caBundle", NETWORK)
          .variables("AWS_CA_BUNDLE")
          .profile("ca_bundle")
          .lastVariable("REQUESTS_CA_BUNDLE")
          .unlessSet("the JVM's trust store");

  /** The certificate that servers are shown. */
  public static final Option<Path> CLIENT_CERT = file("clientCert", NETWORK).unlessSet("none");

  /** The private key of that certificate. */
  public static final Option<Path> CLIENT_KEY =
      file("clientKey", NETWORK)
          .unlessSet("in the file of `clientCert`; `clientCert(certificate, key)` sets it");

  /** The whole of TLS, in place of the four options above. */
  public static final Option<SSLContext> SSL_CONTEXT =
      Options.<SSLContext>object("sslContext", NETWORK).unlessSet("TLS with the JVM's trust store");

  /** Whether TCP keep-alive probes are sent. */
  public static final Option<Boolean> TCP_KEEPALIVE =
      flag("tcpKeepalive", CONNECTION)
          .variables("BOTOCORE_TCP_KEEPALIVE")
          .profile("tcp_keepalive")
          .constant(false);

  /** Whether parameters are checked against the model. */
  public static final Option<Boolean> PARAMETER_VALIDATION =
      flag("parameterValidation", GENERAL).profile("parameter_validation").constant(true);

  /** The interceptors, in the order in which they see a call. */
  public static final Option<List<Interceptor>> INTERCEPTORS =
      Options.<List<Interceptor>>object("interceptor", GENERAL)
          .unlessSet("none; see [interceptors](interceptors.md). `interceptorFirst` adds in front");

  /** Whether an operation's host prefix is put before the host. */
  public static final Option<Boolean> INJECT_HOST_PREFIX =
      flag("injectHostPrefix", GENERAL)
          .variables("AWS_DISABLE_HOST_PREFIX_INJECTION")
          .profile("disable_host_prefix_injection")
          .negated()
          .constant(true);

  /** The header User-Agent instead of boto4j's own. */
  public static final Option<String> USER_AGENT_WHOLE =
      text("userAgent", USER_AGENT).unlessSet("boto4j's own");

  /** The text appended to the header User-Agent. */
  public static final Option<String> USER_AGENT_EXTRA =
      text("userAgentExtra", USER_AGENT).unlessSet("nothing");

  /** The application's name in the header User-Agent. */
  public static final Option<String> USER_AGENT_APP_ID =
      text("userAgentAppId", USER_AGENT)
          .variables("AWS_SDK_UA_APP_ID")
          .profile("sdk_ua_app_id")
          .unlessSet("nothing");

  /** The defaults mode. */
  public static final Option<String> DEFAULTS_MODE =
      text("defaultsMode", GENERAL)
          .variables("AWS_DEFAULTS_MODE")
          .profile("defaults_mode")
          .constant("legacy");

  /** The rule by which requests get a checksum. */
  public static final Option<String> REQUEST_CHECKSUM_CALCULATION =
      text("requestChecksumCalculation", BODY)
          .variables("AWS_REQUEST_CHECKSUM_CALCULATION")
          .profile("request_checksum_calculation")
          .constant("when_supported");

  /** The rule by which responses are checked against a checksum. */
  public static final Option<String> RESPONSE_CHECKSUM_VALIDATION =
      text("responseChecksumValidation", BODY)
          .variables("AWS_RESPONSE_CHECKSUM_VALIDATION")
          .profile("response_checksum_validation")
          .constant("when_supported");

  /** Whether bodies of requests are never compressed. */
  public static final Option<Boolean> DISABLE_REQUEST_COMPRESSION =
      flag("disableRequestCompression", BODY)
          .variables("AWS_DISABLE_REQUEST_COMPRESSION")
          .profile("disable_request_compression")
          .constant(false);

  /** The size from which on the body of a request is compressed. */
  public static final Option<Integer> REQUEST_MIN_COMPRESSION_SIZE_BYTES =
      number("requestMinCompressionSizeBytes", BODY)
          .variables("AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES")
          .profile("request_min_compression_size_bytes")
          .constant(10_240);

  /** The signature version. */
  public static final Option<String> SIGNATURE_VERSION =
      text("signatureVersion", SIGNING)
          .block(Option.SERVICE, "signature_version")
          .profileText("`signature_version` in the service's block")
          .unlessSet("the service's");

  /** The preferred auth schemes, best first. */
  public static final Option<List<String>> AUTH_SCHEME_PREFERENCE =
      names("authSchemePreference", SIGNING)
          .variables("AWS_AUTH_SCHEME_PREFERENCE")
          .profile("auth_scheme_preference")
          .unlessSet("the service's order");

  /** The regions that SigV4a signs for. */
  public static final Option<String> SIGV4A_SIGNING_REGION_SET =
      text("sigv4aSigningRegionSet", SIGNING)
          .variables("AWS_SIGV4A_SIGNING_REGION_SET")
          .profile("sigv4a_signing_region_set")
          .unlessSet("the endpoint's");

  /** Whether FIPS endpoints are used. */
  public static final Option<Boolean> USE_FIPS_ENDPOINT =
      flag("useFipsEndpoint", ENDPOINT)
          .variables("AWS_USE_FIPS_ENDPOINT")
          .profile("use_fips_endpoint")
          .constant(false);

  /** Whether dual-stack endpoints are used. */
  public static final Option<Boolean> USE_DUALSTACK_ENDPOINT =
      flag("useDualstackEndpoint", ENDPOINT)
          .variables("AWS_USE_DUALSTACK_ENDPOINT")
          .profile("use_dualstack_endpoint")
          .constant(false);

  /** The endpoint of STS. */
  public static final Option<String> STS_REGIONAL_ENDPOINTS =
      text("stsRegionalEndpoints", ENDPOINT)
          .variables("AWS_STS_REGIONAL_ENDPOINTS")
          .profile("sts_regional_endpoints")
          .constant("regional");

  /** Whether the account ID is part of the host. */
  public static final Option<String> ACCOUNT_ID_ENDPOINT_MODE =
      text("accountIdEndpointMode", ENDPOINT)
          .variables("AWS_ACCOUNT_ID_ENDPOINT_MODE")
          .profile("account_id_endpoint_mode")
          .constant("preferred");

  /** Whether endpoints are discovered. */
  public static final Option<String> ENDPOINT_DISCOVERY_ENABLED =
      text("endpointDiscoveryEnabled", GENERAL)
          .variables("AWS_ENDPOINT_DISCOVERY_ENABLED")
          .profile("endpoint_discovery_enabled")
          .unlessSet("`auto`: only where the service requires it");

  /** Parameters of the service's endpoint rules. */
  public static final Option<Map<String, ?>> CLIENT_CONTEXT_PARAMS =
      Options.<Map<String, ?>>object("clientContextParams", ENDPOINT).unlessSet("none");

  /** Whether the bucket is in the host or in the path. */
  public static final Option<String> S3_ADDRESSING_STYLE =
      text("s3.addressingStyle", S3).block("s3", "addressing_style").unlessSet("`auto`");

  /** Whether transfer acceleration is used. */
  public static final Option<Boolean> S3_USE_ACCELERATE_ENDPOINT =
      flag("s3.useAccelerateEndpoint", S3).block("s3", "use_accelerate_endpoint").constant(false);

  /** Whether dual-stack endpoints are used; goes before the general option. */
  public static final Option<Boolean> S3_USE_DUALSTACK_ENDPOINT =
      flag("s3.useDualstackEndpoint", S3)
          .block("s3", "use_dualstack_endpoint")
          .unlessSet("the general option");

  /** Whether the region of an ARN is used instead of the client's. */
  public static final Option<Boolean> S3_USE_ARN_REGION =
      flag("s3.useArnRegion", S3)
          .variables("AWS_S3_USE_ARN_REGION")
          .profile("s3_use_arn_region")
          .block("s3", "use_arn_region")
          .unlessSet("true for S3, false for S3 Control");

  /** Whether multi-region access points are refused. */
  public static final Option<Boolean> S3_DISABLE_MULTI_REGION_ACCESS_POINTS =
      flag("s3.disableMultiRegionAccessPoints", S3)
          .variables("AWS_S3_DISABLE_MULTIREGION_ACCESS_POINTS")
          .block("s3", "s3_disable_multiregion_access_points")
          .constant(false);

  /** Whether requests to directory buckets are signed like others. */
  public static final Option<Boolean> S3_DISABLE_EXPRESS_SESSION_AUTH =
      flag("s3.disableExpressSessionAuth", S3)
          .variables("AWS_S3_DISABLE_EXPRESS_SESSION_AUTH")
          .profile("s3_disable_express_session_auth")
          .unlessSet("false");

  /** The endpoint of us-east-1. */
  public static final Option<String> S3_US_EAST_1_REGIONAL_ENDPOINT =
      text("s3.usEast1RegionalEndpoint", S3)
          .variables("AWS_S3_US_EAST_1_REGIONAL_ENDPOINT")
          .profile("s3_us_east_1_regional_endpoint")
          .block("s3", "us_east_1_regional_endpoint")
          .constant("legacy")
          .unlessSet("`legacy`; `regional` in any defaults mode");

  /** Whether bodies are signed. */
  public static final Option<Boolean> S3_PAYLOAD_SIGNING_ENABLED =
      flag("s3.payloadSigningEnabled", SIGNING)
          .block("s3", "payload_signing_enabled")
          .unlessSet("true, except for streams over TLS with a checksum");

  /** Whether uploads wait for permission to send their body. */
  public static final Option<Boolean> S3_EXPECT_CONTINUE =
      flag("s3.expectContinue", S3).constant(true);

  /** All options of a client. */
  public static final Options TABLE = new Options(ROWS);

  private final Option<?>[] rows;

  private Options(List<Option<?>> rows) {
    this.rows = rows.toArray(new Option<?>[0]);
  }

  /**
   * Whether any of the options of {@code S3Config} is set.
   *
   * @param values the values set in code
   * @return true if one is set
   */
  public static boolean isAnyOfS3Set(OptionValues values) {
    for (Option<?> row : TABLE.rows) {
      if (row.name().startsWith("s3.") && values.get(row) != null) {
        return true;
      }
    }
    return false;
  }

  /** This table with one more row, whose index must be {@link #size}. */
  Options plus(Option<?> row) {
    List<Option<?>> more = new ArrayList<>(List.of(rows));
    more.add(row);
    return new Options(more);
  }

  int size() {
    return rows.length;
  }

  Option<?> row(int index) {
    return rows[index];
  }

  private static Option<String> text(String name, String group) {
    return add(new Option<>(ROWS.size(), name, String.class, group));
  }

  /** A list of names, which a text separates by commas. */
  private static Option<List<String>> names(String name, String group) {
    return add(new Option<>(ROWS.size(), name, List.class, group));
  }

  private static Option<Boolean> flag(String name, String group) {
    return add(new Option<>(ROWS.size(), name, Boolean.class, group));
  }

  private static Option<Integer> number(String name, String group) {
    return add(new Option<>(ROWS.size(), name, Integer.class, group));
  }

  private static Option<Duration> duration(String name, String group) {
    return add(new Option<>(ROWS.size(), name, Duration.class, group));
  }

  private static Option<Path> file(String name, String group) {
    return add(new Option<>(ROWS.size(), name, Path.class, group));
  }

  /** An object that has no form as text. A class literal of ours would load the class. */
  private static <T> Option<T> object(String name, String group) {
    return add(new Option<>(ROWS.size(), name, Object.class, group));
  }

  private static <T> Option<T> add(Option<T> row) {
    ROWS.add(row);
    return row;
  }
}
