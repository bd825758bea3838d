package io.boto4j.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.error.ConnectionClosedException;
import io.boto4j.error.ReadTimeoutException;
import io.boto4j.http.ConnectionUse;
import io.boto4j.http.HttpBody;
import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pool, connections that were closed in it, and the requests that are sent twice. */
@Timeout(60)
final class ConnectionReuseTest {
  private static final TransportOptions OPTIONS =
      TransportOptions.defaults().withTimeouts(5_000, 5_000);
  private final SocketTransport transport = new SocketTransport(OPTIONS);

  @AfterEach
  void close() {
    transport.close();
  }

  private static HttpRequest request(ScriptedServer server, String method) {
    return Calls.request(method, server.uri("/"), HttpBody.empty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"close", "reset", "halfClose", "chatter"})
  void pooledConnection_thatTheServerEnded_isNotUsed(String how) throws Exception {
    CountDownLatch ended = new CountDownLatch(1);
    try (ScriptedServer server =
        ScriptedServer.start(
            peer -> {
              peer.request();
              peer.send(ScriptedServer.ok("first"));
              switch (how) {
                case "close" -> peer.close();
                case "reset" -> peer.reset();
                case "halfClose" -> peer.halfClose();
                default -> peer.send("HTTP/1.1 408 Request Timeout\r\n\r\n");
              }
              ended.countDown();
              if (peer.hasMore()) {
                peer.request();
              }
            },
            ScriptedServer.answering(ScriptedServer.ok("second")))) {
      assertThat(Calls.text(transport.send(request(server, "POST")))).isEqualTo("first");
      ended.await();
      assertThat(Calls.text(transport.send(request(server, "POST")))).isEqualTo("second");
      assertThat(server.requests()).hasSize(2);
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void responses_ofOneConnection_reportWhetherItWasReused() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.start(ScriptedServer.answering(ScriptedServer.ok("same")))) {
      HttpResponse first = transport.send(request(server, "GET"));
      Calls.text(first);
      assertThat(first.connectionUse()).isEqualTo(ConnectionUse.NEW);
      HttpResponse second = transport.send(request(server, "GET"));
      Calls.text(second);
      assertThat(second.connectionUse()).isEqualTo(ConnectionUse.REUSED);
    }
  }

