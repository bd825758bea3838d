package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.credentials.Credentials;
import io.boto4j.error.EndpointResolutionException;
import io.boto4j.error.NoCredentialsException;
import io.boto4j.error.ParamValidationException;
import io.boto4j.error.UnknownOperationException;
import io.boto4j.error.UnknownSignatureVersionException;
import io.boto4j.error.UnsupportedS3ControlArnException;
import io.boto4j.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** An explanation shows the request that a call sends, with the reasons and without secrets. */
final class ExplanationTest {
  private static final String SECRET = "cAnArYsEcReTwJalrXUtnFEMI/bPxRfiCYEXAMPLE";
  private static final String TOKEN = "cAnArYtOkEn+FwoGZXIvYXdz/EXAMPLE==";

  private final Recorder recorder = new Recorder().answer(200, "");

  private Client client(String service, Consumer<ClientConfig.Builder> config) {
    return Sessions.with(recorder)
        .credentials(Credentials.of(Sessions.KEY_ID, SECRET, TOKEN))
        .build()
        .client(service, config);
  }

  @Test
  void explain_call_isWhatIsSent() {
    Client s3 = client("s3", c -> {});
    Map<String, Object> params =
        Map.of("Bucket", "my-bucket", "Key", "a//b \u00fc", "Body", "text");

    Explanation told = s3.explain("put_object", params);
    assertThat(recorder.requests()).isEmpty();
    s3.call("PutObject", params);

    HttpRequest sent = recorder.last();
    Explanation.Request request = told.request();
    assertThat(request.method()).isEqualTo("PUT");
    assertThat(request.uri()).isEqualTo(sent.uri().toString());
    assertThat(request.contentLength()).isEqualTo(sent.body().contentLength());
    for (Map.Entry<String, String> header : request.headers()) {
      assertThat(sent.headers().first(header.getKey()))
          .isEqualTo(header.getValue().equals("***") ? TOKEN : header.getValue());
    }
    assertThat(request.headers().first("Authorization"))
        .isEqualTo(sent.headers().first("Authorization"));
    assertThat(told.endpoint()).hasToString("https://my-bucket.s3.eu-west-1.amazonaws.com");
    assertThat(told.failure()).isNull();
    assertThat(told.service() + " " + told.operation()).isEqualTo("s3 PutObject");
  }

  @Test
  void explain_rules_areToldWithTheirArguments() {
    Explanation told =
        client("s3", c -> c.useDualstackEndpoint(true))
            .explain("GetObject", Map.of("Bucket", "my-bucket", "Key", "k"));

    List<String> held = new ArrayList<>();
    List<String> not = new ArrayList<>();
    for (Explanation.Condition each : told.conditions()) {
      (each.holds() ? held : not).add(each.expression());
    }
    assertThat(held)
        .contains(
            "isSet(Region: \"eu-west-1\")",
            "isSet(Bucket: \"my-bucket\")",
            "booleanEquals(UseDualStack: true, true)",
            "aws.partition(Region: \"eu-west-1\")",
            "aws.isVirtualHostableS3Bucket(Bucket: \"my-bucket\", false)");
    assertThat(not)
        .contains("booleanEquals(Accelerate: false, true)", "booleanEquals(UseFIPS: false, true)");
    assertThat(told.rule()).matches("\\d+(\\.\\d+)*");
    List<Explanation.Condition> conditions = told.conditions();
    Explanation.Condition last = conditions.get(conditions.size() - 1);
    assertThat(last.holds()).isTrue();
    assertThat(told.rule()).startsWith(last.rule());
    assertThat(told.endpoint())
        .hasToString("https://my-bucket.s3.dualstack.eu-west-1.amazonaws.com");
  }

  @Test
  void explain_partsOfValues_areNamedByWhatTheyWereMadeFrom() {
    String arn = "arn:aws:s3:eu-west-1:123456789012:accesspoint/mine";

    Explanation told =
        client("s3", c -> {}).explain("GetObject", Map.of("Bucket", arn, "Key", "k"));

    assertThat(told.conditions())
        .extracting(Explanation.Condition::expression)
        .contains("aws.parseArn(Bucket: \"" + arn + "\")")
        .anyMatch(each -> each.contains("aws.parseArn(Bucket)#resourceId[0]"))
        .anyMatch(each -> each.contains("aws.parseArn(Bucket)#accountId: \"123456789012\""));
  }

