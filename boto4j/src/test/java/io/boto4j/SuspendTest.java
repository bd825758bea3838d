package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.credentials.Credentials;
import io.boto4j.credentials.CredentialsProvider;
import io.boto4j.internal.transport.ScriptedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A session is suspended before a checkpoint, and resumed after it. */
@Timeout(30)
final class SuspendTest {
  private static final String EMPTY_TABLES = "{\"TableNames\":[]}";

  private static final String ROLE_XML =
      "<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>ASIA</AccessKeyId>"
          + "<SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken>"
          + "<Expiration>2026-02-03T05:05:06Z</Expiration></Credentials>"
          + "</AssumeRoleResult></AssumeRoleResponse>";

  private final Semaphore closedByClient = new Semaphore(0);

  /** Serves requests until the client closes the connection. */
  private void serve(ScriptedServer.Peer peer) throws IOException {
    while (peer.hasMore()) {
      peer.request();
      peer.send(ScriptedServer.ok(EMPTY_TABLES));
    }
    closedByClient.release();
  }

  private static Session.Builder session(ScriptedServer server) {
    return Session.builder()
        .environment(Map.of("AWS_EC2_METADATA_DISABLED", "true"))
        .systemProperties(Map.of())
        .home(Path.of("no-such-home"))
        .region("eu-west-1")
        .credentials(Credentials.of(Sessions.KEY_ID, Sessions.SECRET))
        .config(c -> c.endpointUrl(server.uri("").toString()));
  }

  @Test
  void suspend_idleConnections_areClosedAndTheNextCallOpensAnother() throws Exception {
    try (ScriptedServer server = ScriptedServer.start(this::serve)) {
      Session session = session(server).build();
      Client client = session.client("dynamodb");
      client.call("ListTables");
      session.client("dynamodb").call("ListTables");

      session.suspend();

      closedByClient.acquire(2);
      session.resume();
      client.call("ListTables");
      assertThat(server.connections()).isEqualTo(3);
    }
  }

