package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.boto4j.credentials.Credentials;
import io.boto4j.credentials.CredentialsProvider;
import io.boto4j.error.CallInterruptedException;
import io.boto4j.error.ConnectTimeoutException;
import io.boto4j.error.TotalTimeoutException;
import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import io.boto4j.http.HttpTransport;
import io.boto4j.internal.transport.ScriptedServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The total timeout bounds everything a call waits for. Nothing here ever responds, so that only
 * the timeout can end a call.
 */
@Timeout(60)
final class TotalTimeoutTest {
  private static final Map<String, Object> OBJECT = Map.of("Bucket", "b", "Key", "k");

  @TempDir Path home;

  /** Waits until it is interrupted. */
  private static void block() throws InterruptedException {
    new CountDownLatch(1).await();
  }

  private Session.Builder session(Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(environment);
    all.putIfAbsent("AWS_EC2_METADATA_DISABLED", "true");
    return Session.builder()
        .environment(all)
        .systemProperties(Map.of())
        .home(home)
        .region("eu-west-1");
  }

  private static Client client(Session.Builder session, String service) {
    return client(session, service, c -> {});
  }

  private static Client client(
      Session.Builder session, String service, Consumer<ClientConfig.Builder> options) {
    return session
        .build()
        .client(
            service,
            c -> {
              c.totalTimeout(Duration.ofMillis(200));
              options.accept(c);
            });
  }

