package io.boto4j.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.error.CallInterruptedException;
import io.boto4j.error.ConnectTimeoutException;
import io.boto4j.error.EndpointConnectionException;
import io.boto4j.error.ReadTimeoutException;
import io.boto4j.http.HttpBody;
import io.boto4j.http.HttpResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that are absent or too slow, and calls that are interrupted. */
@Timeout(30)
final class ConnectFailureTest {
  private final SocketTransport transport =
      new SocketTransport(TransportOptions.defaults().withTimeouts(200, 100));

  @AfterEach
  void close() {
    transport.close();
  }

  private static SocketTransport resolving(NameResolver resolver) {
    return new SocketTransport(
        TransportOptions.defaults().withTimeouts(2_000, 2_000).withResolver(resolver));
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, Calls.loopback(1))) {
      return socket.getLocalPort();
    }
  }

  @Test
  void refusedPort_isAnEndpointConnectionException() throws Exception {
    String url = "http://127.0.0.1:" + closedPort() + "/path";
    assertThatThrownBy(() -> transport.send(Calls.get(URI.create(url + "?X-Amz-Signature=secret"))))
        .isInstanceOfSatisfying(
            EndpointConnectionException.class,
            e -> {
              assertThat(e.url()).isEqualTo(url);
              assertThat(e.retryable()).isTrue();
            })
        .hasMessageStartingWith("Could not connect to the endpoint URL: \"" + url + "\": ")
        .hasMessageContaining("refused");
  }

  @Test
  void unknownHost_isAnEndpointConnectionException() {
    try (SocketTransport nameless =
        resolving(
            host -> {
              throw new UnknownHostException(host);
            })) {
      assertThatThrownBy(() -> nameless.send(Calls.get(URI.create("http://u:p@nowhere.test/"))))
          .isInstanceOf(EndpointConnectionException.class)
          .hasMessage(
              "Could not connect to the endpoint URL: \"http://nowhere.test/\": unknown host");
    }
  }

  @Test
  void addresses_areTriedInTurn() throws Exception {
    InetAddress dead = Calls.loopback(9);
    InetAddress alive = Calls.loopback(1);
    try (SocketTransport named = resolving(host -> new InetAddress[] {dead, alive});
        ScriptedServer server =
            ScriptedServer.start(ScriptedServer.answering(ScriptedServer.ok("x")))) {
      assertThat(
              Calls.text(
                  named.send(Calls.get(URI.create("http://two.test:" + server.port() + "/")))))
          .isEqualTo("x");
    }
  }

  @Test
  void ipv6Literal_losesItsBracketsForTheResolverAndKeepsThemInTheHostHeader() throws Exception {
    AtomicReference<String> asked = new AtomicReference<>();
    InetAddress alive = Calls.loopback(1);
    try (SocketTransport named =
            resolving(
                host -> {
                  asked.set(host);
                  return new InetAddress[] {alive};
                });
        ScriptedServer server =
            ScriptedServer.start(ScriptedServer.answering(ScriptedServer.ok("x")))) {
      Calls.text(named.send(Calls.get(URI.create("http://[FD00:EC2::254]:" + server.port()))));
      assertThat(asked).hasValue("fd00:ec2::254");
      assertThat(server.requests().get(0))
          .contains("\r\nHost: [fd00:ec2::254]:" + server.port() + "\r\n");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://host/",
        "/relative",
        "http:///path",
        "http://host:0/",
        "http://host:65536/",
        "http://host:x/",
        "http://h\u00f6st/",
        "http://a:1:2/",
      })
  void url_thatLeadsNowhere_isRefused(String url) {
    assertThatThrownBy(() -> transport.send(Calls.get(URI.create(url))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void defaultPorts_areNotNamedInTheHostHeader() {
    assertThat(Route.of(URI.create("http://Example.com:80/")).hostHeader).isEqualTo("example.com");
    assertThat(Route.of(URI.create("https://example.com:443")).hostHeader).isEqualTo("example.com");
    assertThat(Route.of(URI.create("https://example.com:80")).hostHeader)
        .isEqualTo("example.com:80");
    assertThat(Route.of(URI.create("https://[::1]:/")).hostHeader).isEqualTo("[::1]");
  }

  @Test
  void serverThatDoesNotAccept_isAConnectTimeout() throws Exception {
    List<SocketChannel> queue = new ArrayList<>();
    try (ServerSocket full = new ServerSocket(0, 1, Calls.loopback(1))) {
      InetSocketAddress address = (InetSocketAddress) full.getLocalSocketAddress();
      for (int i = 0; i < 8; i++) {
        SocketChannel channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.connect(address);
        queue.add(channel);
      }
      String url = "http://127.0.0.1:" + address.getPort() + "/";
      assertThatThrownBy(() -> transport.send(Calls.get(URI.create(url + "?q"))))
          .isInstanceOf(ConnectTimeoutException.class)
          .hasMessage("Connect timeout on endpoint URL: \"" + url + "\"");
    } finally {
      for (SocketChannel channel : queue) {
        channel.close();
      }
    }
  }

  @Test
  void silentServer_isAReadTimeout() throws Exception {
    try (ScriptedServer server = ScriptedServer.start(ScriptedServer.Peer::awaitClose)) {
      assertThatThrownBy(() -> transport.send(Calls.get(server.uri("/p?q"))))
          .isInstanceOf(ReadTimeoutException.class)
          .hasMessage("Read timeout on endpoint URL: \"" + server.uri("/p") + "\"");
      assertThat(transport.idleCount()).isZero();
    }
  }

  @Test
  void serverThatStopsWithinTheBody_isAReadTimeout() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.start(
            peer -> {
              peer.request();
              peer.send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhel");
              peer.awaitClose();
            })) {
      HttpResponse response = transport.send(Calls.get(server.uri("/")));
      assertThat(response.body().readNBytes(3)).hasSize(3);
      assertThatThrownBy(() -> response.body().read()).isInstanceOf(ReadTimeoutException.class);
      assertThatThrownBy(() -> response.body().read()).isInstanceOf(ReadTimeoutException.class);
    }
  }

  @Test
  void interrupt_whileWaitingForAnAnswer_endsTheCall() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    try (SocketTransport patient = new SocketTransport(TransportOptions.defaults());
        ScriptedServer server =
            ScriptedServer.start(
                peer -> {
                  peer.request();
                  asked.countDown();
                  peer.awaitClose();
                })) {
      assertThat(Calls.interrupted(asked, () -> patient.send(Calls.get(server.uri("/p?q")))))
          .isInstanceOf(CallInterruptedException.class)
          .hasMessage("Interrupted during a call of endpoint URL: \"" + server.uri("/p") + "\"");
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void interrupt_whileWaitingForTheBody_endsTheCall() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    try (SocketTransport patient = new SocketTransport(TransportOptions.defaults());
        ScriptedServer server =
            ScriptedServer.start(
                peer -> {
                  peer.request();
                  peer.send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n");
                  asked.countDown();
                  peer.awaitClose();
                })) {
      assertThat(
              Calls.interrupted(
                  asked,
                  () -> {
                    try {
                      patient.send(Calls.get(server.uri("/"))).body().readAllBytes();
                    } catch (IOException e) {
                      throw new AssertionError(e);
                    }
                  }))
          .isInstanceOf(CallInterruptedException.class);
    }
  }

  @Test
  void interrupt_whileWriting_endsTheCall() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    try (SocketTransport patient = new SocketTransport(TransportOptions.defaults());
        ScriptedServer server =
            ScriptedServer.start(
                peer -> {
                  peer.head();
                  asked.countDown();
                  done.await();
                })) {
      HttpBody large = HttpBody.of(new byte[32 * 1024 * 1024]);
      assertThat(
              Calls.interrupted(
                  asked, () -> patient.send(Calls.request("PUT", server.uri("/"), large))))
          .isInstanceOf(CallInterruptedException.class);
      done.countDown();
    }
  }

  @Test
  void interrupt_beforeTheCall_keepsItFromBeginning() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.start(ScriptedServer.answering(ScriptedServer.ok("x")))) {
      Thread.currentThread().interrupt();
      try {
        assertThatThrownBy(() -> transport.send(Calls.get(server.uri("/"))))
            .isInstanceOf(CallInterruptedException.class);
      } finally {
        assertThat(Thread.interrupted()).isTrue();
      }
      assertThat(server.connections()).isZero();
    }
  }
}
