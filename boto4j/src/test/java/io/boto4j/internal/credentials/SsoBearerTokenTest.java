package io.boto4j.internal.credentials;

import static io.boto4j.internal.credentials.LoopbackAws.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.Client;
import io.boto4j.Session;
import io.boto4j.error.InvalidConfigException;
import io.boto4j.error.NoAuthTokenException;
import io.boto4j.error.SsoTokenLoadException;
import io.boto4j.error.TokenRetrievalException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** CodeCatalyst accepts a bearer token; DynamoDB does not. */
@Timeout(60)
final class SsoBearerTokenTest {
  private static final String CACHE =
      ".aws/sso/cache/e274eeff768c6396088ec6eb091f4bf4d47ab1e0.json";
  private static final String SESSION = "[sso-session work]\nsso_start_url = https://x/start\n";
  private static final String CONFIG =
      "[default]\nsso_session = work\n" + SESSION + "sso_region = us-east-1\n";

  @TempDir Path home;
  private final LoopbackAws server = new LoopbackAws();
  private TestParts parts;

  @BeforeEach
  void signIn() {
    server.on("GET /session", ok("{\"identity\": \"me\"}"));
    parts =
        new TestParts(home)
            .set("AWS_ENDPOINT_URL_CODECATALYST", server.uri(""))
            .set("AWS_ENDPOINT_URL_SSO_OIDC", server.uri(""))
            .config(CONFIG)
            .file(CACHE, token("one", "2026-02-03T05:05:06Z"));
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void token_ofTheSession_isSent() {
    client().call("VerifySession");

    assertThat(server.last().header("Authorization")).isEqualTo("Bearer cAnArY-one");
  }

  @Test
  void token_sessionResumed_isReadAgain() {
    Session session = session();
    Client client = session.client("codecatalyst");
    client.call("VerifySession");
    parts.file(CACHE, token("two", "2026-02-03T05:05:06Z"));

    session.resume();
    client.call("VerifySession");

    assertThat(server.last().header("Authorization")).isEqualTo("Bearer cAnArY-two");
  }

  @Test
  void token_inTheEnvironment_goesFirst() {
    parts.set("AWS_BEARER_TOKEN_CODECATALYST", "env");

    client().call("VerifySession");

    assertThat(server.last().header("Authorization")).isEqualTo("Bearer env");
  }

  @Test
  void token_nearItsEnd_isRenewedOnceForAllClients() {
    server.on(
        "POST /token",
        ok("{\"accessToken\": \"cAnArY-two\", \"expiresIn\": 3600, \"refreshToken\": \"r\"}"));
    Session session = session();
    Client one = session.client("codecatalyst");
    Client two = session.client("codecatalyst");
    one.call("VerifySession");
    parts.clock.advance(Duration.ofMinutes(50));

    one.call("VerifySession");
    assertThat(server.last().header("Authorization")).isEqualTo("Bearer cAnArY-two");
    two.call("VerifySession");

    assertThat(server.last().header("Authorization")).isEqualTo("Bearer cAnArY-two");
    assertThat(server.asked())
        .containsExactly("GET /session", "POST /token", "GET /session", "GET /session");
  }

  @Test
  void token_expiredAndNotRenewable_isToldWithTheNextCommand() {
    parts.file(CACHE, "{\"accessToken\": \"cAnArY\", \"expiresAt\": \"2026-02-03T04:00:00Z\"}");

    assertThatThrownBy(() -> client().call("VerifySession"))
        .isInstanceOf(TokenRetrievalException.class)
        .hasMessageEndingWith("Run `aws sso login`")
        .satisfies(e -> assertThat(Texts.trace(e)).doesNotContain("cAnArY"));
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void token_missing_isToldWithTheNextCommand() {
    parts.config(CONFIG.replace("work", "play"));

    assertThatThrownBy(() -> client().call("VerifySession"))
        .isInstanceOf(SsoTokenLoadException.class)
        .hasMessage("Error loading SSO Token: Token for play does not exist. Run `aws sso login`");
  }

  @Test
  void profile_withoutSession_isToldWhatToSet() {
    parts.config("[default]\n");

    assertThatThrownBy(() -> client().call("VerifySession"))
        .isInstanceOf(NoAuthTokenException.class)
        .hasMessage(
            "Unable to locate authorization token: codecatalyst takes a bearer token, and none was"
                + " found: set AWS_BEARER_TOKEN_CODECATALYST, or name an sso_session in the"
                + " profile (`aws configure sso-session`) and run `aws sso login`");
  }

  @Test
  void session_missingOrIncomplete_isNamed() {
    parts.config("[default]\nsso_session = work\n");
    assertThatThrownBy(() -> client().call("VerifySession"))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageStartingWith(
            "The profile \"default\" is configured to use the SSO token provider but the \"work\""
                + " sso_session configuration does not exist.");
    parts.config("[default]\nsso_session = work\nsso_region = a\n" + SESSION);
    assertThatThrownBy(() -> client().call("VerifySession"))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessage(
            "The profile \"default\" is configured to use the SSO token provider but is missing the"
                + " following configuration: sso_region.");
  }

  @Test
  void serviceThatSigns_isNotConcerned() {
    parts.config("[default]\nsso_session = none\n");
    parts.set("AWS_ACCESS_KEY_ID", "a").set("AWS_SECRET_ACCESS_KEY", "b");
    parts.set("AWS_ENDPOINT_URL_DYNAMODB", server.uri(""));
    server.on("POST /", ok("{}"));

    session().client("dynamodb").call("ListTables");

    assertThat(server.last().header("Authorization")).startsWith("AWS4-HMAC-SHA256 Credential=a/");
  }

  private Client client() {
    return session().client("codecatalyst");
  }

  private Session session() {
    return Session.builder()
        .environment(parts.environment)
        .systemProperties(java.util.Map.of())
        .home(home)
        .clock(parts.clock)
        .region("us-west-2")
        .build();
  }

  private static String token(String token, String end) {
    return "{\"accessToken\": \"cAnArY-"
        + token
        + "\", \"expiresAt\": \""
        + end
        + "\", \"refreshToken\": \"cAnArY-r\", \"clientId\": \"id\", \"clientSecret\":"
        + " \"cAnArY-c\", \"registrationExpiresAt\": \"2026-04-01T00:00:00Z\"}";
  }
}