  /** Makes a call, and checks that it ends in time and leaves its thread as it was. */
  private static void assertEndsInTime(Client client, String operation, Map<String, ?> input) {
    long start = System.nanoTime();
    assertThatThrownBy(() -> client.call(operation, input))
        .isInstanceOf(TotalTimeoutException.class)
        .hasMessageStartingWith("Total timeout of 200 ms when calling the " + operation);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  private static CredentialsProvider blocking() {
    return () -> {
      try {
        block();
        throw new AssertionError("unreachable");
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("no credentials", e);
      }
    };
  }

  @Test
  void credentials_ofAnOwnProvider_areBounded() {
    Session.Builder session = session(Map.of()).credentials(blocking());
    assertEndsInTime(client(session, "dynamodb"), "ListTables", Map.of());
  }

  @Test
  void credentials_ofAProviderThatIgnoresAnInterrupt_areBounded() {
    CredentialsProvider stubborn =
        () -> {
          for (int ignored = 0; ignored < 3; ignored++) {
            try {
              block();
            } catch (InterruptedException e) {
              // Again.
            }
          }
          return blocking().credentials();
        };
    Session.Builder session = session(Map.of()).credentials(stubborn);
    assertEndsInTime(client(session, "dynamodb"), "ListTables", Map.of());
  }

  private static ScriptedServer silent() throws IOException {
    return ScriptedServer.start(
        peer -> {
          peer.request();
          block();
        });
  }

  @Test
  void credentials_ofAssumedRoles_areBounded() throws IOException {
    Files.createDirectories(home.resolve(".aws"));
    Files.writeString(
        home.resolve(".aws/config"),
        """
        [default]
        role_arn = arn:aws:iam::123456789012:role/r
        source_profile = keys
        [profile keys]
        aws_access_key_id = AKIDEXAMPLE
        aws_secret_access_key = secret
        """);
    try (ScriptedServer sts = silent()) {
      Session.Builder session = session(Map.of("AWS_ENDPOINT_URL_STS", sts.uri("").toString()));
      assertEndsInTime(client(session, "dynamodb"), "ListTables", Map.of());
    }
  }

  @Test
  void credentials_ofContainers_areBounded() throws IOException {
    try (ScriptedServer agent = silent()) {
      Session.Builder session =
          session(Map.of("AWS_CONTAINER_CREDENTIALS_FULL_URI", agent.uri("/keys").toString()));
      assertEndsInTime(client(session, "dynamodb"), "ListTables", Map.of());
    }
  }

  @Test
  void credentials_ofInstances_areBounded() throws IOException {
    try (ScriptedServer imds = silent()) {
      Session.Builder session =
          session(
              Map.of(
                  "AWS_EC2_METADATA_DISABLED",
                  "false",
                  "AWS_EC2_METADATA_SERVICE_ENDPOINT",
                  imds.uri("/").toString(),
                  "AWS_METADATA_SERVICE_TIMEOUT",
                  "30"));
      assertEndsInTime(client(session, "dynamodb"), "ListTables", Map.of());
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void credentials_ofAProcess_areBounded() throws IOException {
    Files.createDirectories(home.resolve(".aws"));
    Files.writeString(home.resolve(".aws/config"), "[default]\ncredential_process = sleep 50\n");
    assertEndsInTime(client(session(Map.of()), "dynamodb"), "ListTables", Map.of());
  }

  private Path pipe() throws Exception {
    Path pipe = home.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    return pipe;
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void tokenFile_thatIsAPipe_isBounded() throws Exception {
    Session.Builder web =
        session(
            Map.of(
                "AWS_WEB_IDENTITY_TOKEN_FILE",
                pipe().toString(),
                "AWS_ROLE_ARN",
                "arn:aws:iam::123456789012:role/r"));
    assertEndsInTime(client(web, "dynamodb"), "ListTables", Map.of());
    Session.Builder container =
        session(
            Map.of(
                "AWS_CONTAINER_CREDENTIALS_FULL_URI",
                "http://127.0.0.1:1/",
                "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE",
                home.resolve("pipe").toString()));
    assertEndsInTime(client(container, "dynamodb"), "ListTables", Map.of());
  }

  /** A transport that never responds, and reports each request. */
  private static HttpTransport deaf(List<String> requests, Semaphore sent) {
    return new HttpTransport() {
      @Override
      public HttpResponse send(HttpRequest request) {
        requests.add(String.valueOf(request.headers().first("X-Amz-Target")) + request.uri());
        sent.release();
        try {
          block();
          throw new AssertionError("unreachable");
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new CallInterruptedException("Interrupted", e);
        }
      }

      @Override
      public void close() {}
    };
  }

  private Session.Builder deafSession(List<String> requests, Semaphore sent) {
    return session(Map.of())
        .credentials(Credentials.of(Sessions.KEY_ID, Sessions.SECRET))
        .transport(deaf(requests, sent));
  }

  @Test
  void endpointDiscovery_ofACall_isBounded() {
    List<String> requests = new ArrayList<>();
    Client client = client(deafSession(requests, new Semaphore(0)), "timestream-query");
    assertEndsInTime(client, "DescribeScheduledQuery", Map.of("ScheduledQueryArn", "a".repeat(30)));
    assertThat(requests).singleElement().asString().contains("DescribeEndpoints");
  }

  @Test
  void createSession_ofACall_isBounded() {
    List<String> requests = new ArrayList<>();
    Client client = client(deafSession(requests, new Semaphore(0)), "s3");
    assertEndsInTime(client, "GetObject", Map.of("Bucket", "b--euw1-az1--x-s3", "Key", "k"));
    assertThat(requests).singleElement().asString().contains("session");
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3", "timestream-query"})
  void call_thatWaitsForTheNestedCallOfAnother_isBounded(String service) throws Exception {
    Semaphore sent = new Semaphore(0);
    Client client = client(deafSession(new ArrayList<>(), sent), service);
    String operation = service.equals("s3") ? "GetObject" : "DescribeScheduledQuery";
    Map<String, ?> input =
        service.equals("s3")
            ? Map.of("Bucket", "b--euw1-az1--x-s3", "Key", "k")
            : Map.of("ScheduledQueryArn", "a".repeat(30));
    CompletableFuture<Response> first =
        client.callAsync(operation, input, o -> o.totalTimeout(Duration.ofSeconds(50)));
    sent.acquire();

    assertEndsInTime(client, operation, input);

    // The nested call of the first has its time, not that of the client.
    assertThat(first).isNotDone();
    first.cancel(true);
  }

  private Client s3() {
    return client(
        session(Map.of()).credentials(Credentials.of(Sessions.KEY_ID, Sessions.SECRET)),
        "s3",
        c -> c.endpointUrl("http://127.0.0.1:1").s3(s -> s.addressingStyle("path")));
  }

  @Test
  void body_ofAStreamThatBlocks_isBounded() throws IOException {
    try (PipedOutputStream out = new PipedOutputStream();
        InputStream in = new PipedInputStream(out)) {
      Map<String, Object> input = new HashMap<>(OBJECT);
      input.put("Body", in);
      out.write(1);
      assertEndsInTime(s3(), "PutObject", input);
    }
  }

  @Test
  void body_ofAStreamThatBlocksWhileItIsSent_isBounded() throws IOException {
    ScriptedServer.Script reading =
        peer -> {
          peer.request();
          block();
        };
    try (ScriptedServer server = ScriptedServer.start(reading);
        PipedOutputStream out = new PipedOutputStream();
        InputStream in = new PipedInputStream(out)) {
      out.write(1);
      Client client =
          client(
              session(Map.of()).credentials(Credentials.of(Sessions.KEY_ID, Sessions.SECRET)),
              "s3",
              c ->
                  c.endpointUrl(server.uri("").toString())
                      .s3(s -> s.addressingStyle("path").payloadSigningEnabled(false)));
      Map<String, Object> input = new HashMap<>(OBJECT);
      input.put("Body", in);
      input.put("ContentLength", 100);
      assertEndsInTime(client, "PutObject", input);
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void body_ofAPipeWithoutAWriter_isBounded() throws Exception {
    Map<String, Object> input = new HashMap<>(OBJECT);
    input.put("Body", pipe());
    assertEndsInTime(s3(), "PutObject", input);
  }

  private Client kms() {
    return client(
        session(Map.of()).credentials(Credentials.of(Sessions.KEY_ID, Sessions.SECRET)),
        "kms",
        c -> c.endpointUrl("http://127.0.0.1:1"));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void member_ofAPipeWithoutAWriter_isBounded() throws Exception {
    assertEndsInTime(kms(), "Encrypt", Map.of("KeyId", "k", "Plaintext", pipe()));
  }

  @Test
  void member_ofAStreamThatBlocks_isBounded() throws IOException {
    try (PipedOutputStream out = new PipedOutputStream();
        InputStream in = new PipedInputStream(out)) {
      out.write(1);
      assertEndsInTime(kms(), "Encrypt", Map.of("KeyId", "k", "Plaintext", in));
    }
  }

  @Test
  void member_ofAStreamThatNeverEnds_isBounded() {
    InputStream slow =
        new InputStream() {
          @Override
          public int read() {
            return 1;
          }

          @Override
          public int read(byte[] target, int offset, int length) {
            LockSupport.parkNanos(1_000_000);
            return 1;
          }
        };
    assertEndsInTime(kms(), "Encrypt", Map.of("KeyId", "k", "Plaintext", slow));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void certificates_ofAPipe_areBounded() throws Exception {
    Path pipe = pipe();
    try (ScriptedServer server = silent()) {
      for (boolean authority : new boolean[] {true, false}) {
        Client client =
            client(
                session(Map.of()).credentials(Credentials.of(Sessions.KEY_ID, Sessions.SECRET)),
                "dynamodb",
                c -> {
                  c.endpointUrl("https://127.0.0.1:" + server.port());
                  if (authority) {
                    c.caBundle(pipe);
                  } else {
                    c.clientCert(pipe);
                  }
                });
        assertEndsInTime(client, "ListTables", Map.of());
        assertEndsInTime(client, "ListTables", Map.of());
      }
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void certificates_ofAPipe_haveTheConnectTimeout() throws Exception {
    Path pipe = pipe();
    try (ScriptedServer server = silent();
        Client client =
            session(Map.of())
                .credentials(Credentials.of(Sessions.KEY_ID, Sessions.SECRET))
                .build()
                .client(
                    "dynamodb",
                    c ->
                        c.endpointUrl("https://127.0.0.1:" + server.port())
                            .caBundle(pipe)
                            .connectTimeout(Duration.ofMillis(200))
                            .maxAttempts(1))) {
      assertThatThrownBy(() -> client.call("ListTables"))
          .isInstanceOf(ConnectTimeoutException.class);
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void body_ofADevice_isRefusedWhenTooLong() {
    Map<String, Object> input = new HashMap<>(OBJECT);
    input.put("Body", Path.of("/dev/zero"));
    assertThatThrownBy(() -> s3().call("PutObject", input, o -> o.totalTimeout(Duration.ofDays(1))))
        .hasMessageContaining("more than 16 MiB");
  }

  @Test
  void interrupt_byTheUser_staysTheirs() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CredentialsProvider announced =
        () -> {
          asked.countDown();
          return blocking().credentials();
        };
    Client client =
        client(
            session(Map.of()).credentials(announced),
            "dynamodb",
            c -> c.totalTimeout(Duration.ofSeconds(50)));
    Thread caller = Thread.currentThread();
    Thread user =
        new Thread(
            () -> {
              try {
                asked.await();
                caller.interrupt();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    user.start();
    Throwable thrown = catchThrowable(() -> client.call("ListTables"));
    boolean flag = Thread.interrupted();
    user.join();
    assertThat(thrown).isInstanceOf(IllegalStateException.class).hasMessage("no credentials");
    assertThat(flag).isTrue();
  }

  @Test
  void nextCall_ofTheSameThread_isNotInterrupted() {
    Recorder recorder = new Recorder();
    boolean[] first = {true};
    CredentialsProvider once =
        () -> {
          if (first[0]) {
            first[0] = false;
            return blocking().credentials();
          }
          return Credentials.of(Sessions.KEY_ID, Sessions.SECRET);
        };
    Client client = client(session(Map.of()).credentials(once).transport(recorder), "dynamodb");
    assertEndsInTime(client, "ListTables", Map.of());
    client.call("ListTables");
    assertThat(recorder.requests()).hasSize(1);
  }

  @Test
  void streamOfAResponse_isBounded_andNamesTheCall() throws Exception {
    ScriptedServer.Script pausing =
        peer -> {
          peer.request();
          peer.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhello");
          block();
        };
    try (ScriptedServer server = ScriptedServer.start(pausing)) {
      for (boolean whole : new boolean[] {true, false}) {
        Client client =
            client(
                session(Map.of()).credentials(Credentials.of(Sessions.KEY_ID, Sessions.SECRET)),
                "s3",
                c -> c.endpointUrl(server.uri("")).s3(s -> s.addressingStyle("path")));
        ResponseStream body =
            client.call("GetObject", OBJECT, o -> o.totalTimeout(Duration.ofSeconds(2))).stream(
                "Body");
        assertThatThrownBy(
                () -> {
                  if (whole) {
                    body.readAllBytes();
                  } else {
                    body.transferTo(OutputStream.nullOutputStream());
                  }
                })
            .isInstanceOf(TotalTimeoutException.class)
            .hasMessageStartingWith("Total timeout of 2000 ms when calling the GetObject");
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
      }
    }
  }

  @Test
  void credentialsProvider_thatReturnsNull_isNamed() {
    for (String service : List.of("dynamodb", "s3")) {
      Client client =
          session(Map.of())
              .credentials(() -> null)
              .transport(deaf(new ArrayList<>(), new Semaphore(0)))
              .build()
              .client(service);
      assertThatThrownBy(() -> client.call(service.equals("s3") ? "ListBuckets" : "ListTables"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageMatching("The credentials provider \\S+TotalTimeoutTest\\S+ returned null");
    }
  }
}
