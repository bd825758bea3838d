package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.credentials.Credentials;
import io.boto4j.error.CredentialRetrievalException;
import io.boto4j.error.InfiniteLoopConfigException;
import io.boto4j.error.InvalidConfigException;
import io.boto4j.error.NoRegionException;
import io.boto4j.error.PartialCredentialsException;
import io.boto4j.error.RefreshWithMfaUnsupportedException;
import io.boto4j.error.ServiceException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Profiles with roles, and an STS server on 127.0.0.1. */
@Timeout(60)
final class AssumeRoleTest {
  private static final String BASE =
      "[base]\naws_access_key_id = AKIDBASE\naws_secret_access_key = canary-base\n";
  private static final String ARN = "arn:aws:iam::123456789012:role/r";

  @TempDir Path folder;
  private Homes home;
  private StsServer sts;

  @BeforeEach
  void start() throws IOException {
    home = new Homes(folder);
    sts = new StsServer(home.clock);
    home.env("AWS_ENDPOINT_URL_STS", sts.url()).credentials(BASE);
  }

  @AfterEach
  void stop() throws IOException {
    sts.close();
  }

  private Credentials credentials(String profile) {
    return home.session().profile(profile).build().credentials().credentials();
  }

  private void role(String more) {
    home.config("[profile r]\nrole_arn = " + ARN + "\n" + more);
  }

  @Test
  void sourceProfile_allKeys_areSent() {
    role(
        "source_profile = base\nexternal_id = x1\nrole_session_name = me\nduration_seconds ="
            + " 900\n");

    Credentials credentials = credentials("r");

    assertThat(credentials)
        .isEqualTo(
            Credentials.of("ASIA1", "canary-secret-1", "canary-token-1")
                .withAccountId("123456789012")
                .withExpiration(home.clock.instant().plus(Duration.ofHours(1)))
                .withSource("assume-role"));
    assertThat(sts.lastCall().form())
        .containsOnly(
            Map.entry("Action", "AssumeRole"),
            Map.entry("Version", "2011-06-15"),
            Map.entry("RoleArn", ARN),
            Map.entry("RoleSessionName", "me"),
            Map.entry("DurationSeconds", "900"),
            Map.entry("ExternalId", "x1"));
    assertThat(sts.lastCall().signedWith()).isEqualTo("AKIDBASE");
    assertThat(sts.lastCall().authorization()).contains("/eu-west-1/sts/aws4_request");
  }

  @Test
  void nothing_isCalledBeforeCredentialsAreNeeded() {
    role("source_profile = base\n");
    Session session = home.session().profile("r").build();
    session.client("dynamodb");
    assertThat(sts.calls()).isEmpty();

    session.credentials().credentials();
    session.credentials().credentials();
    assertThat(sts.calls()).hasSize(1);
    assertThat(sts.lastCall().get("RoleSessionName"))
        .isEqualTo("botocore-session-" + Sessions.NOW.getEpochSecond());
  }

  @Test
  void durationThatIsNoNumber_isLeftOutAsInBotocore() {
    role("source_profile = base\nduration_seconds = long\n");
    credentials("r");

    assertThat(sts.lastCall().form()).doesNotContainKey("DurationSeconds");
  }

  @Test
  void chainedRoles_eachSignsTheNext() {
    home.config(
        """
        [profile c]
        role_arn = arn:aws:iam::1:role/c
        source_profile = b
        [profile b]
        role_arn = arn:aws:iam::1:role/b
        source_profile = a
        [profile a]
        role_arn = arn:aws:iam::1:role/a
        source_profile = base
        """);

    assertThat(credentials("c").accessKeyId()).isEqualTo("ASIA3");
    assertThat(sts.calls())
        .extracting(call -> call.get("RoleArn"))
        .hasToString("[arn:aws:iam::1:role/a, arn:aws:iam::1:role/b, arn:aws:iam::1:role/c]");
    assertThat(sts.calls())
        .extracting(StsServer.Call::signedWith)
        .containsExactly("AKIDBASE", "ASIA1", "ASIA2");
  }

  @Test
  void chainedRoles_refreshed_renewTheirSourcesOnlyWhenDue() {
    home.config(
        """
        [profile b]
        role_arn = arn:aws:iam::1:role/b
        source_profile = a
        [profile a]
        role_arn = arn:aws:iam::1:role/a
        source_profile = base
        """);
    Session session = home.session().profile("b").build();
    session.credentials().credentials();
    home.clock.advance(Duration.ofMinutes(30));
    session.credentials().credentials();
    assertThat(sts.calls()).hasSize(2);

    home.clock.advance(Duration.ofMinutes(25));
    assertThat(session.credentials().credentials().accessKeyId()).isEqualTo("ASIA4");
  }

