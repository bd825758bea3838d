package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** An environment variable that is set but empty counts as unset. */
final class EmptyVariablesTest {
  private static final String PROFILE =
      """
      [default]
      aws_access_key_id = AKIDEXAMPLE
      aws_secret_access_key = secret
      aws_session_token = token
      aws_account_id = 123456789012
      region = eu-west-1
      use_fips_endpoint = true
      use_dualstack_endpoint = true
      request_checksum_calculation = when_required
      response_checksum_validation = when_required
      retry_mode = adaptive
      max_attempts = 7
      account_id_endpoint_mode = disabled
      defaults_mode = standard
      sdk_ua_app_id = app
      request_min_compression_size_bytes = 1
      sts_regional_endpoints = legacy
      """;

  @TempDir private Path home;

  /** All variables that boto4j reads, except those of {@link #WITH_A_MEANING}. */
  static List<String> variables() {
    return List.of(
        "AWS_ACCESS_KEY_ID",
        "AWS_ACCOUNT_ID",
        "AWS_ACCOUNT_ID_ENDPOINT_MODE",
        "AWS_AUTH_SCHEME_PREFERENCE",
        "AWS_BEARER_TOKEN_BEDROCK",
        "AWS_CA_BUNDLE",
        "AWS_CONTAINER_AUTHORIZATION_TOKEN",
        "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE",
        "AWS_CONTAINER_CREDENTIALS_FULL_URI",
        "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
        "AWS_CREDENTIAL_EXPIRATION",
        "AWS_CREDENTIAL_FILE",
        "AWS_DATA_PATH",
        "AWS_DEFAULTS_MODE",
        "AWS_DEFAULT_PROFILE",
        "AWS_DEFAULT_REGION",
        "AWS_DISABLE_HOST_PREFIX_INJECTION",
        "AWS_DISABLE_REQUEST_COMPRESSION",
        "AWS_EC2_METADATA_DISABLED",
        "AWS_EC2_METADATA_SERVICE_ENDPOINT",
        "AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE",
        "AWS_EC2_METADATA_V1_DISABLED",
        "AWS_ENDPOINT_DISCOVERY_ENABLED",
        "AWS_ENDPOINT_URL",
        "AWS_ENDPOINT_URL_S3",
        "AWS_EXECUTION_ENV",
        "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
        "AWS_IMDS_USE_IPV6",
        "AWS_LAMBDA_FUNCTION_NAME",
        "AWS_LOGIN_CACHE_DIRECTORY",
        "AWS_MAX_ATTEMPTS",
        "AWS_METADATA_SERVICE_NUM_ATTEMPTS",
        "AWS_METADATA_SERVICE_TIMEOUT",
        "AWS_PROFILE",
        "AWS_REGION",
        "AWS_REQUEST_CHECKSUM_CALCULATION",
        "AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES",
        "AWS_RESPONSE_CHECKSUM_VALIDATION",
        "AWS_RETRY_MODE",
        "AWS_ROLE_ARN",
        "AWS_ROLE_SESSION_NAME",
        "AWS_S3_DISABLE_EXPRESS_SESSION_AUTH",
        "AWS_S3_DISABLE_MULTIREGION_ACCESS_POINTS",
        "AWS_S3_USE_ARN_REGION",
        "AWS_S3_US_EAST_1_REGIONAL_ENDPOINT",
        "AWS_SDK_UA_APP_ID",
        "AWS_SECRET_ACCESS_KEY",
        "AWS_SECURITY_TOKEN",
        "AWS_SESSION_TOKEN",
        "AWS_SIGV4A_SIGNING_REGION_SET",
        "AWS_STS_REGIONAL_ENDPOINTS",
        "AWS_USE_DUALSTACK_ENDPOINT",
        "AWS_USE_FIPS_ENDPOINT",
        "AWS_WEB_IDENTITY_TOKEN_FILE",
        "BOTO4J_LOG",
        "BOTOCORE_TCP_KEEPALIVE",
        "BOTO_CONFIG",
        "HTTPS_PROXY",
        "HTTP_PROXY",
        "REQUESTS_CA_BUNDLE",
        "REQUEST_METHOD",
        "_X_AMZN_TRACE_ID");
  }

  /**
   * The variables for which empty and unset differ. As in botocore, an empty path is no file; and
   * as in Python and curl, an empty {@code https_proxy} hides {@code HTTPS_PROXY}.
   */
  private static final Set<String> WITH_A_MEANING =
      Set.of(
          "AWS_CONFIG_FILE",
          "AWS_SHARED_CREDENTIALS_FILE",
          "https_proxy",
          "http_proxy",
          "no_proxy");

  @ParameterizedTest
  @MethodSource("variables")
  void emptyVariable_countsAsUnset(String variable) {
    assertThat(requests(Map.of(variable, ""))).isEqualTo(requests(Map.of()));
  }

  @Test
  void variables_areAllThatTheCodeNames() {
    Set<String> named = new TreeSet<>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.boto4j")) {
      if (type.getPackageName().startsWith("io.boto4j.model")) {
        // Its constants are names of protocols; no model depends on the environment.
        continue;
      }
      for (String constant : StringConstants.of(type)) {
        if (constant.matches("(AWS|BOTO\\w*?)_[A-Z0-9]+(_[A-Z0-9]+)*")) {
          named.add(constant);
        }
      }
    }
    named.removeAll(WITH_A_MEANING);

    assertThat(named).isNotEmpty();
    assertThat(variables()).containsAll(named);
  }

  @ParameterizedTest
  @CsvSource({
    "AWS_DEFAULT_PROFILE, AWS_PROFILE, other, other",
    "AWS_REGION, AWS_DEFAULT_REGION, eu-west-3, default eu-west-3",
    "AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL, http://127.0.0.1:9, http://127.0.0.1:9/b/k"
  })
  void emptyVariable_leavesThePlaceToTheNext(
      String empty, String next, String value, String expected) {
    Session session = session(Map.of(empty, "", next, value));

    assertThat(
            session.profile()
                + " "
                + session.region()
                + " "
                + session
                    .client("s3")
                    .explain("GetObject", Map.of("Bucket", "b", "Key", "k"))
                    .request()
                    .uri())
        .contains(expected);
  }

  /** What a session sends, and as whom. */
  private List<Object> requests(Map<String, String> variables) {
    Session session = session(variables);
    Explanation.Request s3 =
        session
            .client("s3")
            .explain("PutObject", Map.of("Bucket", "b", "Key", "k", "Body", "text"))
            .request();
    Explanation.Request metrics =
        session
            .client("cloudwatch")
            .explain(
                "PutMetricData",
                Map.of("Namespace", "n", "MetricData", List.of(Map.of("MetricName", "m"))))
            .request();
    Explanation.Request sts =
        session.client("sts").explain("GetCallerIdentity", Map.of()).request();
    return List.of(
        session.profile(),
        String.valueOf(session.region()),
        String.valueOf(session.credentials().credentials().accessKeyId()),
        s3.uri(),
        s3.headers().toString(),
        metrics.uri(),
        metrics.headers().toString(),
        sts.uri(),
        sts.headers().toString());
  }

  private Session session(Map<String, String> variables) {
    new Homes(home).config(PROFILE + "[profile other]\nregion = eu-west-2\n");
    Map<String, String> environment = new HashMap<>(variables);
    environment.putIfAbsent("AWS_EC2_METADATA_DISABLED", "true");
    return Sessions.bare(new Recorder()).environment(environment).home(home).build();
  }
}
