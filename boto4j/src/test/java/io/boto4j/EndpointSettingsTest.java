package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.error.EndpointResolutionException;
import io.boto4j.error.InvalidConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Endpoint options: code, environment and profile, in this order, with botocore's messages. */
final class EndpointSettingsTest {
  private final Recorder recorder =
      new Recorder().answer(200, "<Answer><GetCallerIdentityResult/><ListUsersResult/></Answer>");

  @TempDir private Path home;

  @ParameterizedTest
  @CsvSource({
    "AWS_USE_FIPS_ENDPOINT, use_fips_endpoint, true, sts-fips.us-east-1.amazonaws.com",
    "AWS_USE_FIPS_ENDPOINT, use_fips_endpoint, yes, sts.us-east-1.amazonaws.com",
    "AWS_USE_DUALSTACK_ENDPOINT, use_dualstack_endpoint, TRUE, sts.us-east-1.api.aws",
    "AWS_STS_REGIONAL_ENDPOINTS, sts_regional_endpoints, legacy, sts.amazonaws.com",
    "AWS_STS_REGIONAL_ENDPOINTS, sts_regional_endpoints, regional, sts.us-east-1.amazonaws.com",
    "AWS_STS_REGIONAL_ENDPOINTS, sts_regional_endpoints, '', sts.us-east-1.amazonaws.com"
  })
  void option_ofEnvironmentOrProfile_choosesTheHost(
      String variable, String key, String value, String host) throws IOException {
    call("sts", "GetCallerIdentity", Map.of(variable, value), "", c -> {});
    assertThat(recorder.last().uri()).hasHost(host);
    call("sts", "GetCallerIdentity", Map.of(), key + " = " + value, c -> {});
    assertThat(recorder.last().uri()).hasHost(host);
  }

  @Test
  void option_inCode_winsOverEnvironment() throws IOException {
    Map<String, String> environment =
        Map.of("AWS_USE_FIPS_ENDPOINT", "true", "AWS_STS_REGIONAL_ENDPOINTS", "legacy");

    call(
        "sts",
        "GetCallerIdentity",
        environment,
        "",
        c -> c.useFipsEndpoint(false).stsRegionalEndpoints("regional"));

    assertThat(recorder.last().uri()).hasHost("sts.us-east-1.amazonaws.com");
  }

  @Test
  void fipsRegion_isMadeAnOrdinaryOne() {
    Client sts = Sessions.with(recorder).region("fips-us-west-2").build().client("sts");

    sts.call("GetCallerIdentity");

    assertThat(recorder.last().uri()).hasHost("sts-fips.us-west-2.amazonaws.com");
    assertThat(sts.region()).isEqualTo("us-west-2");
  }

  @ParameterizedTest
  @CsvSource({
    "sts, sts_regional_endpoints, global, 'STS regional endpoints option global is invalid. Valid"
        + " options are: \"legacy\", \"regional\"'",
    "s3, s3_us_east_1_regional_endpoint, x, 'S3 us-east-1 regional endpoint option x is invalid."
        + " Valid options are: \"legacy\", \"regional\"'",
    "dynamodb, account_id_endpoint_mode, Sometimes, 'The configured value ''sometimes'' for"
        + " ''account_id_endpoint_mode'' is invalid. Valid values are: (''preferred'',"
        + " ''disabled'', ''required'').'",
    "s3, s3_disable_express_session_auth, maybe, 'Invalid value \"maybe\" for"
        + " s3_disable_express_session_auth. Value must be a boolean'",
    "sts, services, missing, 'The profile is configured to use the services section but the"
        + " \"missing\" services configuration does not exist.'"
  })
  void option_wrong_makesNoClient(String service, String key, String value, String message) {
    assertThatThrownBy(() -> client(service, Map.of(), key + " = " + value, c -> {}))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessage(message);
  }

  @Test
  void addressingStyle_wrong_makesNoClient() {
    assertThatThrownBy(
            () -> client("s3", Map.of(), "", c -> c.s3(s -> s.addressingStyle("vertical"))))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessage(
            "S3 addressing style vertical is invalid. Valid options are: 'auto', 'virtual', and"
                + " 'path'");
  }

  @ParameterizedTest
  @CsvSource({
    "addressing_style = path, https://s3.amazonaws.com/bucket",
    "us_east_1_regional_endpoint = regional, https://bucket.s3.us-east-1.amazonaws.com/",
    "use_accelerate_endpoint = true, https://bucket.s3-accelerate.amazonaws.com/",
    "use_dualstack_endpoint = true, https://bucket.s3.dualstack.us-east-1.amazonaws.com/"
  })
  void s3Block_ofTheProfile_choosesTheHost(String line, String url) throws IOException {
    client("s3", Map.of(), "s3 =\n  " + line, c -> {})
        .call("HeadBucket", Map.of("Bucket", "bucket"));

    assertThat(recorder.last().uri()).hasToString(url);
  }

  @Test
  void useArnRegion_eachSource_winsOverThoseAfterIt() throws IOException {
    String arn = "arn:aws:s3:eu-west-1:123456789012:accesspoint/mine";
    Map<String, String> no = Map.of("AWS_S3_USE_ARN_REGION", "false");
    Map<String, Object> input = Map.of("Bucket", arn);
    Client byEnvironment = client("s3", no, "s3_use_arn_region = true", c -> {});
    Client byCode = client("s3", no, "", c -> c.s3(s -> s.useArnRegion(true)));

    assertThatThrownBy(() -> byEnvironment.call("HeadBucket", input))
        .isInstanceOf(EndpointResolutionException.class)
        .hasMessageContaining("UseArnRegion is `false`");
    byCode.call("HeadBucket", input);
    assertThat(recorder.last().uri())
        .hasHost("mine-123456789012.s3-accesspoint.eu-west-1.amazonaws.com");
  }

  @Test
  void accountIdEndpointMode_requiredWithoutAccount_isRefusedAtTheCall() throws IOException {
    Client dynamodb =
        client("dynamodb", Map.of("AWS_ACCOUNT_ID_ENDPOINT_MODE", "Required"), "", c -> {});

    assertThatThrownBy(() -> dynamodb.call("ListTables"))
        .isInstanceOf(EndpointResolutionException.class)
        .hasMessage(
            "AccountIdEndpointMode is required but no AccountID was provided or able to be loaded");
  }

  @Test
  void endpointUrl_ofEnvironment_mustBeAUrl() {
    assertThatThrownBy(() -> client("sts", Map.of("AWS_ENDPOINT_URL", "evil"), "", c -> {}))
        .isInstanceOf(EndpointResolutionException.class)
        .hasMessageStartingWith("Invalid endpoint: evil");
  }

  private void call(
      String service,
      String operation,
      Map<String, String> environment,
      String profile,
      Consumer<ClientConfig.Builder> options)
      throws IOException {
    client(service, environment, profile, options).call(operation);
  }

  private Client client(
      String service,
      Map<String, String> environment,
      String profile,
      Consumer<ClientConfig.Builder> options)
      throws IOException {
    Path config = Files.writeString(home.resolve("config"), "[default]\n" + profile + "\n");
    Map<String, String> variables = new HashMap<>(environment);
    variables.put("AWS_CONFIG_FILE", config.toString());
    return Sessions.with(recorder)
        .environment(variables)
        .region("us-east-1")
        .build()
        .client(service, options);
  }
}