  @Test
  void explain_errorOfTheRules_isTheFailure() {
    Explanation told =
        client("s3", c -> c.region("cn-north-1").useFipsEndpoint(true))
            .explain("ListBuckets", Map.of());

    assertThat(told.failure())
        .isInstanceOf(EndpointResolutionException.class)
        .hasMessage("Partition does not support FIPS");
    assertThat(told.rule()).isNotNull();
    assertThat(told.endpoint()).isNull();
    assertThat(told.request()).isNull();
    assertThat(told)
        .asString()
        .contains("Endpoint: none")
        .contains("Partition does not support FIPS")
        .contains("  yes  ");
  }

  @Test
  void explain_withoutCredentials_tellsTheRest() {
    Explanation told =
        Sessions.bare(recorder)
            .region("eu-west-1")
            .build()
            .client("sqs")
            .explain("ListQueues", Map.of());

    assertThat(told.failure()).isInstanceOf(NoCredentialsException.class);
    assertThat(told.signature()).isNull();
    assertThat(told.request().uri()).isEqualTo("https://sqs.eu-west-1.amazonaws.com/");
    assertThat(told.request().headers().contains("Authorization")).isFalse();
  }

  @Test
  void explain_signature_isToldStepByStep() {
    Explanation told = client("sqs", c -> {}).explain("ListQueues", Map.of());

    Explanation.Signature signature = told.signature();
    assertThat(signature.version()).isEqualTo("v4");
    assertThat(signature.reason()).isEqualTo("the model specifies it for the service");
    assertThat(signature.canonicalRequest())
        .startsWith("POST\n/\n\n")
        .contains("\nx-amz-security-token:***\n");
    assertThat(signature.stringToSign())
        .startsWith("AWS4-HMAC-SHA256\n20260203T040506Z\n20260203/eu-west-1/sqs/aws4_request\n");
  }

  @Test
  void explain_reason_followsTheChoice() {
    assertThat(reason("s3", "ListBuckets", Map.of(), c -> {}))
        .isEqualTo("it is the first supported auth scheme of the endpoint: sigv4");
    assertThat(reason("s3", "ListBuckets", Map.of(), c -> c.signatureVersion("unsigned")))
        .isEqualTo("signatureVersion is unsigned");
    assertThat(reason("s3", "ListBuckets", Map.of(), c -> c.signatureVersion("s3v4")))
        .isEqualTo("signatureVersion is s3v4, and among the endpoint's auth schemes: sigv4");
    assertThat(reason("sqs", "ListQueues", Map.of(), c -> c.signatureVersion("v4a")))
        .isEqualTo("signatureVersion is v4a");
    assertThat(reason("cognito-identity", "GetId", Map.of("IdentityPoolId", "a:b"), c -> {}))
        .isEqualTo("the model specifies it for the operation");
    assertThat(reason("sts", "GetCallerIdentity", Map.of(), c -> c.authSchemePreference("sigv4a")))
        .isEqualTo("the model specifies it for the service, by authSchemePreference [sigv4a]");
  }

  private String reason(
      String service,
      String operation,
      Map<String, ?> params,
      Consumer<ClientConfig.Builder> config) {
    return client(service, config).explain(operation, params).signature().reason();
  }

  @Test
  void explain_sigV4a_tellsItsRegions() {
    Explanation told =
        client("sqs", c -> c.signatureVersion("v4a").sigv4aSigningRegionSet("eu-west-1,us-east-1"))
            .explain("ListQueues", Map.of());

    assertThat(told.signature().canonicalRequest())
        .contains("\nx-amz-region-set:eu-west-1,us-east-1\n");
    assertThat(told.signature().stringToSign()).startsWith("AWS4-ECDSA-P256-SHA256\n");
    assertThat(told.request().headers().first("X-Amz-Region-Set")).isEqualTo("eu-west-1,us-east-1");
  }

  @Test
  void explain_signatureThatIsNotMade_isTheFailure() {
    Explanation told = client("sqs", c -> c.signatureVersion("v3")).explain("ListQueues", Map.of());

    assertThat(told.failure()).isInstanceOf(UnknownSignatureVersionException.class);
    assertThat(told.signature()).isNull();
  }

