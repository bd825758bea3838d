package io.boto4j.internal.credentials;

import static io.boto4j.internal.credentials.LoopbackAws.ROLE;
import static io.boto4j.internal.credentials.LoopbackAws.needsToken;
import static io.boto4j.internal.credentials.LoopbackAws.ok;
import static io.boto4j.internal.credentials.LoopbackAws.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.credentials.Credentials;
import io.boto4j.credentials.CredentialsProvider;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class InstanceCredentialsTest {
  /** 15 minutes, plus the middle between 2 and 10 minutes. */
  private static final Duration EXTENSION = Duration.ofMinutes(21);

  @TempDir Path home;
  private final LoopbackAws server = new LoopbackAws();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void role_isFound() {
    server.imds("role", keys("a", TestParts.NOW.plus(Duration.ofHours(6))));

    assertThat(find(parts()).credentials())
        .isEqualTo(
            Credentials.of("a", "cAnArY-secret", "cAnArY-token")
                .withExpiration(TestParts.NOW.plus(Duration.ofHours(6)))
                .withSource("iam-role"));
  }

  @Test
  void role_nameWithOtherCharacters_isAskedForAsItIs() {
    server.imds("x", "").on("GET /" + ROLE, ok("a b/../c?d=x\nnext"));
    server.on(
        "GET /" + ROLE + "a%20b%2F..%2Fc%3Fd%3Dx",
        ok(keys("a", TestParts.NOW.plus(Duration.ofHours(6)))));

    assertThat(find(parts()).credentials().accessKeyId()).isEqualTo("a");
  }

  @Test
  void expiration_near_isFetchedAnew() {
    server.imds("role", keys("a", TestParts.NOW.plus(Duration.ofHours(6))));
    TestParts parts = parts();
    CredentialsProvider found = find(parts);
    Instant later = TestParts.NOW.plus(Duration.ofHours(12));
    server.on("GET /" + ROLE + "role", needsToken(ok(keys("b", later))));

    assertThat(found.credentials().accessKeyId()).isEqualTo("a");
    parts.clock.advance(Duration.ofMinutes(6 * 60 - 14));
    assertThat(found.credentials().accessKeyId()).isEqualTo("b");
    assertThat(found.credentials().expiration()).isEqualTo(later);
  }

  @Test
  void service_hasNoFresherOnes_oldOnesAreUsedBeyondTheirExpiryAndThatIsLogged() {
    Instant end = TestParts.NOW.minusSeconds(60);
    server.imds("role", keys("a", end));
    TestParts parts = parts();
    try (Logged log = new Logged()) {
      CredentialsProvider found = find(parts);

      assertThat(found.credentials().accessKeyId()).isEqualTo("a");
      assertThat(found.credentials().expiration()).isEqualTo(TestParts.NOW.plus(EXTENSION));
      assertThat(log.lines())
          .containsExactly(
              "WARNING The credentials of the instance's role are used beyond their expiration:"
                  + " the metadata service has no newer credentials. The next refresh is within 21"
                  + " minutes.");
    }
  }

  @Test
  void service_goneWhenItIsTimeToRefresh_oldOnesAreUsedBeyondTheirExpiry() {
    server.imds("role", keys("a", TestParts.NOW.plus(Duration.ofHours(6))));
    TestParts parts = parts();
    CredentialsProvider found = find(parts);
    server.on("GET /" + ROLE, status(500, "cAnArY"));
    parts.clock.advance(Duration.ofHours(7));
    try (Logged log = new Logged()) {
      Credentials held = found.credentials();

      assertThat(held.accessKeyId()).isEqualTo("a");
      assertThat(held.expiration()).isEqualTo(parts.clock.instant().plus(EXTENSION));
      assertThat(log.lines().toString())
          .contains("could not be refreshed", "status 500")
          .doesNotContain("cAnArY");
    }
    server.imds("role", keys("b", parts.clock.instant().plus(Duration.ofHours(6))));
    parts.clock.advance(Duration.ofMinutes(12));
    assertThat(found.credentials().accessKeyId()).isEqualTo("b");
  }

  @Test
  void role_none_isNotFound() {
    server.imds("role", "").on("GET /" + ROLE, status(404, ""));

    assertThat(provider(parts()).find().reason())
        .isEqualTo(server.uri("/" + ROLE) + " responded with status 404");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"Code\": \"AssumeRoleUnauthorizedAccess\", \"Message\": \"cAnArY\"}",
        "{\"AccessKeyId\": \"a\", \"SecretAccessKey\": \"cAnArY\"}",
        "{\"AccessKeyId\": \"a\", \"SecretAccessKey\": \"cAnArY\", \"Token\": \"cAnArY\"}",
        "{\"AccessKeyId\": \"a\", \"SecretAccessKey\": \"cAnArY\", \"Token\": \"cAnArY\","
            + " \"Expiration\": \"cAnArYsoon\"}",
        "{\"Token\": \"cAnArY\", \"Expiration\": \"2030-01-01T00:00:00Z\"}",
        "cAnArY",
        "[]",
      })
  void answer_unfit_isNotFoundAndNotShown(String response) {
    server.imds("role", response);

    Lookup lookup = provider(parts()).find();

    assertThat(lookup.provider()).isNull();
    assertThat(lookup.reason())
        .contains("the response of the metadata service")
        .doesNotContain("\"", "cAnArY");
  }

  @Test
  void service_disabled_isNotFound() {
    TestParts parts = parts().set("AWS_EC2_METADATA_DISABLED", "true");

    assertThat(provider(parts).find().reason()).contains("AWS_EC2_METADATA_DISABLED");
    assertThat(server.asked()).isEmpty();
  }

  private CredentialsProvider find(TestParts parts) {
    return provider(parts).find().provider();
  }

  private TestParts parts() {
    return new TestParts(home)
        .set("AWS_METADATA_SERVICE_TIMEOUT", 20)
        .set("AWS_EC2_METADATA_SERVICE_ENDPOINT", server.uri("/"));
  }

  private static InstanceCredentials provider(TestParts parts) {
    return new InstanceCredentials(parts.parts());
  }

  private static String keys(String id, Instant expiration) {
    return "{\"Code\": \"Success\", \"AccessKeyId\": \""
        + id
        + "\", \"SecretAccessKey\": \"cAnArY-secret\", \"Token\": \"cAnArY-token\","
        + " \"Expiration\": \""
        + expiration
        + "\"}";
  }
}
