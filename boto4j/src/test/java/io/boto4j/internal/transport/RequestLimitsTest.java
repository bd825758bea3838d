package io.boto4j.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.error.CallInterruptedException;
import io.boto4j.error.ConnectTimeoutException;
import io.boto4j.error.ReadTimeoutException;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpBody;
import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import io.boto4j.http.RequestLimits;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Servers that are never silent for long and never done: only a limit on the whole ends the call.
 */
@Timeout(30)
final class RequestLimitsTest {
  private static final int HOUR = 3_600_000;

  /** Has timeouts of an hour. */
  private final SocketTransport patient =
      new SocketTransport(TransportOptions.defaults().withTimeouts(HOUR, HOUR));

  private final SocketTransport hasty =
      new SocketTransport(TransportOptions.defaults().withTimeouts(5_000, 200));

  private final CountDownLatch done = new CountDownLatch(1);

  @AfterEach
  void close() {
    done.countDown();
    patient.close();
    hasty.close();
  }

  private static RequestLimits within(int millis) {
    return RequestLimits.until(System.nanoTime() + millis * 1_000_000L);
  }

  /** Sends the same again and again, too slowly to reach a limit of size. */
  private ScriptedServer.Script trickling(String first, String more) {
    return peer -> {
      peer.request();
      peer.send(first);
      while (!done.await(20, TimeUnit.MILLISECONDS)) {
        peer.send(more);
      }
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP/1.1 200 OK\r\nX: ", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 20", ""})
  void head_thatTrickles_hasTheReadTimeoutInAll(String first) throws Exception {
    try (ScriptedServer server = ScriptedServer.start(trickling(first, "x"))) {
      assertThatThrownBy(() -> hasty.send(Calls.get(server.uri("/p?q"))))
          .isInstanceOf(ReadTimeoutException.class)
          .hasMessage("Read timeout on endpoint URL: \"" + server.uri("/p") + "\"")
          .rootCause()
          .hasMessage("The head of the response took longer than 200 ms");
    }
  }

