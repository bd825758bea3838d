package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.credentials.Credentials;
import io.boto4j.error.NoAuthTokenException;
import io.boto4j.error.UnknownSignatureVersionException;
import io.boto4j.internal.endpoint.AuthScheme;
import io.boto4j.internal.signing.ChosenSigner;
import io.boto4j.internal.signing.SignerChoice;
import io.boto4j.internal.signing.SigningOptions;
import io.boto4j.internal.signing.SigningProperties;
import io.boto4j.model.ModelLoader;
import io.boto4j.model.ServiceModel;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The signature version of a request, in boto3's order of precedence. */
final class SignerChoiceTest {
  private static final ModelLoader MODELS = ModelLoader.builtIn();
  private static final AuthScheme SIGV4 = new AuthScheme("sigv4", null, null, false);
  private static final AuthScheme SIGV4A =
      AuthScheme.of(
          Map.of("name", "sigv4a", "signingRegionSet", List.of("*"), "signingName", "s3"));

  private static ChosenSigner choose(
      String service, String operation, SigningOptions options, AuthScheme... schemes) {
    ServiceModel model = MODELS.find(service);
    return new SignerChoice(model, "eu-west-1", options)
        .choose(model.operation(operation), List.of(schemes));
  }

  private static SigningOptions version(@Nullable String version) {
    return new SigningOptions(version, List.of(), null, null, version != null);
  }

  private static SigningOptions preference(String... names) {
    return new SigningOptions(null, List.of(names), null, null, true);
  }

  /** The versions that botocore's clients of these services use. */
  @ParameterizedTest
  @CsvSource({
    "dynamodb, GetItem, v4",
    "sts, GetCallerIdentity, v4",
    "sts, AssumeRoleWithWebIdentity, none",
    "sts, AssumeRoleWithSAML, none",
    "cognito-identity, GetId, none",
    "s3, GetObject, s3v4",
    "s3control, GetAccessPoint, s3v4",
    "s3outposts, ListEndpoints, v4",
    "lex-runtime, PostContent, v4",
    "sdb, Select, v2",
    "importexport, ListJobs, v4",
    "codecatalyst, VerifySession, bearer",
    "bedrock-runtime, Converse, v4",
    "partnercentral-channel, ListRelationships, v4a",
  })
  void model_alone_says(String service, String operation, String expected) {
    assertThat(choose(service, operation, SigningOptions.NONE).version()).isEqualTo(expected);
  }

  @Test
  void properties_byDefault_areTheServices() {
    assertThat(choose("dynamodb", "GetItem", SigningOptions.NONE).properties())
        .isEqualTo(SigningProperties.of("dynamodb", "eu-west-1"));
    assertThat(choose("s3", "GetObject", SigningOptions.NONE).properties())
        .isEqualTo(SigningProperties.s3("s3", "eu-west-1"));
    assertThat(choose("partnercentral-channel", "ListRelationships", SigningOptions.NONE))
        .extracting(chosen -> chosen.properties().region())
        .isEqualTo("*");
  }

  @Test
  void scheme_ofTheEndpoint_goesOverTheModel() {
    AuthScheme global =
        AuthScheme.of(
            Map.of("name", "sigv4", "signingRegion", "us-east-1", "signingName", "other"));
    AuthScheme raw =
        AuthScheme.of(
            Map.of("name", "sigv4", "disableDoubleEncoding", true, "signingRegion", "us-east-2"));

    assertThat(choose("iam", "ListUsers", SigningOptions.NONE, global))
        .isEqualTo(new ChosenSigner("v4", SigningProperties.of("other", "us-east-1")));
    assertThat(choose("iam", "ListUsers", SigningOptions.NONE, raw))
        .isEqualTo(
            new ChosenSigner("v4", new SigningProperties("iam", "us-east-2", false, true, false)));
    assertThat(choose("iam", "ListUsers", SigningOptions.NONE, global.withoutRegion()))
        .isEqualTo(new ChosenSigner("v4", SigningProperties.of("other", "eu-west-1")));
  }

  @Test
  void schemes_several_theFirstKnownIsTaken() {
    AuthScheme unknown = new AuthScheme("sigv9", null, null, false);

    assertThat(choose("s3", "GetObject", SigningOptions.NONE, unknown, SIGV4A, SIGV4))
        .isEqualTo(new ChosenSigner("s3v4a", SigningProperties.s3("s3", "*")));
    assertThat(choose("s3", "GetObject", SigningOptions.NONE, SIGV4, SIGV4A).version())
        .isEqualTo("s3v4");
    assertThat(choose("s3", "GetObject", preference("sigv4"), SIGV4A, SIGV4).version())
        .isEqualTo("s3v4");
    assertThatThrownBy(() -> choose("s3", "GetObject", SigningOptions.NONE, unknown))
        .isInstanceOf(UnknownSignatureVersionException.class)
        .hasMessageStartingWith("Unknown Signature Version: sigv9. ");
  }

  @Test
  void scheme_ofDirectoryBuckets_carriesTheSession() {
    AuthScheme express = new AuthScheme("sigv4-s3express", "s3express", "us-west-2", true);

    assertThat(choose("s3", "GetObject", SigningOptions.NONE, express))
        .isEqualTo(
            new ChosenSigner(
                "v4-s3express", SigningProperties.s3Express("s3express", "us-west-2")));
  }

  @Test
  void scheme_forAccessPoints_leavesThePathAlone() {
    AuthScheme outposts = new AuthScheme("sigv4", "s3-outposts", "us-west-2", true);

    assertThat(choose("s3", "GetObject", SigningOptions.NONE, outposts))
        .isEqualTo(new ChosenSigner("s3v4", SigningProperties.s3("s3-outposts", "us-west-2")));
  }

