package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.error.ServiceException;
import io.boto4j.internal.credentials.Logged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One role that many threads use, and processes that share a cache. */
@Timeout(60)
final class SharedRoleTest {
  private static final int THREADS = 50;

  @TempDir Path folder;
  private Homes home;
  private StsServer sts;

  @BeforeEach
  void start() throws IOException {
    home = new Homes(folder);
    sts = new StsServer(home.clock);
    home.env("AWS_ENDPOINT_URL_STS", sts.url())
        .credentials("[base]\naws_access_key_id = AKIDBASE\naws_secret_access_key = canary-base\n")
        .config(
            "[profile r]\nrole_arn = arn:aws:iam::123456789012:role/r\nsource_profile = base\n");
  }

  @AfterEach
  void stop() throws IOException {
    sts.close();
  }

  private Session session() {
    return home.session().profile("r").build();
  }

  private static List<Object> fifty(Callable<Object> call) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Object> seen = new ArrayList<>();
      for (Future<Object> future : threads.invokeAll(Collections.nCopies(THREADS, call))) {
        seen.add(future.get());
      }
      return seen;
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void firstCredentials_fiftyThreads_oneCall() throws Exception {
    Session session = session();

    List<Object> seen = fifty(() -> session.credentials().credentials());

    assertThat(seen).hasSize(THREADS).containsOnly(session.credentials().credentials());
    assertThat(sts.calls()).hasSize(1);
  }

  @Test
  void advisoryRefusal_onlyWarns_andShowsNoSecret() {
    Session session = session();
    session.credentials().credentials();
    sts.refusing(403, "AccessDenied", "not any longer");
    home.clock.advance(Duration.ofMinutes(46));

    try (Logged logged = new Logged()) {
      assertThat(session.credentials().credentials().accessKeyId()).isEqualTo("ASIA1");
      assertThat(logged.lines())
          .filteredOn(line -> line.startsWith("WARNING"))
          .singleElement()
          .asString()
          .contains("not any longer");
      assertThat(logged.lines().toString()).doesNotContain("canary");
    }
  }

  @Test
  void mandatoryRefusal_isThrownToEachThread() throws Exception {
    Session session = session();
    session.credentials().credentials();
    sts.refusing(403, "AccessDenied", "not any longer");
    home.clock.advance(Duration.ofMinutes(51));

    List<Object> seen =
        fifty(
            () -> {
              try {
                return session.client("dynamodb").call("ListTables");
              } catch (RuntimeException e) {
                return e;
              }
            });

    assertThat(seen)
        .allSatisfy(
            failure ->
                assertThat(failure)
                    .isInstanceOf(ServiceException.class)
                    .hasToString(
                        "io.boto4j.error.ServiceException: An error occurred (AccessDenied) when"
                            + " calling the AssumeRole operation: not any longer"));
  }

  @Test
  void cache_isSharedByProcesses_underBotocoresKey() throws IOException {
    Path cache = home.path("cache");
    Session first = home.session().profile("r").assumeRoleCache(cache).build();
    Session second = home.session().profile("r").assumeRoleCache(cache).build();

    assertThat(second.credentials().credentials()).isEqualTo(first.credentials().credentials());
    assertThat(sts.calls()).hasSize(1);
    try (Stream<Path> files = Files.list(cache)) {
      // hashlib.sha1(json.dumps({"RoleArn": "arn:aws:iam::123456789012:role/r"}).encode())
      assertThat(files)
          .extracting(file -> file.getFileName().toString())
          .containsExactly("6dc9e6e1e186b9f293814df3266de783142c48a2.json");
    }

    home.clock.advance(Duration.ofMinutes(46));
    Session third = home.session().profile("r").assumeRoleCache(cache).build();
    assertThat(third.credentials().credentials().accessKeyId()).as("stale").isEqualTo("ASIA2");
  }

  @Test
  void cache_ofTheAwsCli_isRead() {
    home.file(
        "cache/6dc9e6e1e186b9f293814df3266de783142c48a2.json",
        "{\"Credentials\": {\"AccessKeyId\": \"ASIACLI\", \"SecretAccessKey\": \"s\","
            + " \"SessionToken\": \"t\", \"Expiration\": \"2026-02-03T05:05:06UTC\"},"
            + " \"AssumedRoleUser\": {\"Arn\": \"arn:aws:sts::210987654321:assumed-role/r/me\"}}");

    Session session = home.session().profile("r").assumeRoleCache(home.path("cache")).build();

    assertThat(session.credentials().credentials().accessKeyId()).isEqualTo("ASIACLI");
    assertThat(session.credentials().credentials().accountId()).isEqualTo("210987654321");
    assertThat(sts.calls()).isEmpty();
  }

  @Test
  void cache_brokenOrNoFolder_isNoObstacle() throws IOException {
    home.file(
        "cache/6dc9e6e1e186b9f293814df3266de783142c48a2.json",
        "{\"Credentials\": {\"AccessKeyId\": 1}}");
    Path file = Files.writeString(home.path("file"), "x");

    assertThat(
            home.session()
                .profile("r")
                .assumeRoleCache(home.path("cache"))
                .build()
                .credentials()
                .credentials()
                .accessKeyId())
        .isEqualTo("ASIA1");
    try (Logged logged = new Logged()) {
      assertThat(
              home.session()
                  .profile("r")
                  .assumeRoleCache(file)
                  .build()
                  .credentials()
                  .credentials()
                  .accessKeyId())
          .isEqualTo("ASIA2");
      assertThat(logged.lines().toString())
          .contains("could not be written")
          .doesNotContain("canary");
    }
  }
}
