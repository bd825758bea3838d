package io.boto4j.internal.credentials;

import static io.boto4j.internal.credentials.LoopbackAws.ROLE;
import static io.boto4j.internal.credentials.LoopbackAws.SILENCE;
import static io.boto4j.internal.credentials.LoopbackAws.needsToken;
import static io.boto4j.internal.credentials.LoopbackAws.ok;
import static io.boto4j.internal.credentials.LoopbackAws.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.error.InvalidConfigException;
import io.boto4j.internal.transport.ScriptedServer;
import io.boto4j.internal.transport.SocketTransport;
import io.boto4j.internal.transport.TransportOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class MetadataClientTest {
  private static final String PUT = "PUT /latest/api/token";
  private static final String ZONE = "GET /latest/meta-data/placement/availability-zone/";
  private static final int SHORT = 1000;
  private static final int LONG = 20_000;

  @TempDir Path home;
  private final LoopbackAws server = new LoopbackAws();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void version2_tokenIsAskedForFirstAndKeptForItsLife() throws Exception {
    server.imds("role", "{}");
    TestParts parts = parts();
    MetadataClient client = client(parts);

    assertThat(client.get(ROLE)).isEqualTo("role");
    assertThat(client.get(ROLE)).isEqualTo("role");
    assertThat(server.asked()).containsExactly(PUT, "GET /" + ROLE, "GET /" + ROLE);

    parts.clock.advance(Duration.ofHours(6));
    client.get(ROLE);
    assertThat(server.asked()).endsWith(PUT, "GET /" + ROLE).hasSize(5);
  }

  @Test
  void version2_tokenNoLongerKnown_isAskedForAnew() throws Exception {
    server.imds("role", "{}");
    MetadataClient client = client(parts());
    client.get(ROLE);
    server.on("GET /" + ROLE, status(401, ""), needsToken(ok("moved")));

    assertThat(client.get(ROLE)).isEqualTo("moved");
    assertThat(server.asked())
        .containsExactly(PUT, "GET /" + ROLE, "GET /" + ROLE, PUT, "GET /" + ROLE);
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 404, 405, 500})
  void version2_refused_isVersion1(int status) throws Exception {
    server.on(PUT, status(status, "")).on("GET /" + ROLE, ok("role"));

    assertThat(client(parts()).get(ROLE)).isEqualTo("role");
    assertThat(server.last().header("x-aws-ec2-metadata-token")).isEmpty();
  }

  @Test
  void version2_answerLostBehindTheLastHop_isVersion1() throws Exception {
    server.on(PUT, SILENCE).on("GET /" + ROLE, ok("role"));

    assertThat(hasty().get(ROLE)).isEqualTo("role");
    assertThat(server.asked()).containsExactly(PUT, "GET /" + ROLE);
  }

  @Test
  void version2_connectionCut_isVersion1() throws Exception {
    try (ScriptedServer cut =
        ScriptedServer.start(
            peer -> peer.request(), ScriptedServer.answering(ScriptedServer.ok("role")))) {
      MetadataClient client =
          new MetadataClient(parts().parts().settings(), parts().clock, http(), cut.uri("/"), 1);

      assertThat(client.get(ROLE)).isEqualTo("role");
      assertThat(cut.requests().get(1)).startsWith("GET /" + ROLE).doesNotContain("token");
    }
  }

  @Test
  void version2_badRequest_isNotFoundAndNothingElseIsTried() {
    server.on(PUT, status(400, "")).on("GET /" + ROLE, ok("role"));

    assertThatThrownBy(() -> client(parts(), 3).get(ROLE))
        .isInstanceOf(MetadataUnavailable.class)
        .hasMessage(server.uri("/latest/api/token") + " responded with status 400");
    assertThat(server.asked()).containsExactly(PUT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a\u0001b", "t\u00f6ken"})
  void version2_tokenThatIsNone_isVersion1(String token) throws Exception {
    server.on(PUT, ok(token)).on("GET /" + ROLE, ok("role"));

    assertThat(client(parts()).get(ROLE)).isEqualTo("role");
    assertThat(server.last().header("x-aws-ec2-metadata-token")).isEmpty();
  }

  @Test
  void version1_forbidden_isNotAsked() {
    server.on(PUT, status(404, "")).on("GET /" + ROLE, ok("role"));
    TestParts parts = parts().set("AWS_EC2_METADATA_V1_DISABLED", "true");
    TestParts inProfile = parts().config("[default]\nec2_metadata_v1_disabled = TRUE\n");

    for (TestParts each : new TestParts[] {parts, inProfile}) {
      assertThatThrownBy(() -> client(each).get(ROLE))
          .isInstanceOf(MetadataUnavailable.class)
          .hasMessage(
              "Unable to retrieve token for use in IMDSv2 call and IMDSv1 has been disabled");
    }
    assertThat(server.asked()).containsExactly(PUT, PUT);
  }

  @Test
  void disabled_isNotAsked() {
    TestParts parts = parts().set("AWS_EC2_METADATA_DISABLED", "True");

    assertThatThrownBy(() -> client(parts).get(ROLE))
        .isInstanceOf(MetadataUnavailable.class)
        .hasMessage("skipped because AWS_EC2_METADATA_DISABLED is true");
    assertThat(client(parts).region()).isNull();
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void attempts_areMadeUntilThereIsAnAnswer() throws Exception {
    server
        .on(PUT, status(500, ""), status(503, ""), ok(LoopbackAws.IMDS_TOKEN))
        .on("GET /" + ROLE, needsToken(status(500, "")), SILENCE, needsToken(ok("role")));

    assertThat(hasty().get(ROLE)).isEqualTo("role");
    assertThat(server.asked()).hasSize(6);
  }

  @Test
  void attempts_usedUp_areNotFound() {
    server.on(PUT, ok("token")).on("GET /" + ROLE, status(500, "cAnArY"));

    assertThatThrownBy(() -> client(parts(), 2).get(ROLE))
        .isInstanceOf(MetadataUnavailable.class)
        .hasMessage(server.uri("/" + ROLE) + " responded with status 500");
    assertThat(server.asked()).hasSize(3);
  }

  @Test
  void service_notThere_isNotFoundAtOnce() {
    URI nobody = URI.create("http://127.0.0.1:1/");
    MetadataClient client =
        new MetadataClient(parts().parts().settings(), parts().clock, http(), nobody, 1);

    assertThatThrownBy(() -> client.get(ROLE))
        .isInstanceOf(MetadataUnavailable.class)
        .hasMessageContaining("the metadata service cannot be reached")
        .hasMessageContaining("/latest/api/token");
  }

  @Test
  void answer_tooLarge_isRefused() {
    server.on(PUT, ok("token")).on("GET /" + ROLE, ok("x".repeat(MetadataHttp.MAX_BYTES + 1)));

    assertThatThrownBy(() -> client(parts()).get(ROLE))
        .hasMessageContaining("its response is larger than 65536 bytes");
  }

  @Test
  void answer_inEndlessDrops_endsInTime() throws Exception {
    try (ScriptedServer drops =
        ScriptedServer.start(
            ScriptedServer.answering("HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n"),
            peer -> {
              peer.request();
              peer.send("HTTP/1.1 200 OK\r\nContent-Length: 60000\r\n\r\n");
              for (int i = 0; i < 60_000; i++) {
                peer.send("x");
                Thread.sleep(20);
              }
            })) {
      MetadataClient client =
          new MetadataClient(
              parts().parts().settings(), parts().clock, impatient(), drops.uri("/"), 1);

      assertThatThrownBy(() -> client.get(ROLE)).hasMessageContaining("did not end in time");
    }
  }

  @Test
  void redirect_isNotFollowed() {
    server
        .on(PUT, ok("token"))
        .on(
            "GET /" + ROLE,
            request ->
                "HTTP/1.1 302 Found\r\nLocation: "
                    + server.uri("/elsewhere")
                    + "\r\nContent-Length: 0\r\n\r\n")
        .on("GET /elsewhere", ok("role"));

    assertThatThrownBy(() -> client(parts()).get(ROLE)).hasMessageContaining("status 302");
    assertThat(server.asked()).doesNotContain("GET /elsewhere");
  }

  @ParameterizedTest
  @CsvSource({"eu-west-1b,eu-west-1", "us-gov-east-1a,us-gov-east-1"})
  void region_isTheZoneWithoutItsLetter(String zone, String region) {
    server.on(PUT, ok("token")).on(ZONE, ok(zone));

    assertThat(client(parts()).region()).isEqualTo(region);
  }

  @Test
  void region_isAskedForOnceEvenIfThereIsNone() {
    MetadataClient client = client(parts());

    assertThat(client.region()).isNull();
    assertThat(client.region()).isNull();
    assertThat(server.asked()).containsExactly(PUT, ZONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "x.evil.com/#a", "<html>"})
  void region_unfit_isNone(String zone) {
    server.on(PUT, ok("token")).on(ZONE, ok(zone));

    assertThat(client(parts()).region()).isNull();
  }

  @Test
  void settings_endpoint_isAskedWithoutProxy() {
    server.on(PUT, ok("token")).on(ZONE, ok("eu-west-1b"));
    TestParts variable =
        parts()
            .set("AWS_EC2_METADATA_SERVICE_ENDPOINT", server.uri(""))
            .set("http_proxy", "http://127.0.0.1:1")
            .set("HTTP_PROXY", "http://127.0.0.1:1");
    TestParts key =
        parts().config("[default]\nec2_metadata_service_endpoint = " + server.uri("/") + "\n");

    for (TestParts each : new TestParts[] {variable, key}) {
      assertThat(new MetadataClient(each.parts().settings(), each.clock).region())
          .isEqualTo("eu-west-1");
    }
  }

  @Test
  void settings_base_isChosenByMode() {
    assertThat(base(parts())).hasToString("http://169.254.169.254/");
    assertThat(base(parts().set("AWS_IMDS_USE_IPV6", "true")))
        .hasToString("http://[fd00:ec2::254]/");
    assertThat(base(parts().set("AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE", "IPv6")))
        .hasToString("http://[fd00:ec2::254]/");
    assertThat(
            base(
                parts()
                    .set("AWS_IMDS_USE_IPV6", "true")
                    .set("AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE", "ipv4")))
        .hasToString("http://169.254.169.254/");
    assertThat(
            base(
                parts()
                    .set("AWS_IMDS_USE_IPV6", "true")
                    .set("AWS_EC2_METADATA_SERVICE_ENDPOINT", "http://[fd00::1]:8/x")))
        .hasToString("http://[fd00::1]:8/x/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "169.254.169.254",
        "ftp://169.254.169.254/",
        "http://user:cAnArY@169.254.169.254/",
        "http:///x",
        "http://a b/",
        "http://a/?x=y"
      })
  void settings_endpointThatIsNone_isRefused(String endpoint) {
    TestParts parts = parts().set("AWS_EC2_METADATA_SERVICE_ENDPOINT", endpoint);

    assertThatThrownBy(() -> base(parts))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageStartingWith("Invalid endpoint EC2 Instance Metadata endpoint: ");
  }

  @Test
  void settings_unfit_areRefused() {
    assertThatThrownBy(() -> base(parts().set("AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE", "ipv5")))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessage(
            "Invalid EC2 Instance Metadata endpoint mode: ipv5 Valid endpoint modes"
                + " (case-insensitive): ipv4, ipv6.");
    for (String timeout : new String[] {"0", "-1", "1.5", "x", "999999999999"}) {
      TestParts parts = parts().set("AWS_METADATA_SERVICE_TIMEOUT", timeout);
      assertThatThrownBy(() -> new MetadataClient(parts.parts().settings(), parts.clock).region())
          .isInstanceOf(InvalidConfigException.class)
          .hasMessageContaining("metadata_service_timeout (AWS_METADATA_SERVICE_TIMEOUT): '");
    }
  }

  private static URI base(TestParts parts) {
    return MetadataEndpoint.base(parts.parts().settings());
  }

  private TestParts parts() {
    return new TestParts(home);
  }

  /** Returns a client with a long read timeout and a short limit for the whole response. */
  private static MetadataHttp impatient() {
    return new MetadataHttp(
        new SocketTransport(
            TransportOptions.defaults().withTimeouts(10_000, 10_000).withIdle(0, 0)),
        20);
  }

  private static MetadataHttp http() {
    return new MetadataHttp(LONG, null);
  }

  /** Returns a client with a short timeout and three attempts. */
  private MetadataClient hasty() {
    TestParts parts = parts();
    return new MetadataClient(
        parts.parts().settings(), parts.clock, new MetadataHttp(SHORT, null), server.uri("/"), 3);
  }

  private MetadataClient client(TestParts parts) {
    return client(parts, 1);
  }

  private MetadataClient client(TestParts parts, int attempts) {
    return new MetadataClient(
        parts.parts().settings(), parts.clock, http(), server.uri("/"), attempts);
  }
}