  @Test
  void suspend_transportOfTheSessionBehindAnother_isIncluded() throws Exception {
    try (ScriptedServer server = ScriptedServer.start(this::serve)) {
      Session source = session(server).build();
      Session session = session(server).transport(source.createTransport()).build();
      session.client("dynamodb").call("ListTables");

      source.suspend();

      closedByClient.acquire();
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void suspend_streamOpen_isRefusedWithTheHost() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.start(
            peer -> {
              peer.request();
              peer.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345");
              peer.hasMore();
            })) {
      Session session = session(server).build();
      Response object =
          session.client("s3").call("GetObject", Map.of("Bucket", "bucket", "Key", "key"));

      assertThatThrownBy(session::suspend)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "The session cannot be suspended: 1 connection in use, to "
                  + server.uri("").getAuthority()
                  + ". Wait for the calls in progress, and close the streams of responses, then"
                  + " suspend it again.");

      object.stream("Body").close();
      session.suspend();
    }
  }

  @Test
  void suspend_asynchronousCallInProgress_isRefused() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    Recorder recorder =
        new Recorder()
            .answer(
                request -> {
                  begun.countDown();
                  await(end);
                  return Recorder.response(200, EMPTY_TABLES);
                });
    Session session = Sessions.with(recorder).build();
    CompletableFuture<Response> call = session.client("dynamodb").callAsync("ListTables");
    begun.await();

    assertThatThrownBy(session::suspend)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith(
            "The session cannot be suspended: 1 asynchronous call not ended. Wait for");

    end.countDown();
    call.join();
    session.suspend();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A provider with a cache, as a user may write it. */
  private static final class Caching implements CredentialsProvider {
    private final AtomicInteger fetched = new AtomicInteger();
    private volatile Credentials cached;

    @Override
    public Credentials credentials() {
      Credentials held = cached;
      if (held == null) {
        held = Credentials.of("AKID" + fetched.incrementAndGet(), Sessions.SECRET);
        cached = held;
      }
      return held;
    }

    @Override
    public void forget() {
      cached = null;
    }
  }

  private static String keyId(Recorder recorder) {
    String header = String.valueOf(recorder.last().headers().first("Authorization"));
    int from = header.indexOf("Credential=") + "Credential=".length();
    return header.substring(from, header.indexOf('/', from));
  }

  @Test
  void suspendAndResume_credentialsOfSessionAndClient_areFetchedAgain() {
    Recorder recorder = new Recorder();
    Caching ofSession = new Caching();
    Caching ofClient = new Caching();
    Session session = Sessions.with(recorder).credentials(ofSession).build();
    Client first = session.client("dynamodb");
    Client second = session.client("dynamodb", c -> c.credentials(ofClient));
    first.call("ListTables");
    second.call("ListTables");

    session.suspend();
    assertThat(List.of(ofSession, ofClient)).allMatch(each -> each.cached == null);
    first.call("ListTables");
    assertThat(keyId(recorder)).isEqualTo("AKID2");

    session.resume();
    first.call("ListTables");
    assertThat(keyId(recorder)).isEqualTo("AKID3");
    second.call("ListTables");
    assertThat(keyId(recorder)).isEqualTo("AKID2");
  }

  @Test
  void resume_chain_asksItsProvidersAgain(@TempDir Path home) throws Exception {
    Path token = Files.writeString(home.resolve("token"), "first");
    Recorder recorder =
        new Recorder().answer(200, ROLE_XML.replace("AssumeRoleRe", "AssumeRoleWithWebIdentityRe"));
    Session session =
        Sessions.bare(recorder)
            .region("eu-west-1")
            .home(home)
            .environment(
                Map.of(
                    "AWS_ROLE_ARN",
                    "arn:aws:iam::123456789012:role/r",
                    "AWS_WEB_IDENTITY_TOKEN_FILE",
                    token.toString()))
            .build();
    session.credentials().credentials();
    session.credentials().credentials();
    assertThat(recorder.requests()).hasSize(1);

    session.resume();
    Files.writeString(token, "second");
    session.credentials().credentials();

    assertThat(recorder.requests()).hasSize(2);
    assertThat(Recorder.body(recorder.last())).contains("WebIdentityToken=second");
  }

  @Test
  void suspend_sessionsWithARole_forgetTheirsToo() {
    Recorder recorder =
        new Recorder()
            .answer(
                request ->
                    Recorder.body(request).contains("Action=AssumeRole")
                        ? Recorder.response(200, ROLE_XML)
                        : Recorder.response(200, "{}"));
    Session session = Sessions.with(recorder).build();
    Session reader = session.assumeRole("arn:aws:iam::123456789012:role/reader");
    reader.credentials().credentials();
    reader.credentials().credentials();
    assertThat(recorder.requests()).hasSize(1);

    session.suspend();
    reader.credentials().credentials();

    assertThat(recorder.requests()).hasSize(2);
  }

  @Test
  void resume_discoveredEndpoint_isDiscoveredAgain() {
    Recorder recorder =
        new Recorder()
            .answer(
                200,
                "{\"Endpoints\": [{\"Address\": \"cell1.timestream.eu-west-1.amazonaws.com\","
                    + " \"CachePeriodInMinutes\": 1440}]}");
    Session session = Sessions.with(recorder).build();
    Client timestream = session.client("timestream-query");
    timestream.call("ListScheduledQueries");
    timestream.call("ListScheduledQueries");
    assertThat(recorder.requests()).hasSize(3);

    session.resume();
    timestream.call("ListScheduledQueries");

    assertThat(recorder.requests()).hasSize(5);
  }

  @Test
  void resume_correctedClock_isTheSessionsAgain() {
    String late = "Tue, 03 Feb 2026 05:05:06 GMT";
    Recorder recorder =
        new Recorder()
            .answer(
                request ->
                    String.valueOf(request.headers().first("X-Amz-Date")).startsWith("20260203T05")
                        ? Recorder.response(200, "{}")
                        : Recorder.response(403, "{\"__type\": \"RequestExpired\"}", "Date", late));
    Session session = Sessions.with(recorder).build();
    Client kms = session.client("kms");
    kms.call("ListKeys");
    recorder.answer(200, "{}");

    session.resume();
    kms.call("ListKeys");

    assertThat(recorder.last().headers().first("X-Amz-Date")).isEqualTo("20260203T040506Z");
  }

  @Test
  void resume_idempotencyTokens_areVersion4AndDiffer() {
    Recorder recorder = new Recorder();
    Session session =
        Session.builder()
            .environment(Map.of())
            .systemProperties(Map.of())
            .home(Path.of("no-such-home"))
            .region("eu-west-1")
            .credentials(Credentials.of(Sessions.KEY_ID, Sessions.SECRET))
            .transport(recorder)
            .build();
    session.resume();
    double random = session.random().getAsDouble();

    UUID first = token(session, recorder);
    UUID second = token(session, recorder);

    assertThat(first).isNotEqualTo(second);
    assertThat(List.of(first, second)).allMatch(each -> each.version() == 4 && each.variant() == 2);
    assertThat(random).isBetween(0.0, 1.0);
  }

  private static UUID token(Session session, Recorder recorder) {
    session
        .client("dynamodb")
        .call("TransactWriteItems", Map.of("TransactItems", List.of(Map.of())));
    String body = Recorder.compactBody(recorder.last());
    int from = body.indexOf("\"ClientRequestToken\":\"") + "\"ClientRequestToken\":\"".length();
    return UUID.fromString(body.substring(from, from + 36));
  }

  @Test
  void resume_sourcesThatWereSet_stay() {
    Session session = Sessions.with(new Recorder()).random(() -> 0.25).build();

    session.resume();

    assertThat(session.random().getAsDouble()).isEqualTo(0.25);
  }
}
