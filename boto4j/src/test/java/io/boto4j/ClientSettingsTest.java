package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.error.InvalidConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Options other than those of endpoints: code, environment, profile and defaults mode, in this
 * order.
 */
final class ClientSettingsTest {
  private final Recorder recorder = new Recorder().answer(200, "{}");

  @TempDir private Path home;

  @Test
  void defaultsMode_unknown_makesNoClient() {
    Session session =
        Sessions.with(recorder).environment(Map.of("AWS_DEFAULTS_MODE", "f\nast")).build();

    assertThatThrownBy(() -> session.client("s3"))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageStartingWith("Client configured with invalid defaults mode: \"f")
        .hasMessageEndingWith(
            "Valid defaults modes include: legacy, auto, standard, in-region, cross-region,"
                + " mobile.")
        .hasMessageNotContaining("\n");
  }

  @ParameterizedTest
  @CsvSource({"'', s3.amazonaws.com", "standard, s3.us-east-1.amazonaws.com"})
  void defaultsMode_ofProfile_givesUsEast1ItsOwnHost(String mode, String host) throws IOException {
    recorder.answer(200, "<ListAllMyBucketsResult/>");
    session(Map.of(), mode.isEmpty() ? "" : "defaults_mode = " + mode)
        .client("s3", c -> c.region("us-east-1"))
        .call("ListBuckets");

    assertThat(recorder.last().uri()).hasHost(host);
  }

  @Test
  void hostPrefix_turnedOffByEnvironmentOrProfile_isLeftOut() throws IOException {
    Map<String, String> off = Map.of("AWS_DISABLE_HOST_PREFIX_INJECTION", "true");

    assertThat(prefixed(session(Map.of(), ""))).isTrue();
    assertThat(prefixed(session(off, ""))).isFalse();
    assertThat(prefixed(session(Map.of(), "disable_host_prefix_injection = True"))).isFalse();
    assertThat(prefixed(session(Map.of(), "disable_host_prefix_injection = no"))).isTrue();
  }

  @Test
  void apiVersions_ofProfile_chooseTheVersion() throws IOException {
    Client client =
        session(Map.of(), "api_versions =\n  cloudfront = 2017-03-25").client("cloudfront");

    recorder.answer(200, "<DistributionList/>");
    client.call("ListDistributions");

    assertThat(recorder.last().uri().getPath()).startsWith("/2017-03-25/");
  }

  @Test
  void userAgent_ofEnvironmentAndProfile_namesTheApplication() throws IOException {
    Map<String, String> environment =
        Map.of("AWS_SDK_UA_APP_ID", "dash board", "AWS_EXECUTION_ENV", "AWS_Lambda_java17");

    session(environment, "sdk_ua_app_id = other").client("dynamodb").call("ListTables");
    assertThat(agent()).contains(" exec-env/AWS_Lambda_java17 ").contains(" app/dash-board");
    session(Map.of(), "sdk_ua_app_id = other").client("dynamodb").call("ListTables");
    assertThat(agent()).contains(" app/other").doesNotContain("exec-env");
    session(environment, "").client("dynamodb", c -> c.userAgentAppId("a/b")).call("ListTables");
    assertThat(agent()).contains(" app/a-b");
  }

  @Test
  void userAgent_inCode_replacesTheWhole() throws IOException {
    session(Map.of("AWS_SDK_UA_APP_ID", "app"), "")
        .client("dynamodb", c -> c.userAgent("mine/1\r\n").userAgentExtra("more"))
        .call("ListTables");

    assertThat(agent()).isEqualTo("mine/1-- more");
  }

  private String agent() {
    return String.valueOf(recorder.last().headers().first("User-Agent"));
  }

  private boolean prefixed(Session session) {
    Client client = session.client("stepfunctions");
    client.call("StartSyncExecution", Map.of("stateMachineArn", "arn:aws:states:eu-west-1:1:x:y"));
    return recorder.last().uri().getHost().startsWith("sync-");
  }

  private Session session(Map<String, String> environment, String profile) throws IOException {
    Files.createDirectories(home.resolve(".aws"));
    Files.writeString(home.resolve(".aws/config"), "[default]\n" + profile + "\n");
    return Sessions.with(recorder).home(home).environment(environment).build();
  }

  @Test
  void with_options_changesThoseAlone() {
    Recorder recorder = new Recorder();
    Client original =
        Sessions.with(recorder)
            .build()
            .client("lambda", c -> c.region("eu-west-1").userAgent("own/1"));

    Client other = original.with(c -> c.region("eu-central-1"));
    other.call("ListFunctions");

    assertThat(other.region()).isEqualTo("eu-central-1");
    assertThat(original.region()).isEqualTo("eu-west-1");
    assertThat(recorder.last().uri().getHost()).isEqualTo("lambda.eu-central-1.amazonaws.com");
    assertThat(recorder.last().headers().first("User-Agent")).isEqualTo("own/1");
    other.close();
    original.call("ListFunctions");
  }
}