  @Test
  void loop_isRefused() {
    home.config(
        """
        [profile a]
        role_arn = arn:aws:iam::1:role/a
        source_profile = b
        [profile b]
        role_arn = arn:aws:iam::1:role/b
        source_profile = a
        """);

    assertThatThrownBy(() -> credentials("a"))
        .isInstanceOf(InfiniteLoopConfigException.class)
        .hasMessage(
            "Infinite loop in credential configuration detected. Attempting to load from profile a"
                + " which has already been visited. Visited profiles: 'a' -> 'b'");
    assertThat(sts.calls()).isEmpty();
  }

  @Test
  void selfReference_takesKeys_orIsALoop() {
    role("source_profile = r\naws_access_key_id = AKIDSELF\naws_secret_access_key = s\n");
    credentials("r");
    assertThat(sts.lastCall().signedWith()).isEqualTo("AKIDSELF");

    role("source_profile = r\n");
    assertThatThrownBy(() -> credentials("r")).isInstanceOf(InfiniteLoopConfigException.class);
  }

  @Test
  void sourceWithRoleAndKeys_isItsKeys() {
    home.config(
        """
        [profile r]
        role_arn = arn:aws:iam::1:role/r
        source_profile = both
        [profile both]
        role_arn = arn:aws:iam::1:role/both
        source_profile = base
        aws_access_key_id = AKIDBOTH
        aws_secret_access_key = s
        """);
    credentials("r");

    assertThat(sts.calls()).hasSize(1);
    assertThat(sts.lastCall().signedWith()).isEqualTo("AKIDBOTH");
  }

  @Test
  void sources_missingOrContradicting_areRefused() {
    role("");
    assertThatThrownBy(() -> credentials("r"))
        .isInstanceOf(PartialCredentialsException.class)
        .hasMessage(
            "Partial credentials found in assume-role, missing: source_profile or"
                + " credential_source");
    role("source_profile = base\ncredential_source = Environment\n");
    assertThatThrownBy(() -> credentials("r"))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessage("The profile \"r\" contains both source_profile and credential_source.");
    role("source_profile = nobody\n");
    assertThatThrownBy(() -> credentials("r"))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessage(
            "The source_profile \"nobody\" referenced in the profile \"r\" does not exist.");
    role("source_profile = empty\n[profile empty]\nregion = x\n");
    assertThatThrownBy(() -> credentials("r"))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageStartingWith("The source profile \"empty\" must have credentials.");
  }

  @Test
  void credentialSource_environment_isAskedEvenWithAProfileInCode() {
    role("credential_source = Environment\n");
    assertThatThrownBy(() -> credentials("r"))
        .isInstanceOf(CredentialRetrievalException.class)
        .hasMessage(
            "Error when retrieving credentials from Environment: No credentials found in"
                + " credential_source referenced in profile r: AWS_ACCESS_KEY_ID is not set");

    home.env("AWS_ACCESS_KEY_ID", "AKIDENV").env("AWS_SECRET_ACCESS_KEY", "s");
    credentials("r");
    assertThat(sts.lastCall().signedWith()).isEqualTo("AKIDENV");
  }

  @Test
  void credentialSource_inOtherCase_isNotValid() {
    role("credential_source = environment\n");

    assertThatThrownBy(() -> credentials("r"))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageStartingWith(
            "The credential source \"environment\" referenced in profile \"r\" is not valid.");
  }

  @Test
  void mfa_isAskedForOnce() {
    role("source_profile = base\nmfa_serial = arn:aws:iam::1:mfa/me\n");
    List<String> asked = new CopyOnWriteArrayList<>();
    Session session =
        home.session()
            .profile("r")
            .mfaPrompt(
                serial -> {
                  asked.add(serial);
                  return "123456\n";
                })
            .build();
    session.credentials().credentials();

    assertThat(sts.lastCall().form())
        .containsEntry("SerialNumber", "arn:aws:iam::1:mfa/me")
        .containsEntry("TokenCode", "123456");
    home.clock.advance(Duration.ofMinutes(59));
    assertThat(session.credentials().credentials().accessKeyId())
        .as("used to the end")
        .isEqualTo("ASIA1");
    home.clock.advance(Duration.ofMinutes(1));
    assertThatThrownBy(() -> session.credentials().credentials())
        .isInstanceOf(RefreshWithMfaUnsupportedException.class)
        .hasMessageStartingWith("Cannot refresh credentials: MFA token required.");
    assertThat(asked).hasSize(1);
  }

