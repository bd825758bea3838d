package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.boto4j.credentials.Credentials;
import io.boto4j.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * S3 requests under many configurations have the URL and signature of botocore's, or the same
 * error.
 */
final class BotocoreS3Test {
  private static final List<Map<String, Object>> CASES =
      Fixtures.maps(Fixtures.read("/io/boto4j/botocore-s3.json"));

  /** Headers that are not signed, or are added by the transport. */
  private static final Set<String> UNCOMPARED =
      Set.of(
          "user-agent",
          "accept-encoding",
          "amz-sdk-invocation-id",
          "amz-sdk-request",
          "content-length",
          "transfer-encoding");

  private static final String EXPRESS_SESSION =
      "<CreateSessionResult><Credentials><SessionToken>EXPRESSTOKEN</SessionToken>"
          + "<SecretAccessKey>EXPRESSSECRET</SecretAccessKey><AccessKeyId>EXPRESSKEY</AccessKeyId>"
          + "<Expiration>2126-02-03T04:10:06Z</Expiration></Credentials></CreateSessionResult>";

  private Recorder recorder;

  @TestFactory
  Stream<DynamicTest> calls() {
    assertThat(CASES).hasSizeGreaterThan(800);
    return CASES.stream()
        .filter(each -> !differsOnPurpose(each))
        .map(each -> dynamicTest("botocore-s3 / " + each.get("id"), () -> check(each)));
  }

  /** Differences from botocore, each with its row in docs/differences-from-boto3.md. */
  private static boolean differsOnPurpose(Map<String, Object> each) {
    boolean form = each.get("kind").equals("post");
    Object bucket = Fixtures.map(each.get("params")).get("Bucket");
    boolean isolated = String.valueOf(each.get("region")).startsWith("us-iso");
    boolean dualstack = Fixtures.map(each.get("config")).containsKey("use_dualstack_endpoint");
    return (form && String.valueOf(bucket).endsWith("-x-s3"))
        || each.get("op").equals("WriteGetObjectResponse")
        || (isolated && dualstack);
  }

  private void check(Map<String, Object> each) {
    Map<String, Object> expected = Fixtures.map(each.get("expect"));
    recorder = new Recorder();
    recorder.answer(
        request ->
            "session".equals(request.uri().getRawQuery()) && !"CreateSession".equals(each.get("op"))
                ? Recorder.response(200, EXPRESS_SESSION)
                : Recorder.response(204, ""));
    Map<String, Object> sent = new TreeMap<>();

    Throwable failure = catchThrowable(() -> sent.putAll(send(each)));

    if (expected.get("error") instanceof List<?> error) {
      assertThat(sent).isEmpty();
      assertThat(failure.getClass().getSimpleName()).isEqualTo(ours((String) error.get(0)));
      if (!error.get(0).equals("ParamValidationError")) {
        assertThat(failure).hasMessageStartingWith((String) error.get(1));
      }
    } else if (!isRefusedOnPurpose(failure)) {
      assertThat(failure).isNull();
      assertThat(sent).isEqualTo(comparable(expected));
    }
  }

  /** Invalid hosts: an IP address after a bucket or an account. */
  private static boolean isRefusedOnPurpose(Throwable failure) {
    String text = failure == null ? "" : String.valueOf(failure.getMessage());
    return text.startsWith("Invalid endpoint: ") || text.startsWith("Not a host name: ");
  }

  private static String ours(String botocore) {
    return botocore.replaceAll("Error$", "") + "Exception";
  }

  private Map<String, Object> send(Map<String, Object> each) {
    Client client = client(each);
    String operation = (String) each.get("op");
    Map<String, Object> params = Fixtures.map(each.get("params"));
    if (each.get("kind").equals("presign")) {
      return Map.of("url", client.presign(operation, params, Duration.ofHours(1)).toString());
    }
    if (each.get("kind").equals("post")) {
      PresignedPost post =
          client.presignPost((String) params.get("Bucket"), (String) params.get("Key"));
      return Map.of("url", post.url().toString(), "headers", new TreeMap<>(post.fields()));
    }
    Throwable failure = catchThrowable(() -> client.call(operation, params));
    if (recorder.requests().isEmpty()) {
      throw (RuntimeException) failure;
    }
    HttpRequest sent = recorder.last();
    Map<String, Object> headers = new TreeMap<>();
    for (Map.Entry<String, String> header : sent.headers()) {
      String name = header.getKey().toLowerCase(Locale.ROOT);
      if (!UNCOMPARED.contains(name)) {
        headers.put(name, header.getValue());
      }
    }
    if (String.valueOf(headers.get("authorization")).startsWith("AWS4-ECDSA")) {
      headers.put("authorization", "left out");
    }
    return Map.of("method", sent.method(), "url", sent.uri().toString(), "headers", headers);
  }

  private static Map<String, Object> comparable(Map<String, Object> expected) {
    Map<String, Object> comparable = new TreeMap<>(expected);
    comparable.computeIfPresent("headers", (name, headers) -> Fixtures.expectedHeaders(headers));
    return comparable;
  }

  private Client client(Map<String, Object> each) {
    Session session =
        Sessions.with(recorder)
            .region((String) each.get("region"))
            .credentials(
                Credentials.of(Sessions.KEY_ID, Sessions.SECRET, (String) each.get("token"))
                    .withAccountId((String) each.get("account")))
            .build();
    return session.client(
        (String) each.get("service"),
        c -> {
          if (each.get("endpoint") instanceof String endpoint) {
            c.endpointUrl(endpoint);
          }
          Fixtures.map(each.get("config")).forEach((name, value) -> set(c, name, value));
        });
  }

  private static void set(ClientConfig.Builder config, String name, Object value) {
    switch (name) {
      case "use_fips_endpoint" -> config.useFipsEndpoint((boolean) value);
      case "use_dualstack_endpoint" -> config.useDualstackEndpoint((boolean) value);
      case "signature_version" -> config.signatureVersion((String) value);
      case "account_id_endpoint_mode" -> config.accountIdEndpointMode((String) value);
      case "sts_regional_endpoints" -> config.stsRegionalEndpoints((String) value);
      case "inject_host_prefix" -> config.injectHostPrefix((boolean) value);
      case "request_checksum_calculation" -> config.requestChecksumCalculation((String) value);
      case "s3" ->
          config.s3(s -> Fixtures.map(value).forEach((key, option) -> setS3(s, key, option)));
      default -> throw new IllegalArgumentException(name);
    }
  }

  private static void setS3(S3Config.Builder s3, String name, Object value) {
    switch (name) {
      case "addressing_style" -> s3.addressingStyle((String) value);
      case "use_accelerate_endpoint" -> s3.useAccelerateEndpoint((boolean) value);
      case "use_dualstack_endpoint" -> s3.useDualstackEndpoint((boolean) value);
      case "use_arn_region" -> s3.useArnRegion((boolean) value);
      case "us_east_1_regional_endpoint" -> s3.usEast1RegionalEndpoint((String) value);
      case "s3_disable_multiregion_access_points" ->
          s3.disableMultiRegionAccessPoints((boolean) value);
      case "disable_s3_express_session_auth" -> s3.disableExpressSessionAuth((boolean) value);
      case "payload_signing_enabled" -> s3.payloadSigningEnabled((boolean) value);
      default -> throw new IllegalArgumentException(name);
    }
  }
}
