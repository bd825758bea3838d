package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.credentials.Credentials;
import io.boto4j.internal.client.UserAgent;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The header User-Agent, version 2.1, with botocore's feature ids. */
final class UserAgentTest {
  private final Recorder recorder = new Recorder().answer(200, "{}");

  @Test
  void version_ofTheBuild_isTheOneSent() {
    String built = System.getProperty("boto4j.version");

    assertThat(built).isNotNull();
    assertThat(UserAgent.VERSION).isEqualTo(built.replace("-SNAPSHOT", ""));
    assertThat(Session.version()).isEqualTo(UserAgent.VERSION);
  }

  @Test
  void header_ofThisJvm_followsVersion21() {
    call("dynamodb", "ListTables", Map.of(), c -> {});

    assertThat(agent())
        .matches(
            "boto4j/[0-9.]+ ua/2\\.1 os/(other md/)?[^ #/]+#[^ #/]+ md/arch#[^ #/]+"
                + " lang/java#[^ #/]+ m/[A-Za-z0-9,]+ cfg/retry-mode#standard");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "standard | when_supported | true | E,N,P,Z,b,e",
        "legacy   | when_required  | true | D,N,P,a,b,e",
        "adaptive | when_supported | false | F,P,Z,b,e"
      })
  void features_ofTheClient_areTold(
      String mode, String checksums, boolean customUrl, String features) {
    call(
        "dynamodb",
        "ListTables",
        Map.of(),
        c -> {
          c.retryMode(mode).requestChecksumCalculation(checksums);
          if (customUrl) {
            c.endpointUrl("http://127.0.0.1:1");
          }
        });

    assertThat(features()).isEqualTo(features);
    assertThat(agent()).contains(" cfg/retry-mode#" + mode);
  }

  @Test
  void features_ofTheCall_areTold() {
    recorder.answer(200, "");
    Map<String, Object> input = Map.of("Bucket", "b-1", "Key", "k", "Body", "text");

    call("s3", "PutObject", input, c -> {});
    assertThat(features()).isEqualTo("E,U,Z,b,e");
    Map<String, Object> sha256 =
        Map.of("Bucket", "b-1", "Key", "k", "Body", "text", "ChecksumAlgorithm", "SHA256");
    call("s3", "PutObject", sha256, c -> {});
    assertThat(features()).isEqualTo("E,Y,Z,b,e");
  }

  @Test
  void features_ofAccountThatWentIntoTheEndpoint_areTold() {
    Credentials known =
        Credentials.of(Sessions.KEY_ID, Sessions.SECRET).withAccountId("123456789012");

    call("dynamodb", "ListTables", Map.of(), c -> c.credentials(known));
    assertThat(features()).isEqualTo("E,P,T,Z,b,e");
    call(
        "dynamodb",
        "ListTables",
        Map.of(),
        c -> c.credentials(known).accountIdEndpointMode("disabled"));
    assertThat(features()).isEqualTo("E,Q,Z,b,e");
  }

  @Test
  void features_ofUnsignedCall_nameNoCredentials() {
    call("dynamodb", "ListTables", Map.of(), c -> c.signatureVersion("unsigned"));

    assertThat(features()).isEqualTo("E,Q,Z,b").doesNotContain("e");
  }

  @Test
  void features_ofEnvironmentsKeys_nameTheEnvironment() {
    Map<String, String> keys =
        Map.of("AWS_ACCESS_KEY_ID", Sessions.KEY_ID, "AWS_SECRET_ACCESS_KEY", Sessions.SECRET);

    Sessions.bare(recorder)
        .environment(keys)
        .region("eu-west-1")
        .build()
        .client("dynamodb")
        .call("ListTables");

    assertThat(features()).isEqualTo("E,P,Z,b,g");
  }

  @Test
  void extra_isAppended() {
    call("dynamodb", "ListTables", Map.of(), c -> c.userAgentExtra("my-app/1.0"));

    assertThat(agent()).endsWith(" my-app/1.0");
  }

  @Test
  void extraWithLineBreak_startsNoHeader() {
    call("dynamodb", "ListTables", Map.of(), c -> c.userAgentExtra("a\r\nX-Evil: 1\0\u00fc"));

    assertThat(agent()).endsWith(" a--X-Evil: 1--");
  }

  private void call(
      String service,
      String operation,
      Map<String, ?> input,
      Consumer<ClientConfig.Builder> options) {
    Sessions.with(recorder).build().client(service, options).call(operation, input);
  }

  private @Nullable String agent() {
    return recorder.last().headers().first("User-Agent");
  }

  private String features() {
    String agent = String.valueOf(agent());
    int start = agent.indexOf(" m/") + 3;
    return agent.substring(start, agent.indexOf(' ', start));
  }
}