  @SuppressWarnings("boto4j") // mistakes are tested
  @Test
  void explain_misuse_isThrown() {
    Client s3 = client("s3", c -> {});

    assertThatThrownBy(() -> s3.explain("GetObjet", Map.of()))
        .isInstanceOf(UnknownOperationException.class);
    assertThatThrownBy(() -> s3.explain("GetObject", Map.of()))
        .isInstanceOf(ParamValidationException.class);
  }

  @Test
  void explain_arnThatTheRulesReject_isTheFailure() {
    Explanation told =
        client("s3", c -> {})
            .explain(
                "GetObject",
                Map.of(
                    "Bucket", "arn:aws:s3-object-lambda::123456789012:accesspoint/ap", "Key", "k"));

    assertThat(told.failure()).isInstanceOf(ParamValidationException.class);
    assertThat(told.conditions()).isNotEmpty();
    assertThat(told.rule()).isNotNull();
  }

  @SuppressWarnings("boto4j") // mistakes are tested
  @Test
  void explain_arnThatIsRejectedBeforeValidation_isThrown() {
    Client s3control = client("s3control", c -> {});
    String arn = "arn:aws:s3-outposts:fips-us-west-2:123456789012:outpost/op-01234567/bucket/b";

    assertThatThrownBy(() -> s3control.explain("GetBucket", Map.of("Bucket", arn)))
        .isInstanceOf(UnsupportedS3ControlArnException.class);
  }

  @Test
  void explain_canaries_areNowhere() {
    Explanation told =
        client("s3", c -> {})
            .explain(
                "PutObject",
                Map.of(
                    "Bucket",
                    "my-bucket",
                    "Key",
                    "k",
                    "SSECustomerKey",
                    "cAnArYkey-cAnArYkey-cAnArYkey-12",
                    "SSECustomerAlgorithm",
                    "AES256",
                    "SSEKMSKeyId",
                    "cAnArYkms/key id+x"));

    assertThat(told.failure()).isNull();
    assertThat(everything(told))
        .doesNotContain("cAnArY", "Y0FuQXJZ") // and in Base64
        .contains("x-amz-security-token:***", "X-Amz-Security-Token: ***", "Signature=");
    assertThat(told.request().headers().first("x-amz-server-side-encryption-aws-kms-key-id"))
        .isEqualTo("***");
  }

  @Test
  void explain_queryOfTheEndpoint_isHidden() {
    Explanation told =
        client("sqs", c -> c.endpointUrl("https://example.com/?key=cAnArY%20query"))
            .explain("ListQueues", Map.of());

    assertThat(told.failure()).isNull();
    assertThat(everything(told)).doesNotContain("cAnArY").contains("https://example.com/?***");
  }

  @Test
  void explain_bearerToken_isHidden() {
    Session session =
        Sessions.with(recorder)
            .environment(Map.of("AWS_BEARER_TOKEN_BEDROCK", "cAnArYbearer"))
            .build();

    Explanation told = session.client("bedrock").explain("ListFoundationModels", Map.of());

    assertThat(told.signature().version()).isEqualTo("bearer");
    assertThat(told.signature().reason()).isEqualTo("the environment has a token for the service");
    assertThat(told.signature().canonicalRequest()).isNull();
    assertThat(told.request().headers().first("Authorization")).isEqualTo("Bearer ***");
    assertThat(everything(told)).doesNotContain("cAnArY");
  }

  @Test
  void explain_shortSensitiveValue_hidesMoreThanItMust() {
    Explanation told =
        client("s3", c -> {})
            .explain("PutObject", Map.of("Bucket", "my-bucket", "Key", "k", "SSEKMSKeyId", "e"));

    assertThat(told.failure()).isNull();
    assertThat(told.request().uri()).doesNotContain("e").contains("***");
  }

  private static String everything(Explanation told) {
    StringBuilder all = new StringBuilder(told.toString()).append(told.request().uri());
    told.request().headers().forEach(each -> all.append(each.getValue()).append('\n'));
    return all.append(told.signature()).append(told.conditions()).toString();
  }
}