  @Test
  void mfa_wrongCode_isAskedForAgain() {
    role("source_profile = base\nmfa_serial = m12345678\n");
    Session session = home.session().profile("r").mfaPrompt(serial -> "123456").build();
    sts.refusing(403, "AccessDenied", "MultiFactorAuthentication failed");
    assertThatThrownBy(() -> session.credentials().credentials())
        .isInstanceOf(ServiceException.class)
        .hasMessage(
            "An error occurred (AccessDenied) when calling the AssumeRole operation:"
                + " MultiFactorAuthentication failed");

    sts.changing(answer -> answer);
    assertThat(session.credentials().credentials().source()).isEqualTo("assume-role");
  }

  @Test
  void answerWithoutKeys_isAnErrorWithoutSecrets() {
    role("source_profile = base\n");
    sts.changing(
        answer ->
            answer.replace("<SecretAccessKey>canary-secret-1</SecretAccessKey>", " ".repeat(50)));

    assertThatThrownBy(() -> credentials("r"))
        .isInstanceOf(CredentialRetrievalException.class)
        .hasMessage(
            "Error when retrieving credentials from assume-role: the response of STS has no"
                + " SecretAccessKey");
  }

  @Test
  void region_isTheSessionsElseTheClientsElseMissing() {
    role("source_profile = base\n");
    Session session =
        Session.builder()
            .environment(Map.of("AWS_ENDPOINT_URL_STS", sts.url()))
            .systemProperties(Map.of())
            .home(folder)
            .clock(home.clock)
            .profile("r")
            .build();
    assertThatThrownBy(() -> session.credentials().credentials())
        .isInstanceOf(NoRegionException.class);

    session.client("dynamodb", c -> c.region("ap-south-1"));
    session.credentials().credentials();
    assertThat(sts.lastCall().authorization()).contains("/ap-south-1/sts/");
  }

  @Test
  void sessionDefaults_forOtherServices_doNotReachSts() {
    role("source_profile = base\n");
    Session session =
        home.session()
            .profile("r")
            .config(c -> c.endpointUrl("http://127.0.0.1:1").signatureVersion("v3"))
            .build();

    assertThat(session.credentials().credentials().accessKeyId()).isEqualTo("ASIA1");
    assertThat(sts.lastCall().authorization()).contains("AWS4-HMAC-SHA256");
  }

  @Test
  void assumeRole_inCode_givesARefreshingSession() {
    Session session = home.session().credentials(Credentials.of("AKIDCODE", "s")).build();
    Session role =
        session.assumeRole(
            ARN,
            o ->
                o.roleSessionName("me")
                    .duration(Duration.ofMinutes(20))
                    .externalId("x1")
                    .policy("{}")
                    .policyArns("arn:aws:iam::1:role/p1", "arn:aws:iam::1:role/p2")
                    .tags(Map.of("k", "v"))
                    .transitiveTagKeys("k")
                    .sourceIdentity("alice"));
    assertThat(sts.calls()).isEmpty();

    assertThat(role.credentials().credentials().accessKeyId()).isEqualTo("ASIA1");
    assertThat(role.region()).isEqualTo("eu-west-1");
    assertThat(sts.lastCall().signedWith()).isEqualTo("AKIDCODE");
    assertThat(sts.lastCall().form())
        .containsEntry("RoleArn", ARN)
        .containsEntry("RoleSessionName", "me")
        .containsEntry("DurationSeconds", "1200")
        .containsEntry("Policy", "{}")
        .containsEntry("PolicyArns.member.2.arn", "arn:aws:iam::1:role/p2")
        .containsEntry("Tags.member.1.Key", "k")
        .containsEntry("Tags.member.1.Value", "v")
        .containsEntry("TransitiveTagKeys.member.1", "k")
        .containsEntry("ExternalId", "x1")
        .containsEntry("SourceIdentity", "alice");
    home.clock.advance(Duration.ofMinutes(55));
    assertThat(role.credentials().credentials().accessKeyId()).isEqualTo("ASIA2");
    assertThat(
            role.assumeRole("arn:aws:iam::1:role/next").credentials().credentials().accessKeyId())
        .isEqualTo("ASIA3");
    assertThat(sts.lastCall().signedWith()).isEqualTo("ASIA2");
    assertThat(session.credentials().credentials().accessKeyId()).isEqualTo("AKIDCODE");
  }
}
