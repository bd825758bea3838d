package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.credentials.Credentials;
import io.boto4j.error.EndpointConnectionException;
import io.boto4j.error.HttpClientException;
import io.boto4j.error.ReadTimeoutException;
import io.boto4j.error.ServiceException;
import io.boto4j.internal.transport.ScriptedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients with boto4j's own sockets, and servers on 127.0.0.1. */
@Timeout(30)
final class LoopbackTest {
  private static final Pattern NAME = Pattern.compile("\"ExclusiveStartTableName\": \"([^\"]*)\"");

  private static Client client(String url, Consumer<ClientConfig.Builder> options) {
    Session session =
        Session.builder()
            .environment(Map.of())
            .home(Path.of("no-such-home"))
            .region("eu-west-1")
            .credentials(Credentials.of(Sessions.KEY_ID, Sessions.SECRET))
            .build();
    return session.client(
        "dynamodb",
        c -> {
          c.endpointUrl(url);
          options.accept(c);
        });
  }

  private static Client client(ScriptedServer server, Consumer<ClientConfig.Builder> options) {
    return client(server.uri("").toString(), options);
  }

  private static Client client(ScriptedServer server) {
    return client(server, c -> {});
  }

  /**
   * Responds with the name in the request, a limited number of times per connection, and closes it.
   */
  private static ScriptedServer.Script echo(int answers, boolean announced) {
    return peer -> {
      for (int i = 0; i < answers && peer.hasMore(); i++) {
        Matcher name = NAME.matcher(peer.request());
        String body = "{\"LastEvaluatedTableName\":\"" + (name.find() ? name.group(1) : "") + "\"}";
        String close = announced && i == answers - 1 ? "Connection: close\r\n" : "";
        peer.send(ScriptedServer.ok(body).replace("\r\n\r\n", "\r\n" + close + "\r\n"));
      }
    };
  }

