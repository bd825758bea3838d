package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.error.CredentialRetrievalException;
import io.boto4j.error.InvalidConfigException;
import io.boto4j.error.ServiceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Web identity tokens in files, as in Kubernetes, and an STS server on 127.0.0.1. */
@Timeout(60)
final class WebIdentityTest {
  @TempDir Path folder;
  private Homes home;
  private StsServer sts;

  @BeforeEach
  void start() throws IOException {
    home = new Homes(folder);
    sts = new StsServer(home.clock);
    home.env("AWS_ENDPOINT_URL_STS", sts.url()).file("token", "canary-jwt-1\n");
  }

  @AfterEach
  void stop() throws IOException {
    sts.close();
  }

  private String inEnvironment() {
    home.env("AWS_WEB_IDENTITY_TOKEN_FILE", home.path("token").toString())
        .env("AWS_ROLE_ARN", "arn:aws:iam::1:role/env");
    return home.session().build().credentials().credentials().accessKeyId();
  }

  @Test
  void environment_isCalledUnsignedWithTheToken() {
    home.env("AWS_ROLE_SESSION_NAME", "pod");

    assertThat(inEnvironment()).isEqualTo("ASIA1");
    assertThat(sts.lastCall().form())
        .containsOnly(
            Map.entry("Action", "AssumeRoleWithWebIdentity"),
            Map.entry("Version", "2011-06-15"),
            Map.entry("RoleArn", "arn:aws:iam::1:role/env"),
            Map.entry("RoleSessionName", "pod"),
            Map.entry("WebIdentityToken", "canary-jwt-1"));
    assertThat(sts.lastCall().authorization()).isNull();
  }

  @Test
  void token_isReadAgainAtEachRefresh() throws IOException {
    home.env("AWS_WEB_IDENTITY_TOKEN_FILE", home.path("token").toString())
        .env("AWS_ROLE_ARN", "arn:aws:iam::1:role/env");
    Session session = home.session().build();
    session.credentials().credentials();
    Files.writeString(home.path("token"), "canary-jwt-2");
    home.clock.advance(Duration.ofMinutes(55));

    assertThat(session.credentials().credentials().accessKeyId()).isEqualTo("ASIA2");
    assertThat(sts.lastCall().get("WebIdentityToken")).isEqualTo("canary-jwt-2");
    assertThat(session.credentials().credentials().accountId()).isEqualTo("123456789012");
  }

  @Test
  void profile_fillsInWhatTheEnvironmentLacks_unlessSetInCode() {
    home.config(
        "[profile w]\nrole_arn = arn:aws:iam::1:role/profile\nrole_session_name = pod\nweb_identity_token_file = "
            + home.path("token")
            + "\n");
    home.env("AWS_PROFILE", "w").env("AWS_ROLE_SESSION_NAME", "env");
    home.session().build().credentials().credentials();
    assertThat(sts.lastCall().form())
        .containsEntry("RoleArn", "arn:aws:iam::1:role/profile")
        .containsEntry("RoleSessionName", "env");

    home.env("AWS_ROLE_ARN", "arn:aws:iam::1:role/env");
    home.session().profile("w").build().credentials().credentials();
    assertThat(sts.lastCall().form())
        .containsEntry("RoleArn", "arn:aws:iam::1:role/profile")
        .containsEntry("RoleSessionName", "pod");
  }

  @Test
  void profileWithWebIdentity_canBeTheSourceOfARole() {
    home.config(
        "[profile w]\nrole_arn = arn:aws:iam::1:role/w\nweb_identity_token_file = "
            + home.path("token")
            + "\n[profile r]\nrole_arn = arn:aws:iam::1:role/r\nsource_profile = w\n");
    home.session().profile("r").build().credentials().credentials();

    assertThat(sts.calls())
        .extracting(call -> call.get("Action"))
        .hasToString("[AssumeRoleWithWebIdentity, AssumeRole]");
    assertThat(sts.lastCall().signedWith()).isEqualTo("ASIA1");
  }

  @Test
  void roleArnMissing_isInvalid() {
    home.env("AWS_WEB_IDENTITY_TOKEN_FILE", "/token");

    assertThatThrownBy(() -> home.session().build().credentials().credentials())
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining("has no role ARN configured");
  }

  @Test
  void tokenFile_missingEmptyOrHuge_isToldWithItsPath() throws IOException {
    Path token = home.path("token");
    Files.writeString(token, " \n");
    assertThatThrownBy(this::inEnvironment)
        .isInstanceOf(CredentialRetrievalException.class)
        .hasMessage(
            "Error when retrieving credentials from assume-role-with-web-identity: the token file "
                + token
                + " is empty; check AWS_WEB_IDENTITY_TOKEN_FILE or web_identity_token_file");
    Files.writeString(token, "x".repeat(100_000));
    assertThatThrownBy(this::inEnvironment).hasMessageContaining("is larger than a token can be");
    Files.delete(token);
    assertThatThrownBy(this::inEnvironment).hasMessageContaining("does not exist");
    Files.createDirectory(token);
    assertThatThrownBy(this::inEnvironment).hasMessageContaining("cannot be read");
    assertThat(sts.calls()).isEmpty();
  }

  @Test
  void refusal_isTheServicesError() {
    sts.refusing(400, "ExpiredTokenException", "Token expired");

    assertThatThrownBy(this::inEnvironment)
        .isInstanceOf(ServiceException.class)
        .hasMessage(
            "An error occurred (ExpiredTokenException) when calling the AssumeRoleWithWebIdentity"
                + " operation: Token expired");
  }
}
