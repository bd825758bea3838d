package io.boto4j.internal.credentials;

import static io.boto4j.internal.credentials.LoopbackAws.error;
import static io.boto4j.internal.credentials.LoopbackAws.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.credentials.Credentials;
import io.boto4j.credentials.CredentialsProvider;
import io.boto4j.error.InvalidConfigException;
import io.boto4j.error.ServiceException;
import io.boto4j.error.SsoTokenLoadException;
import io.boto4j.error.TokenRetrievalException;
import io.boto4j.error.UnauthorizedSsoTokenException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class SsoCredentialsTest {
  private static final String ROLE = "GET /federation/credentials";
  private static final String RENEW = "POST /token";
  private static final String START_URL = "https://d-1.awsapps.com/start";

  /** sha1sum of the start URL, and of "work". */
  private static final String OF_URL = "0c54b6c27e90660baa89eaad85ac1d5dae26cb7d";

  private static final String OF_SESSION = "e274eeff768c6396088ec6eb091f4bf4d47ab1e0";

  private static final String LEGACY =
      "[profile dev]\nsso_account_id = 123456789012\nsso_role_name = reader\nsso_start_url = "
          + START_URL
          + "\nsso_region = us-east-1\n";

  private static final String SESSION =
      "[profile dev]\nsso_account_id = 123456789012\nsso_role_name = reader\nsso_session = work\n"
          + "[sso-session work]\nsso_start_url = "
          + START_URL
          + "\nsso_region = us-east-1\nsso_registration_scopes = sso:account:access\n";

  @TempDir Path home;
  private final LoopbackAws server = new LoopbackAws();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void profile_withoutSso_isNotFound() {
    TestParts parts = parts("[profile dev]\nsso_session = work\n");

    assertThat(provider(parts).find().reason())
        .isEqualTo("neither sso_role_name nor sso_account_id in profile 'dev'");
  }

  @Test
  void legacy_tokenOnDisk_isTradedForCredentials() {
    server.on(ROLE, ok(role("a", 6)));
    TestParts parts =
        parts(LEGACY).file(cache(OF_URL), token("cAnArY-1", "2026-02-03T08:00:00UTC"));
    CredentialsProvider found = find(parts);
    assertThat(server.asked()).as("before they are needed").isEmpty();

    assertThat(found.credentials())
        .isEqualTo(
            Credentials.of("a", "cAnArY-secret", "cAnArY-token")
                .withAccountId("123456789012")
                .withExpiration(TestParts.NOW.plus(Duration.ofHours(6)))
                .withSource("sso"));
    assertThat(server.last().query()).contains("role_name=reader", "account_id=123456789012");
    assertThat(server.last().header("x-amz-sso_bearer_token")).isEqualTo("cAnArY-1");
    assertThat(server.last().head()).doesNotContainIgnoringCase("authorization");
  }

  @Test
  void legacy_credentialsNearTheirEnd_areFetchedWithTheTokenThatIsOnDiskThen() {
    server.on(ROLE, ok(role("a", 1)), ok(role("b", 2)));
    TestParts parts = parts(LEGACY).file(cache(OF_URL), token("one", "2026-02-03T08:00:00Z"));
    CredentialsProvider found = find(parts);
    found.credentials();

    parts.file(cache(OF_URL), token("two", "2026-02-03T09:00:00Z"));
    parts.clock.advance(Duration.ofMinutes(50));

    assertThat(found.credentials().accessKeyId()).isEqualTo("b");
    assertThat(server.last().header("x-amz-sso_bearer_token")).isEqualTo("two");
  }

  @Test
  void legacy_expiredToken_isNotSent() {
    TestParts parts = parts(LEGACY).file(cache(OF_URL), token("cAnArY", "2026-02-03T04:05:06Z"));

    assertThatThrownBy(() -> find(parts).credentials())
        .isInstanceOf(UnauthorizedSsoTokenException.class)
        .hasMessage(
            "The SSO session associated with this profile has expired or is otherwise invalid. To"
                + " refresh this SSO session run `aws sso login --profile dev`");
    assertThat(server.asked()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cAnArY",
        "[]",
        "{\"accessToken\": \"cAnArY\"}",
        "{\"accessToken\": \"cAnArY\", \"expiresAt\": \"cAnArY\"}",
        "{\"accessToken\": 7, \"expiresAt\": \"2026-02-03T08:00:00Z\"}",
        "{\"accessToken\": \"\", \"expiresAt\": \"2026-02-03T08:00:00Z\"}"
      })
  void tokenFile_broken_isToldWithTheNextCommand(String content) {
    TestParts parts = parts(LEGACY).file(cache(OF_URL), content);

    assertThatThrownBy(() -> find(parts).credentials())
        .isInstanceOf(SsoTokenLoadException.class)
        .hasMessageStartingWith("Error loading SSO Token: Token for " + START_URL + " ")
        .hasMessageEndingWith("Run `aws sso login --profile dev`")
        .satisfies(e -> assertThat(Texts.trace(e)).doesNotContain("cAnArY"));
  }

  @Test
  void tokenFile_missing_isToldWithTheNextCommand() {
    TestParts parts = parts(SESSION.replace("profile dev", "default"));

    assertThatThrownBy(() -> new SsoCredentials(parts.parts()).find().provider().credentials())
        .isInstanceOf(SsoTokenLoadException.class)
        .hasMessage("Error loading SSO Token: Token for work does not exist. Run `aws sso login`");
  }

  @Test
  void service_refusesTheToken_isToldWithTheNextCommand() {
    server.on(ROLE, error(401, "UnauthorizedException", "{\"message\": \"Session token\"}"));
    TestParts parts = parts(LEGACY).file(cache(OF_URL), token("cAnArY", "2026-02-03T08:00:00Z"));

    assertThatThrownBy(() -> find(parts).credentials())
        .isInstanceOf(UnauthorizedSsoTokenException.class)
        .hasMessageEndingWith("run `aws sso login --profile dev`")
        .satisfies(e -> assertThat(Texts.trace(e)).doesNotContain("cAnArY"));
  }

  @Test
  void service_refusesTheRole_isTheServicesOwnError() {
    server.on(ROLE, error(403, "ForbiddenException", "{\"message\": \"No access\"}"));
    TestParts parts = parts(LEGACY).file(cache(OF_URL), token("cAnArY", "2026-02-03T08:00:00Z"));

    assertThatThrownBy(() -> find(parts).credentials())
        .isInstanceOf(ServiceException.class)
        .hasMessage(
            "An error occurred (ForbiddenException) when calling the GetRoleCredentials operation:"
                + " No access");
  }

  @Test
  void session_freshToken_isUsedAsItIs() {
    server.on(ROLE, ok(role("a", 6)));
    TestParts parts = parts(SESSION).file(cache(OF_SESSION), token("one", "2026-02-03T04:25:00Z"));

    assertThat(find(parts).credentials().accessKeyId()).isEqualTo("a");
    assertThat(server.asked()).containsExactly(ROLE);
    assertThat(server.last().header("x-amz-sso_bearer_token")).isEqualTo("one");
  }

  @Test
  void session_oldToken_isRenewedAndWrittenBackWithAllElseItHad() {
    server.on(ROLE, ok(role("a", 6))).on(RENEW, ok(renewed("new", "next")));
    TestParts parts = parts(SESSION).file(cache(OF_SESSION), renewable("2026-02-03T04:15:00Z"));

    assertThat(find(parts).credentials().accessKeyId()).isEqualTo("a");

    assertThat(server.asked()).containsExactly(RENEW, ROLE);
    assertThat(server.last().header("x-amz-sso_bearer_token")).isEqualTo("cAnArY-new");
    assertThat(read(parts, OF_SESSION))
        .containsEntry("accessToken", "cAnArY-new")
        .containsEntry("expiresAt", "2026-02-03T12:05:06Z")
        .containsEntry("refreshToken", "cAnArY-next")
        .containsEntry("clientId", "id")
        .containsEntry("clientSecret", "cAnArY-client")
        .containsEntry("registrationExpiresAt", "2026-04-01T00:00:00Z")
        .containsEntry("startUrl", START_URL)
        .containsEntry("region", "us-east-1")
        .containsEntry("ofTheFuture", Map.of("kept", true));
  }

  @Test
  void session_renewal_sendsWhatTheFileHas() {
    server.on(ROLE, ok(role("a", 6))).on(RENEW, ok(renewed("new", "next")));
    TestParts parts = parts(SESSION).file(cache(OF_SESSION), renewable("2026-02-03T01:00:00Z"));
    server.on(
        RENEW,
        request -> {
          assertThat(request.head()).doesNotContainIgnoringCase("authorization");
          assertThat(request.body().replace(" ", ""))
              .contains(
                  "\"grantType\":\"refresh_token\"",
                  "\"clientId\":\"id\"",
                  "\"clientSecret\":\"cAnArY-client\"",
                  "\"refreshToken\":\"cAnArY-refresh\"");
          return ok(renewed("new", "next")).to(request);
        });

    assertThat(find(parts).credentials().accessKeyId()).isEqualTo("a");
  }

  @Test
  void session_renewalFails_oldTokenServesWhileItLasts() {
    server
        .on(ROLE, ok(role("a", 6)))
        .on(RENEW, error(400, "InvalidGrantException", "{\"error\": \"cAnArY\"}"));
    TestParts parts = parts(SESSION).file(cache(OF_SESSION), renewable("2026-02-03T04:15:00Z"));
    try (Logged log = new Logged()) {
      assertThat(find(parts).credentials().accessKeyId()).isEqualTo("a");

      assertThat(log.lines())
          .containsExactly(
              "WARNING The token of the SSO session work was not renewed and is used until it expires:"
                  + " ServiceException");
    }
    assertThat(server.last().header("x-amz-sso_bearer_token")).isEqualTo("cAnArY-old");
    assertThat(read(parts, OF_SESSION)).containsEntry("accessToken", "cAnArY-old");
  }

  @Test
  void session_expiredTokenThatCannotBeRenewed_isToldWithTheNextCommand() {
    server.on(RENEW, error(400, "InvalidGrantException", "{\"error\": \"invalid_grant\"}"));
    TestParts parts = parts(SESSION).file(cache(OF_SESSION), renewable("2026-02-03T01:00:00Z"));

    assertThatThrownBy(() -> find(parts).credentials())
        .isInstanceOf(TokenRetrievalException.class)
        .hasMessage(
            "Error when retrieving token from sso: Token has expired and refresh failed"
                + " (ServiceException). Run `aws sso login --profile dev`")
        .satisfies(e -> assertThat(Texts.trace(e)).doesNotContain("cAnArY"));
  }

  @ParameterizedTest
  @CsvSource({
    "refreshToken,its file has no refreshToken",
    "clientId,its file has no clientId",
    "clientSecret,its file has no clientSecret",
    "registrationExpiresAt,its file has no registrationExpiresAt"
  })
  void session_nothingToRenewWith_isNotTried(String missing, String obstacle) {
    String file = renewable("2026-02-03T01:00:00Z").replace(missing, "other");
    TestParts parts = parts(SESSION).file(cache(OF_SESSION), file);

    assertThatThrownBy(() -> find(parts).credentials())
        .isInstanceOf(TokenRetrievalException.class)
        .hasMessageContaining("(" + obstacle + ")");
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void session_registrationExpired_isNotTried() {
    String file = renewable("2026-02-03T01:00:00Z").replace("2026-04-01", "2026-02-01");
    TestParts parts = parts(SESSION).file(cache(OF_SESSION), file);

    assertThatThrownBy(() -> find(parts).credentials())
        .hasMessageContaining("its registration has expired");
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void session_signedInAnewMeanwhile_isSeen() {
    server.on(ROLE, ok(role("a", 6)));
    TestParts parts = parts(SESSION).file(cache(OF_SESSION), token("old", "2026-02-03T01:00:00Z"));
    CredentialsProvider found = find(parts);
    assertThatThrownBy(found::credentials).isInstanceOf(TokenRetrievalException.class);

    parts.file(cache(OF_SESSION), token("new", "2026-02-03T09:00:00Z"));

    assertThat(found.credentials().accessKeyId()).isEqualTo("a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sso_region = us-east-1|sso_region",
        "sso_start_url = https://d-1.awsapps.com/start|sso_start_url",
        "sso_role_name = reader|sso_role_name",
        "sso_account_id = 123456789012|sso_account_id"
      })
  void configuration_incomplete_namesWhatIsMissing(String line, String missing) {
    for (String config : new String[] {LEGACY, SESSION}) {
      assertThatThrownBy(() -> provider(parts(config.replace(line, "x = y"))).find())
          .isInstanceOf(InvalidConfigException.class)
          .hasMessage(
              "The profile \"dev\" is configured to use SSO but is missing required configuration: "
                  + missing
                  + ". Run `aws configure sso`, or add it");
    }
  }

  @Test
  void configuration_sessionMissingOrAtOdds_isNamed() {
    assertThatThrownBy(() -> provider(parts(SESSION.replace("session work]", "session w]"))).find())
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageStartingWith("The specified sso-session does not exist: \"work\". ");
    String both =
        SESSION.replace("sso_session = work", "sso_session = work\nsso_region = eu-west-1");
    assertThatThrownBy(() -> provider(parts(both)).find())
        .isInstanceOf(InvalidConfigException.class)
        .hasMessage(
            "The value for sso_region is inconsistent between profile (eu-west-1) and sso-session"
                + " (us-east-1). Remove it from the profile");
  }

  private TestParts parts(String config) {
    return new TestParts(home, server.uri("")).config(config);
  }

  private static SsoCredentials provider(TestParts parts) {
    return new SsoCredentials(parts.parts("dev"));
  }

  private static CredentialsProvider find(TestParts parts) {
    return provider(parts).find().provider();
  }

  private static String cache(String key) {
    return ".aws/sso/cache/" + key + ".json";
  }

  private static Map<String, Object> read(TestParts parts, String key) {
    return new FileCache(parts.home.resolve(".aws/sso/cache")).read(key);
  }

  private static String token(String token, String end) {
    return "{\"accessToken\": \"" + token + "\", \"expiresAt\": \"" + end + "\"}";
  }

  private static String renewable(String end) {
    return token("cAnArY-old", end).replace("}", "")
        + ", \"refreshToken\": \"cAnArY-refresh\", \"clientId\": \"id\", \"clientSecret\":"
        + " \"cAnArY-client\", \"registrationExpiresAt\": \"2026-04-01T00:00:00Z\","
        + " \"ofTheFuture\": {\"kept\": true}}";
  }

  private static String renewed(String token, String refresh) {
    return "{\"accessToken\": \"cAnArY-"
        + token
        + "\", \"tokenType\": \"Bearer\", \"expiresIn\": 28800, \"refreshToken\": \"cAnArY-"
        + refresh
        + "\"}";
  }

  private static String role(String id, int hours) {
    Instant end = TestParts.NOW.plus(Duration.ofHours(hours));
    return "{\"roleCredentials\": {\"accessKeyId\": \""
        + id
        + "\", \"secretAccessKey\": \"cAnArY-secret\", \"sessionToken\": \"cAnArY-token\","
        + " \"expiration\": "
        + end.toEpochMilli()
        + "}}";
  }
}