  @Test
  void call_64Threads_eachGetsItsOwnAnswer() throws Exception {
    try (ScriptedServer server = ScriptedServer.start(echo(Integer.MAX_VALUE, false));
        Client client = client(server)) {
      hammer(client, server, 64, 50);

      assertThat(server.connections()).isBetween(1, 64 * 50 / 2);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void call_serverAnnouncesThatItCloses_succeedsAndIsReceivedOnce(int answers) throws Exception {
    try (ScriptedServer server = ScriptedServer.start(echo(answers, true));
        Client client = client(server)) {
      hammer(client, server, 8, 25);

      assertThat(server.connections()).isGreaterThanOrEqualTo(8 * 25 / answers);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void call_serverClosedBetweenCalls_succeedsAndIsReceivedOnce(int answers) throws Exception {
    Semaphore closed = new Semaphore(0);
    ScriptedServer.Script script =
        peer -> {
          echo(answers, false).play(peer);
          peer.close();
          closed.release();
        };
    try (ScriptedServer server = ScriptedServer.start(script);
        Client client = client(server)) {
      for (int i = 0; i < 5 * answers; i++) {
        callOnce(client, "table-" + i);
        if (i % answers == answers - 1) {
          closed.acquire();
        }
      }
      assertReceivedOnce(server, 5 * answers);
      assertThat(server.connections()).isEqualTo(5);
    }
  }

  /**
   * The server closes the connection after each response without announcing it. Requests that only
   * read always succeed, whenever the close arrives; nothing else can guarantee that.
   */
  @Test
  void call_serverClosesAfterEachAnswer_readsSucceedAndAreReceivedOnce() throws Exception {
    ScriptedServer.Script script =
        peer -> {
          peer.request();
          peer.send(ScriptedServer.ok("{}"));
          peer.close();
        };
    try (ScriptedServer server = ScriptedServer.start(script);
        Client client = client(server)) {
      for (int i = 0; i < 50; i++) {
        client.call("ListTables");
      }
      assertThat(server.requests()).hasSize(50);
    }
  }

  private static void hammer(Client client, ScriptedServer server, int threads, int calls)
      throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> done = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        int thread = t;
        done.add(
            pool.submit(
                () -> {
                  for (int i = 0; i < calls; i++) {
                    callOnce(client, "table-" + thread + "-" + i);
                  }
                }));
      }
      for (Future<?> each : done) {
        each.get();
      }
    } finally {
      pool.shutdownNow();
    }
    assertReceivedOnce(server, threads * calls);
  }

  private static void callOnce(Client client, String name) {
    Response answer = client.call("ListTables", Map.of("ExclusiveStartTableName", name));
    assertThat(answer.text("LastEvaluatedTableName")).isEqualTo(name);
  }

  private static void assertReceivedOnce(ScriptedServer server, int calls) {
    Set<String> received = new HashSet<>();
    for (String request : server.requests()) {
      Matcher name = NAME.matcher(request);
      assertThat(name.find()).isTrue();
      assertThat(received.add(name.group(1))).as("%s came twice", name.group(1)).isTrue();
    }
    assertThat(received).hasSize(calls);
  }

  @Test
  void call_requestOnTheWire_isWhatWasSigned() throws Exception {
    try (ScriptedServer server = ScriptedServer.start(echo(1, false));
        Client client = client(server)) {
      client.call("ListTables", Map.of("Limit", 7));

      String request = server.requests().get(0);
      assertThat(request).startsWith("POST / HTTP/1.1\r\n").endsWith("\r\n\r\n{\"Limit\": 7}");
      assertThat(request.toLowerCase(java.util.Locale.ROOT))
          .contains("\r\nhost: 127.0.0.1:" + server.port() + "\r\n")
          .contains("\r\ncontent-length: 12\r\n")
          .contains("\r\nx-amz-target: dynamodb_20120810.listtables\r\n")
          .contains("signedheaders=content-type;host;x-amz-date;x-amz-target,")
          .contains("\r\naccept-encoding: identity\r\n");
    }
  }

  @Test
  void call_slowServer_isAReadTimeout() throws IOException {
    try (ScriptedServer server =
            ScriptedServer.start(
                peer -> {
                  peer.request();
                  peer.awaitClose();
                });
        Client client = client(server, c -> c.readTimeout(Duration.ofMillis(100)))) {
      assertThatThrownBy(() -> client.call("ListTables"))
          .isInstanceOf(ReadTimeoutException.class)
          .hasMessage("Read timeout on endpoint URL: \"" + server.uri("/") + "\"");
    }
  }

  @Test
  void call_answerCut_isNoAnswer() throws IOException {
    for (String answer :
        List.of(
            "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"TableNames\":[]}",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{}",
            "HTTP/1.1 200",
            "",
            "nonsense\r\n\r\n")) {
      try (ScriptedServer server =
              ScriptedServer.start(
                  peer -> {
                    peer.request();
                    peer.send(answer);
                  });
          Client client = client(server)) {
        assertThatThrownBy(() -> client.call("ListTables")).isInstanceOf(HttpClientException.class);
      }
    }
  }

  @Test
  void call_nobodyListens_isAnEndpointConnectionError() throws IOException {
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    // Bound and not listening, so that no other process can listen on the port meanwhile.
    try (Socket bound = new Socket()) {
      bound.bind(new InetSocketAddress(loopback, 0));
      try (Client client = client("http://127.0.0.1:" + bound.getLocalPort(), c -> {})) {
        assertThatThrownBy(() -> client.call("ListTables"))
            .isInstanceOf(EndpointConnectionException.class)
            .hasMessageStartingWith("Could not connect to the endpoint URL: \"http://127.0.0.1:");
      }
    }
  }

  @Test
  void callAsync_manyAtOnce_completeOnOtherThreads() throws IOException {
    try (ScriptedServer server = ScriptedServer.start(echo(Integer.MAX_VALUE, false));
        Client client = client(server)) {
      List<CompletableFuture<Response>> answers = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        answers.add(client.callAsync("ListTables", Map.of("ExclusiveStartTableName", "t-" + i)));
      }
      for (int i = 0; i < 20; i++) {
        assertThat(answers.get(i).join().text("LastEvaluatedTableName")).isEqualTo("t-" + i);
      }
    }
  }

  @Test
  void callAsync_error_completesExceptionally() throws IOException {
    String body = "{\"__type\":\"X\",\"message\":\"m\"}";
    try (ScriptedServer server =
            ScriptedServer.start(
                ScriptedServer.answering(
                    "HTTP/1.1 400 Bad\r\nContent-Length: " + body.length() + "\r\n\r\n" + body));
        Client client = client(server)) {
      assertThatThrownBy(() -> client.callAsync("ListTables").join())
          .isInstanceOf(CompletionException.class)
          .hasCauseInstanceOf(ServiceException.class);
    }
  }
}