  /** Responds once, then reads a second request completely and closes without a response. */
  private static ScriptedServer.Script silentOnTheSecond(boolean reset) {
    return peer -> {
      peer.request();
      peer.send(ScriptedServer.ok("first"));
      peer.request();
      if (reset) {
        peer.reset();
      }
    };
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void post_thatWentOutWhole_isNotSentTwice(boolean reset) throws Exception {
    try (ScriptedServer server =
        ScriptedServer.start(
            silentOnTheSecond(reset), ScriptedServer.answering(ScriptedServer.ok("twice")))) {
      Calls.text(transport.send(Calls.post(server.uri("/"), "1")));
      assertThatThrownBy(() -> transport.send(Calls.post(server.uri("/"), "2")))
          .isInstanceOf(ConnectionClosedException.class);
      assertThat(server.requests()).hasSize(2);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "OPTIONS", "PUT", "DELETE"})
  void idempotentRequest_overADeadPooledConnection_isSentOnceMore(String method) throws Exception {
    for (boolean reset : new boolean[] {false, true}) {
      try (ScriptedServer server =
          ScriptedServer.start(
              silentOnTheSecond(reset), ScriptedServer.answering(ScriptedServer.ok("second")))) {
        Calls.text(transport.send(request(server, "GET")));
        assertThat(transport.send(request(server, method)).statusCode()).isEqualTo(200);
        assertThat(server.requests()).hasSize(3);
        assertThat(server.connections()).isEqualTo(2);
      }
    }
  }

  @Test
  void idempotentRequest_overADeadNewConnection_isNotSentTwice() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.start(
            peer -> peer.request(), ScriptedServer.answering(ScriptedServer.ok("twice")))) {
      assertThatThrownBy(() -> transport.send(request(server, "GET")))
          .isInstanceOf(ConnectionClosedException.class);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void requestThatFailedTwice_isNotSentAThirdTime() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.start(silentOnTheSecond(false), peer -> peer.request())) {
      Calls.text(transport.send(request(server, "GET")));
      assertThatThrownBy(() -> transport.send(request(server, "GET")))
          .isInstanceOf(ConnectionClosedException.class);
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void put_whoseBodyCannotBeReplayed_isNotSentTwice() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.start(
            silentOnTheSecond(false), ScriptedServer.answering(ScriptedServer.ok("twice")))) {
      Calls.text(transport.send(request(server, "GET")));
      HttpRequest put = Calls.request("PUT", server.uri("/"), Calls.body(new byte[3], 3, false));
      assertThatThrownBy(() -> transport.send(put)).isInstanceOf(ConnectionClosedException.class);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void answerThatBegan_isNotAskedForAgain() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.start(
            peer -> {
              peer.request();
              peer.send(ScriptedServer.ok("first"));
              peer.request();
              peer.send("H");
            },
            ScriptedServer.answering(ScriptedServer.ok("twice")))) {
      Calls.text(transport.send(request(server, "GET")));
      assertThatThrownBy(() -> transport.send(request(server, "GET")))
          .isInstanceOf(ConnectionClosedException.class);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void timeout_overAPooledConnection_isNotAReasonToSendAgain() throws Exception {
    try (SocketTransport hasty = new SocketTransport(OPTIONS.withTimeouts(5_000, 100));
        ScriptedServer server =
            ScriptedServer.start(
                peer -> {
                  peer.request();
                  peer.send(ScriptedServer.ok("first"));
                  peer.request();
                  peer.awaitClose();
                },
                ScriptedServer.answering(ScriptedServer.ok("twice")))) {
      Calls.text(hasty.send(request(server, "GET")));
      assertThatThrownBy(() -> hasty.send(request(server, "GET")))
          .isInstanceOf(ReadTimeoutException.class);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void post_thatDidNotGoOutWhole_isSentOnceMore() throws Exception {
    byte[] large = Calls.pattern(24 * 1024 * 1024);
    try (ScriptedServer server =
        ScriptedServer.start(
            peer -> {
              peer.request();
              peer.send(ScriptedServer.ok("first"));
              peer.head();
              peer.reset();
            },
            ScriptedServer.answering(ScriptedServer.ok("second")))) {
      Calls.text(transport.send(Calls.post(server.uri("/"), "1")));
      assertThat(
              Calls.text(
                  transport.send(Calls.request("POST", server.uri("/"), HttpBody.of(large)))))
          .isEqualTo("second");
      assertThat(server.requests()).hasSize(3);
      assertThat(server.requests().get(2)).hasSizeGreaterThan(large.length);
    }
  }

  @Test
  void idleConnection_thatIsTooOld_isNotUsed() throws Exception {
    try (SocketTransport forgetful = new SocketTransport(OPTIONS.withIdle(10, 0));
        ScriptedServer server =
            ScriptedServer.start(ScriptedServer.answering(ScriptedServer.ok("x")))) {
      Calls.text(forgetful.send(request(server, "GET")));
      Calls.text(forgetful.send(request(server, "GET")));
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void idleConnections_beyondTheMost_areClosed() throws Exception {
    try (SocketTransport small = new SocketTransport(OPTIONS.withIdle(2, 60_000));
        ScriptedServer server =
            ScriptedServer.start(ScriptedServer.answering(ScriptedServer.ok("x")))) {
      List<HttpResponse> open = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        open.add(small.send(request(server, "GET")));
      }
      for (HttpResponse response : open) {
        Calls.text(response);
      }
      assertThat(server.connections()).isEqualTo(5);
      assertThat(small.idleCount()).isEqualTo(2);
    }
  }

  @Test
  void connections_ofOneHostUnderTwoSpellings_areShared() throws Exception {
    try (SocketTransport named =
            new SocketTransport(
                OPTIONS.withResolver(host -> new InetAddress[] {Calls.loopback(1)}));
        ScriptedServer server =
            ScriptedServer.start(ScriptedServer.answering(ScriptedServer.ok("x")))) {
      for (String host : new String[] {"my_Service", "MY_service", "user:pw@my_service"}) {
        Calls.text(named.send(Calls.get(URI.create("http://" + host + ":" + server.port() + "/"))));
      }
      assertThat(server.connections()).isEqualTo(1);
      assertThat(server.requests())
          .allSatisfy(
              request ->
                  assertThat(request).contains("\r\nHost: my_service:" + server.port() + "\r\n"));
    }
  }

  @Test
  void close_endsIdleConnectionsNowAndOthersLater() throws Exception {
    CountDownLatch ended = new CountDownLatch(2);
    try (ScriptedServer server =
        ScriptedServer.start(
            peer -> {
              while (peer.hasMore()) {
                peer.request();
                peer.send(ScriptedServer.ok("x"));
              }
              ended.countDown();
            })) {
      HttpResponse underWay = transport.send(request(server, "GET"));
      Calls.text(transport.send(request(server, "GET")));
      transport.close();
      assertThat(Calls.text(underWay)).isEqualTo("x");
      ended.await();
      assertThat(transport.idleCount()).isZero();
      assertThatThrownBy(() -> transport.send(request(server, "GET")))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("The transport is closed");
      transport.close();
    }
  }

  @Test
  void oneTransport_sharedByManyThreads_keepsAnswersApart() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.start(
            peer -> {
              while (peer.hasMore()) {
                String request = peer.request();
                String body = request.substring(request.indexOf("\r\n\r\n") + 4);
                peer.send(ScriptedServer.ok(body));
              }
            })) {
      ExecutorService threads = Executors.newFixedThreadPool(64);
      try {
        List<Future<?>> all = new ArrayList<>();
        for (int t = 0; t < 64; t++) {
          String name = "thread-" + t + "-";
          all.add(
              threads.submit(
                  () -> {
                    for (int i = 0; i < 50; i++) {
                      assertThat(Calls.text(transport.send(Calls.post(server.uri("/"), name + i))))
                          .isEqualTo(name + i);
                    }
                    return null;
                  }));
        }
        for (Future<?> each : all) {
          each.get();
        }
      } finally {
        threads.shutdownNow();
      }
      assertThat(server.requests()).hasSize(64 * 50).doesNotHaveDuplicates();
      assertThat(transport.idleCount()).isBetween(1, 10);
    }
  }
}
