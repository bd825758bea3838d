package io.boto4j.internal.credentials;

import static io.boto4j.internal.credentials.LoopbackAws.ROLE;
import static io.boto4j.internal.credentials.LoopbackAws.ok;
import static io.boto4j.internal.credentials.LoopbackAws.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.credentials.CredentialsProvider;
import io.boto4j.error.Boto4jException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Canary secrets in all inputs of these providers, searched for in all their outputs. */
@Timeout(60)
final class SourcesStaySecretTest {
  private static final String KEYS =
      "{\"AccessKeyId\": \"AKID\", \"SecretAccessKey\": \"cAnArY\", \"Token\": \"cAnArY\","
          + " \"Expiration\": \"2026-02-03T05:05:06Z\"}";
  private static final String SSO_CACHE =
      ".aws/sso/cache/e274eeff768c6396088ec6eb091f4bf4d47ab1e0.json";

  @TempDir Path home;
  private final LoopbackAws server = new LoopbackAws();
  private final List<String> said = new ArrayList<>();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void everything_goingWellAndThenNot_isSaidWithoutASecret() {
    TestParts parts = new TestParts(home, server.uri(""));
    parts
        .set("AWS_METADATA_SERVICE_TIMEOUT", 20)
        .set("AWS_EC2_METADATA_SERVICE_ENDPOINT", server.uri("/"))
        .set("AWS_CONTAINER_CREDENTIALS_FULL_URI", server.uri("/c"))
        .set("AWS_CONTAINER_AUTHORIZATION_TOKEN", "cAnArY")
        .config(
            """
            [default]
            sso_account_id = 123456789012
            sso_role_name = r
            sso_session = work
            login_session = me
            [sso-session work]
            sso_start_url = https://x
            sso_region = us-east-1
            """)
        .file(
            SSO_CACHE,
            "{\"accessToken\": \"cAnArY\", \"expiresAt\": \"2026-02-03T05:05:06Z\", \"clientId\":"
                + " \"id\", \"clientSecret\": \"cAnArY\", \"refreshToken\": \"cAnArY\","
                + " \"registrationExpiresAt\": \"2030-01-01T00:00:00Z\"}")
        .file(
            ".aws/login/cache/" + Digests.hex("SHA-256", new byte[] {'m', 'e'}) + ".json",
            "{\"accessToken\": {\"accessKeyId\": \"AKID\", \"secretAccessKey\": \"cAnArY\","
                + " \"sessionToken\": \"cAnArY\", \"expiresAt\": \"2026-02-03T05:05:06Z\"},"
                + " \"refreshToken\": \"cAnArY\", \"clientId\": \"c\", \"dpopKey\": \""
                + DpopKeyTest.SEC1.replace("\n", "\\n")
                + "\"}");
    server
        .imds("role", KEYS)
        .on("GET /c", ok(KEYS), status(418, "cAnArY"))
        .on(
            "GET /federation/credentials",
            ok(
                "{\"roleCredentials\": {\"accessKeyId\": \"AKID\", \"secretAccessKey\": \"cAnArY\","
                    + " \"sessionToken\": \"cAnArY\", \"expiration\": 1770095106000}}"),
            status(418, "{\"message\": \"no\"}"))
        .on("POST /token", status(418, "{\"error\": \"cAnArY\"}"))
        .on("POST /v1/token", status(418, "{\"message\": \"no\"}"));
    ChainParts given = parts.parts();
    try (Logged log = new Logged()) {
      List<CredentialsProvider> found = new ArrayList<>();
      for (ChainedProvider provider :
          new ChainedProvider[] {
            new ContainerCredentials(given),
            new InstanceCredentials(given),
            new SsoCredentials(given),
            new LoginCredentials(given)
          }) {
        CredentialsProvider each = provider.find().provider();
        assertThat(each.credentials().secretAccessKey()).isEqualTo("cAnArY");
        found.add(each);
        say(provider, each, each.credentials());
      }
      server.on("GET /" + ROLE, status(418, "cAnArY"));
      for (int minutes = 0; minutes < 90; minutes += 9) {
        parts.clock.advance(Duration.ofMinutes(9));
        for (CredentialsProvider each : found) {
          ask(each);
        }
      }
      said.addAll(log.lines());
      assertThat(log.lines()).hasSizeGreaterThan(5);
    }
    assertThat(String.join("\n", said))
        .contains("container-role", "instance's role", "SSO session work", "login")
        .doesNotContain("cAnArY", DpopKeyTest.SEC1.substring(40, 60));
  }

  @Test
  void objects_asText_showNoSecret() throws Exception {
    server.imds("role", KEYS);
    MetadataHttp http = new MetadataHttp(2000, null);
    Map<String, Object> members = Map.of("AccessKeyId", "cAnArY", "SecretAccessKey", "cAnArY");
    say(
        http.ask("GET", server.uri("/" + ROLE), io.boto4j.http.Headers.empty()),
        new CredentialsDocument("m", "the answer", members),
        DpopKey.ofPem(DpopKeyTest.SEC1),
        new ServiceCall("sso", "X", members, null, null, null),
        new SsoBearerToken(() -> null),
        new MetadataClient(new TestParts(home).parts().settings(), new TestParts(home).clock));

    assertThat(said).hasSize(6).noneMatch(text -> text.contains("cAnArY"));
  }

  private void ask(CredentialsProvider provider) {
    try {
      say(provider.credentials());
    } catch (Boto4jException e) {
      said.add(Texts.trace(e));
    }
  }

  private void say(Object... objects) {
    for (Object each : objects) {
      said.add(String.valueOf(each));
    }
  }
}