  @ParameterizedTest
  @CsvSource({"v4, s3v4", "s3v4, s3v4", "v4a, s3v4a", "s3v4a, s3v4a", "unsigned, none"})
  void user_askingForAVersion_getsIt(String asked, String expected) {
    assertThat(choose("s3", "GetObject", version(asked)).version()).isEqualTo(expected);
    assertThat(choose("s3", "GetObject", version(asked), SIGV4A, SIGV4).version())
        .isEqualTo(expected);
  }

  @Test
  void user_askingForWhatTheEndpointLacks_getsItAllTheSame() {
    assertThat(choose("s3", "GetObject", version("s3v4a"), SIGV4))
        .isEqualTo(new ChosenSigner("s3v4a", SigningProperties.s3("s3", "eu-west-1")));
  }

  @Test
  void operation_withoutAuth_isNotSignedWhateverTheUserAsks() {
    assertThat(choose("sts", "AssumeRoleWithSAML", version("v4")).isNone()).isTrue();
    assertThat(choose("sts", "AssumeRoleWithSAML", preference("sigv4a")).isNone()).isTrue();
  }

  @Test
  void preference_amongTheServicesSchemes_decides() {
    assertThat(choose("sts", "GetCallerIdentity", preference("sigv4a")).version()).isEqualTo("v4a");
    assertThat(choose("sts", "GetCallerIdentity", preference("x", "sigv4")).version())
        .isEqualTo("v4");
    assertThat(choose("bedrock", "ListGuardrails", preference("httpBearerAuth")).isBearer())
        .isTrue();
  }

  @Test
  void regionSet_ofTheUser_goesOverTheEndpoints() {
    SigningOptions options =
        new SigningOptions(null, List.of(), "eu-west-1,us-east-1", null, false);

    assertThat(choose("s3", "GetObject", options, SIGV4A).properties().region())
        .isEqualTo("eu-west-1,us-east-1");
  }

  private static Recorder call(
      Map<String, String> environment,
      String service,
      String operation,
      Map<String, ?> input,
      Consumer<ClientConfig.Builder> options) {
    Recorder recorder = new Recorder();
    Sessions.bare(recorder)
        .region("eu-west-1")
        .credentials(Credentials.of("AKIDEXAMPLE", "secret"))
        .environment(environment)
        .build()
        .client(
            service,
            c -> {
              c.endpointUrl("https://example.com");
              options.accept(c);
            })
        .call(operation, input);
    return recorder;
  }

  private static String authorization(Recorder recorder) {
    return String.valueOf(recorder.last().headers().first("Authorization"));
  }

  @Test
  void call_tokenInEnvironment_isCarriedToBedrock() {
    Map<String, String> token = Map.of("AWS_BEARER_TOKEN_BEDROCK", "t0ken");

    assertThat(authorization(call(token, "bedrock", "ListGuardrails", Map.of(), c -> {})))
        .isEqualTo("Bearer t0ken");
    assertThat(
            authorization(
                call(
                    token,
                    "bedrock",
                    "ListGuardrails",
                    Map.of(),
                    c -> c.authSchemePreference("sigv4"))))
        .startsWith("AWS4-HMAC-SHA256 ");
    assertThat(authorization(call(token, "sqs", "ListQueues", Map.of(), c -> {})))
        .startsWith("AWS4-HMAC-SHA256 ");
    assertThat(authorization(call(Map.of(), "bedrock", "ListGuardrails", Map.of(), c -> {})))
        .startsWith("AWS4-HMAC-SHA256 ");
  }

  @Test
  void call_unsigned_carriesNothing() {
    Recorder recorder =
        call(Map.of(), "sqs", "ListQueues", Map.of(), c -> c.signatureVersion("unsigned"));

    assertThat(authorization(recorder)).isEqualTo("null");
    assertThat(recorder.last().headers().contains("X-Amz-Date")).isFalse();
  }

  @Test
  void call_preferenceInEnvironment_isHeeded() {
    Map<String, String> environment =
        Map.of(
            "AWS_AUTH_SCHEME_PREFERENCE", " sigv4a , sigv4 ",
            "AWS_SIGV4A_SIGNING_REGION_SET", "us-*");
    Recorder recorder = new Recorder().answer(200, "<R><GetCallerIdentityResult/></R>");
    Sessions.with(recorder)
        .environment(environment)
        .build()
        .client("sts", c -> c.endpointUrl("https://example.com"))
        .call("GetCallerIdentity");

    assertThat(authorization(recorder))
        .startsWith("AWS4-ECDSA-P256-SHA256 Credential=AKIDEXAMPLE/20260203/sts/aws4_request, ");
    assertThat(recorder.last().headers().first("X-Amz-Region-Set")).isEqualTo("us-*");
  }

  @Test
  void call_signatureNobodyMakes_isRefusedBeforeSending() {
    Map<String, Object> input = Map.of("SelectExpression", "select * from d");

    assertThatThrownBy(
            () -> call(Map.of(), "sdb", "Select", input, c -> c.signatureVersion("v3https")))
        .isInstanceOf(UnknownSignatureVersionException.class)
        .hasMessageStartingWith("Unknown Signature Version: v3https. ");
    assertThatThrownBy(() -> call(Map.of(), "codecatalyst", "VerifySession", Map.of(), c -> {}))
        .isInstanceOf(NoAuthTokenException.class)
        .hasMessageStartingWith("Unable to locate authorization token");
  }
}
