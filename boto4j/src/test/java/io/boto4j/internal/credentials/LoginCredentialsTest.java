package io.boto4j.internal.credentials;

import static io.boto4j.internal.credentials.LoopbackAws.error;
import static io.boto4j.internal.credentials.LoopbackAws.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.credentials.Credentials;
import io.boto4j.credentials.CredentialsProvider;
import io.boto4j.error.LoginException;
import io.boto4j.error.LoginInsufficientPermissionsException;
import io.boto4j.error.LoginRefreshRequiredException;
import io.boto4j.error.LoginTokenLoadException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class LoginCredentialsTest {
  private static final String RENEW = "POST /v1/token";

  /** sha256sum of the session below. */
  private static final String KEY =
      "286187707741fc2ccb93cf9e56dbd0ee0a16208feed5fbc8ae1baa86d44c283f";

  private static final String CACHE = ".aws/login/cache/" + KEY + ".json";
  private static final String CONFIG =
      "[profile dev]\nlogin_session = arn:aws:iam::123456789012:user/me\n";

  @TempDir Path home;
  private final LoopbackAws server = new LoopbackAws();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void profile_withoutSession_isNotFound() {
    assertThat(provider(parts().config("[profile dev]\nx = y\n")).find().reason())
        .isEqualTo("no login_session in profile 'dev'");
  }

  @Test
  void session_onDisk_isUsed() {
    TestParts parts = parts().file(CACHE, session("a", Duration.ofMinutes(14)));

    assertThat(find(parts).credentials())
        .isEqualTo(
            Credentials.of("a", "cAnArY-secret", "cAnArY-token")
                .withAccountId("123456789012")
                .withExpiration(TestParts.NOW.plus(Duration.ofMinutes(14)))
                .withSource("login"));
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void session_movedByTheEnvironment_isFound() {
    TestParts parts =
        parts()
            .set("WHERE", home.resolve("elsewhere"))
            .set("AWS_LOGIN_CACHE_DIRECTORY", "$WHERE/here")
            .file("elsewhere/here/" + KEY + ".json", session("a", Duration.ofMinutes(14)));

    assertThat(find(parts).credentials().accessKeyId()).isEqualTo("a");
  }

  @Test
  void session_expired_isRenewedWithAProofAndWrittenBackWithAllElseItHad() throws Exception {
    server.on(RENEW, ok(renewed()));
    TestParts parts = parts().file(CACHE, session("a", Duration.ofHours(-1)));

    assertThat(find(parts).credentials())
        .isEqualTo(
            Credentials.of("b", "cAnArY-secret2", "cAnArY-token2")
                .withAccountId("123456789012")
                .withExpiration(TestParts.NOW.plus(Duration.ofMinutes(15)))
                .withSource("login"));
    LoopbackAws.Request request = server.last();
    String proof = request.header("DPoP");
    assertThat(DpopKeyTest.isSigned(proof)).isTrue();
    assertThat(DpopKeyTest.part(proof, 1).get("htm")).isEqualTo("POST");
    assertThat(DpopKeyTest.part(proof, 1).get("htu")).isEqualTo(server.uri("/v1/token").toString());
    assertThat(DpopKeyTest.part(proof, 1).get("iat"))
        .isEqualTo((int) TestParts.NOW.getEpochSecond());
    assertThat((String) DpopKeyTest.part(proof, 1).get("jti")).hasSize(36);
    assertThat(request.head()).doesNotContainIgnoringCase("authorization");
    assertThat(request.body().replace(" ", ""))
        .contains(
            "\"clientId\":\"arn:aws:signin:::devtools/same-device\"",
            "\"refreshToken\":\"cAnArY-refresh\"",
            "\"grantType\":\"refresh_token\"");
    Map<String, Object> file = new FileCache(home.resolve(".aws/login/cache")).read(KEY);
    assertThat(file)
        .containsEntry("refreshToken", "cAnArY-refresh2")
        .containsEntry("dpopKey", DpopKeyTest.SEC1)
        .containsEntry("ofTheFuture", 7)
        .containsEntry(
            "accessToken",
            Map.of(
                "accessKeyId", "b",
                "secretAccessKey", "cAnArY-secret2",
                "sessionToken", "cAnArY-token2",
                "accountId", "123456789012",
                "expiresAt", "2026-02-03T04:20:06Z"));
  }

  @Test
  void session_renewedByAnotherProcessMeanwhile_isTakenFromDisk() {
    TestParts parts = parts().file(CACHE, session("a", Duration.ofMinutes(14)));
    CredentialsProvider found = find(parts);
    found.credentials();
    parts.clock.advance(Duration.ofMinutes(10));
    parts.file(CACHE, session("c", Duration.ofMinutes(24)));

    assertThat(found.credentials().accessKeyId()).isEqualTo("c");
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void renewal_failingEarly_isLoggedAndTheOldOnesServe() {
    server.on(RENEW, error(400, "ValidationException", "{\"message\": \"no\"}"));
    TestParts parts = parts().file(CACHE, session("a", Duration.ofMinutes(14)));
    CredentialsProvider found = find(parts);
    parts.clock.advance(Duration.ofMinutes(10));
    try (Logged log = new Logged()) {
      assertThat(found.credentials().accessKeyId()).isEqualTo("a");
      assertThat(log.lines().toString()).contains("WARNING", "login").doesNotContain("cAnArY");
    }
  }

  @ParameterizedTest
  @CsvSource({"TOKEN_EXPIRED", "USER_CREDENTIALS_CHANGED"})
  void renewal_sessionOver_isToldWithTheNextCommand(String code) {
    refuse(code);

    assertThatThrownBy(() -> find(expired()).credentials())
        .isInstanceOf(LoginRefreshRequiredException.class)
        .hasMessage(
            "Your session has expired or credentials have changed. Please reauthenticate using"
                + " `aws login --profile dev`");
  }

  @Test
  void renewal_notAllowed_isToldWithThePermission() {
    refuse("INSUFFICIENT_PERMISSIONS");

    assertThatThrownBy(() -> find(expired()).credentials())
        .isInstanceOf(LoginInsufficientPermissionsException.class)
        .hasMessageContaining("'signin:CreateOAuth2Token'");
  }

  @Test
  void renewal_refusedOtherwise_isALoginException() {
    refuse("SOMETHING_NEW");

    assertThatThrownBy(() -> find(expired()).credentials())
        .isExactlyInstanceOf(LoginException.class)
        .hasMessageContaining("aws login --profile dev")
        .satisfies(e -> assertThat(Texts.trace(e)).doesNotContain("cAnArY"));
  }

  @Test
  void renewal_answerIncomplete_isToldAndTheFileIsLeftAlone() {
    server.on(RENEW, ok("{\"accessToken\": {\"accessKeyId\": \"b\"}, \"expiresIn\": 900}"));

    assertThatThrownBy(() -> find(expired()).credentials())
        .isInstanceOf(LoginTokenLoadException.class)
        .hasMessageContaining("invalid service response");
    assertThat(new FileCache(home.resolve(".aws/login/cache")).read(KEY))
        .containsEntry("refreshToken", "cAnArY-refresh");
  }

  @Test
  void file_missing_isToldWithTheNextCommand() {
    assertThatThrownBy(() -> find(parts()))
        .isInstanceOf(LoginTokenLoadException.class)
        .hasMessage(
            "Error loading login session token: Unable to load a existing login session for session"
                + " arn:aws:iam::123456789012:user/me. Please reauthenticate with"
                + " `aws login --profile dev`");
  }

  @ParameterizedTest
  @ValueSource(strings = {"accessToken", "refreshToken", "dpopKey", "clientId"})
  void file_incomplete_namesWhatIsMissing(String name) {
    TestParts parts =
        parts().file(CACHE, session("a", Duration.ofMinutes(9)).replace("\"" + name, "\"x"));

    assertThatThrownBy(() -> find(parts))
        .isInstanceOf(LoginTokenLoadException.class)
        .hasMessageContaining("missing required fields: " + name + ".");
  }

  @ParameterizedTest
  @ValueSource(strings = {"accessKeyId", "secretAccessKey", "expiresAt"})
  void file_withoutKeys_isRefused(String name) {
    TestParts parts =
        parts().file(CACHE, session("a", Duration.ofMinutes(9)).replace("\"" + name, "\"x"));

    assertThatThrownBy(() -> find(parts))
        .isInstanceOf(LoginTokenLoadException.class)
        .hasMessageContaining("lacks accessKeyId, secretAccessKey or expiresAt")
        .satisfies(e -> assertThat(Texts.trace(e)).doesNotContain("cAnArY"));
  }

  @Test
  void file_keyBroken_isToldAndNotShown() {
    TestParts parts =
        parts().file(CACHE, session("a", Duration.ofMinutes(-9)).replace("MHcC", "cAnArY"));

    assertThatThrownBy(() -> find(parts).credentials())
        .isInstanceOf(LoginTokenLoadException.class)
        .hasMessageContaining("Unable to load private key from cached token.")
        .satisfies(e -> assertThat(Texts.trace(e)).doesNotContain("cAnArY"));
  }

  private void refuse(String code) {
    server.on(
        RENEW,
        error(
            400,
            "AccessDeniedException",
            "{\"error\": \"" + code + "\", \"message\": \"you may not\"}"));
  }

  private TestParts expired() {
    return parts().file(CACHE, session("a", Duration.ofMinutes(-1)));
  }

  private TestParts parts() {
    return new TestParts(home, server.uri("")).config(CONFIG);
  }

  private static LoginCredentials provider(TestParts parts) {
    return new LoginCredentials(parts.parts("dev"));
  }

  private static CredentialsProvider find(TestParts parts) {
    return provider(parts).find().provider();
  }

  private static String session(String id, Duration left) {
    return "{\"accessToken\": {\"accessKeyId\": \""
        + id
        + "\", \"secretAccessKey\": \"cAnArY-secret\", \"sessionToken\": \"cAnArY-token\","
        + " \"accountId\": \"123456789012\", \"expiresAt\": \""
        + TestParts.NOW.plus(left)
        + "\"}, \"refreshToken\": \"cAnArY-refresh\", \"ofTheFuture\": 7,"
        + " \"clientId\": \"arn:aws:signin:::devtools/same-device\", \"dpopKey\": \""
        + DpopKeyTest.SEC1.replace("\n", "\\n")
        + "\"}";
  }

  private static String renewed() {
    return "{\"accessToken\": {\"accessKeyId\": \"b\", \"secretAccessKey\": \"cAnArY-secret2\","
        + " \"sessionToken\": \"cAnArY-token2\"}, \"tokenType\": \"aws_sigv4\","
        + " \"expiresIn\": 900, \"refreshToken\": \"cAnArY-refresh2\"}";
  }
}