  @Test
  void head_thatComesInTwoPieces_isRead() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.start(
            peer -> {
              while (peer.hasMore()) {
                peer.request();
                peer.send("HTTP/1.1 200 OK\r\nContent-");
                done.await(20, TimeUnit.MILLISECONDS);
                peer.send("Length: 1\r\n\r\n");
                done.await(20, TimeUnit.MILLISECONDS);
                peer.send("x");
              }
            })) {
      for (int i = 0; i < 3; i++) {
        assertThat(Calls.text(hasty.send(Calls.get(server.uri("/"))))).isEqualTo("x");
      }
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 100 Continue\r\n\r\nHTTP/1."})
  void deadline_endsAHead(String first) throws Exception {
    try (ScriptedServer server =
        ScriptedServer.start(trickling(first, first.isEmpty() ? "" : "x"))) {
      assertThatThrownBy(() -> patient.send(Calls.get(server.uri("/")).withLimits(within(200))))
          .isInstanceOf(ReadTimeoutException.class)
          .hasRootCauseMessage("The deadline has passed");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n|x",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n|1\r\nx\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;|x",
        "HTTP/1.1 200 OK\r\n\r\n|x"
      })
  void deadline_endsABody(String parts) throws Exception {
    int bar = parts.indexOf('|');
    try (ScriptedServer server =
        ScriptedServer.start(trickling(parts.substring(0, bar), parts.substring(bar + 1)))) {
      HttpResponse response = patient.send(Calls.get(server.uri("/")).withLimits(within(300)));
      assertThatThrownBy(() -> response.body().readAllBytes())
          .isInstanceOf(ReadTimeoutException.class);
      assertThat(patient.idleCount()).isZero();
    }
  }

  @Test
  void deadline_thatHasPassed_letsNothingBeSent() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.start(ScriptedServer.answering(ScriptedServer.ok("x")))) {
      assertThat(Calls.text(patient.send(Calls.get(server.uri("/"))))).isEqualTo("x");
      assertThatThrownBy(() -> patient.send(Calls.get(server.uri("/p?q")).withLimits(within(-1))))
          .isInstanceOf(ConnectTimeoutException.class)
          .hasMessage("Connect timeout on endpoint URL: \"" + server.uri("/p") + "\"");
      assertThat(server.requests()).hasSize(1);
      assertThat(patient.idleCount()).isEqualTo(1);
    }
  }

  @Test
  void readTimeout_ofOneRequest_isNotThatOfTheNext() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.start(
            peer -> {
              peer.request();
              peer.send(ScriptedServer.ok("x"));
              peer.request();
              done.await(300, TimeUnit.MILLISECONDS);
              peer.send(ScriptedServer.ok("y"));
              peer.request();
              peer.awaitClose();
            })) {
      HttpRequest request = Calls.get(server.uri("/"));
      RequestLimits limits = new RequestLimits(0, 100, 0);
      assertThat(Calls.text(patient.send(request.withLimits(limits)))).isEqualTo("x");
      assertThat(Calls.text(patient.send(request.withLimits(null)))).isEqualTo("y");
      assertThatThrownBy(() -> patient.send(request.withLimits(limits)))
          .isInstanceOf(ReadTimeoutException.class);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void serverThatStopsReading_isATimeout(boolean chunked) throws Exception {
    byte[] large = new byte[32 * 1024 * 1024];
    try (ScriptedServer server =
        ScriptedServer.start(
            peer -> {
              peer.head();
              done.await();
            })) {
      HttpRequest request =
          Calls.request(
              "PUT",
              server.uri("/p?q"),
              chunked ? Calls.body(large, -1, true) : HttpBody.of(large));
      assertThatThrownBy(() -> hasty.send(request))
          .isInstanceOf(ReadTimeoutException.class)
          .hasMessage("Read timeout on endpoint URL: \"" + server.uri("/p") + "\"")
          .cause()
          .hasMessage("The server accepted no more of the request");
      assertThatThrownBy(() -> patient.send(request.withLimits(within(200))))
          .isInstanceOf(ReadTimeoutException.class);
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void bodyThatIsSlowToCome_isNoTimeout() throws Exception {
    HttpBody slow =
        new HttpBody() {
          @Override
          public long contentLength() {
            return 100_000;
          }

          @Override
          public boolean replayable() {
            return true;
          }

          @Override
          public InputStream open() {
            return new InputStream() {
              private int left = 100_000;

              @Override
              public int read() {
                try {
                  // Longer than the read timeout, which applies to the server only.
                  done.await(left == 50_000 ? 500 : 0, TimeUnit.MILLISECONDS);
                } catch (InterruptedException e) {
                  throw new AssertionError(e);
                }
                return left-- > 0 ? 'x' : -1;
              }

              @Override
              public int read(byte[] target, int offset, int length) throws IOException {
                return super.read(target, offset, Math.min(1_000, length));
              }
            };
          }
        };
    try (ScriptedServer server =
        ScriptedServer.start(ScriptedServer.answering(ScriptedServer.ok("x")))) {
      assertThat(Calls.text(hasty.send(Calls.request("PUT", server.uri("/"), slow))))
          .isEqualTo("x");
      assertThat(server.requests().get(0)).hasSizeGreaterThan(100_000);
    }
  }

  @Test
  void connectTimeout_ofOneRequest_countsForIt() throws Exception {
    try (BlackHole hole = new BlackHole(1)) {
      HttpRequest request = Calls.get(URI.create("http://127.0.0.1:" + hole.port() + "/"));
      assertThatThrownBy(() -> patient.send(request.withLimits(new RequestLimits(100, 0, 0))))
          .isInstanceOf(ConnectTimeoutException.class);
      assertThatThrownBy(() -> patient.send(request.withLimits(within(100))))
          .isInstanceOf(ConnectTimeoutException.class);
    }
  }

  @Test
  void addressThatDoesNotAnswer_isPassedByTheNext() throws Exception {
    try (ScriptedServer server =
            ScriptedServer.start(ScriptedServer.answering(ScriptedServer.ok("x")));
        BlackHole hole = new BlackHole(7, server.port());
        SocketTransport named = resolving(Calls.loopback(7), Calls.loopback(1))) {
      URI uri = URI.create("http://two.test:" + hole.port() + "/");
      assertThat(Calls.text(named.send(Calls.get(uri)))).isEqualTo("x");
      assertThat(Calls.text(named.send(Calls.get(uri)))).isEqualTo("x");
      assertThat(named.idleCount()).isEqualTo(1);
    }
  }

  @Test
  void addressesThatAllFail_areToldOf() throws Exception {
    try (BlackHole hole = new BlackHole(7);
        SocketTransport named =
            resolving(Calls.loopback(8), Calls.loopback(7), Calls.loopback(9))) {
      HttpRequest request = Calls.get(URI.create("http://three.test:" + hole.port() + "/"));
      assertThatThrownBy(() -> named.send(request.withLimits(new RequestLimits(600, 0, 0))))
          .isInstanceOf(ConnectTimeoutException.class)
          .cause()
          .hasMessage("No address responded in time")
          .satisfies(e -> assertThat(e.getSuppressed()).isNotEmpty());
    }
  }

  @Test
  void race_interrupted_endsTheCall() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    try (BlackHole hole = new BlackHole(7);
        SocketTransport named =
            new SocketTransport(
                TransportOptions.defaults()
                    .withTimeouts(HOUR, HOUR)
                    .withResolver(
                        host -> {
                          asked.countDown();
                          return new InetAddress[] {Calls.loopback(7), Calls.loopback(7)};
                        }))) {
      URI uri = URI.create("http://two.test:" + hole.port() + "/");
      assertThat(Calls.interrupted(asked, () -> named.send(Calls.get(uri))))
          .isInstanceOf(CallInterruptedException.class);
    }
  }

  @Test
  void limits_areKeptByAHeaderAndRefusedIfNegative() {
    RequestLimits limits = new RequestLimits(1, 2, 3);
    HttpRequest request =
        new HttpRequest("GET", URI.create("http://h/"), Headers.empty(), HttpBody.empty());
    assertThat(request.limits()).isNull();
    assertThat(request.withLimits(limits).withHeader("a", "b").limits()).isSameAs(limits);
    assertThat(limits.hasDeadline()).isTrue();
    assertThat(RequestLimits.until(0).hasDeadline()).isTrue();
    assertThatThrownBy(() -> new RequestLimits(-1, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RequestLimits(0, -1, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static SocketTransport resolving(InetAddress... addresses) {
    return new SocketTransport(
        TransportOptions.defaults().withTimeouts(HOUR, HOUR).withResolver(host -> addresses));
  }

  /** An address that accepts no more connections, and does not refuse them. */
  private static final class BlackHole implements AutoCloseable {
    private final ServerSocket full;
    private final List<SocketChannel> queue = new ArrayList<>();

    BlackHole(int last) throws IOException {
      this(last, 0);
    }

    BlackHole(int last, int port) throws IOException {
      full = new ServerSocket(port, 1, Calls.loopback(last));
      for (int i = 0; i < 8; i++) {
        SocketChannel channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.connect(new InetSocketAddress(Calls.loopback(last), port()));
        queue.add(channel);
      }
    }

    int port() {
      return full.getLocalPort();
    }

    @Override
    public void close() throws IOException {
      for (SocketChannel channel : queue) {
        channel.close();
      }
      full.close();
    }
  }
}
