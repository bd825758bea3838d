package io.boto4j.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.error.CallInterruptedException;
import io.boto4j.error.ConnectTimeoutException;
import io.boto4j.error.ConnectionClosedException;
import io.boto4j.error.EndpointConnectionException;
import io.boto4j.error.IncompleteReadException;
import io.boto4j.error.ReadTimeoutException;
import io.boto4j.error.TlsException;
import io.boto4j.http.HttpBody;
import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import io.boto4j.http.RequestLimits;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** TLS with a certificate for localhost that only some of the clients trust. */
@Timeout(60)
final class TlsTest {
  private static final char[] PASSWORD = "changeit".toCharArray();

  /** A context that has the key of localhost and trusts its certificate. */
  private static SSLContext context;

  private static final TransportOptions OPTIONS =
      TransportOptions.defaults()
          .withTimeouts(5_000, 5_000)
          .withResolver(host -> new InetAddress[] {Calls.loopback(1)});

  @BeforeAll
  static void makeCertificate(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost,ip:127.0.0.1",
                "-validity",
                "3650",
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD),
                "-keystore",
                file.toString())
            .inheritIO()
            .start();
    assertThat(keytool.waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD);
    }
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("server", keys.getCertificate("server"));
    KeyManagerFactory keyManagers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keyManagers.init(keys, PASSWORD);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    context = SSLContext.getInstance("TLS");
    context.init(keyManagers.getKeyManagers(), trust.getTrustManagers(), null);
  }

  private static ScriptedServer server(ScriptedServer.Script... scripts) throws Exception {
    return ScriptedServer.start(
        context.getServerSocketFactory().createServerSocket(0, 50, Calls.loopback(1)), scripts);
  }

  private static URI url(ScriptedServer server, String host) {
    return URI.create("https://" + host + ":" + server.port() + "/p?secret");
  }

  private static SocketTransport trusting() {
    return new SocketTransport(OPTIONS.withTls(context::getSocketFactory));
  }

  @Test
  void serverThatThisJvmDoesNotTrust_isRefused() throws Exception {
    try (SocketTransport transport = new SocketTransport(OPTIONS.withTls(new JvmTls()));
        ScriptedServer server = server(ScriptedServer.answering(ScriptedServer.ok("secure")))) {
      assertThatThrownBy(() -> transport.send(Calls.get(url(server, "localhost"))))
          .isInstanceOf(TlsException.class)
          .hasMessageContaining("unable to find valid certification path");
    }
  }

  @Test
  void trustedServer_isCalledOverOneConnection() throws Exception {
    try (SocketTransport transport = trusting();
        ScriptedServer server = server(ScriptedServer.answering(ScriptedServer.ok("secure")))) {
      for (int i = 0; i < 3; i++) {
        assertThat(Calls.text(transport.send(Calls.get(url(server, "localhost")))))
            .isEqualTo("secure");
        assertThat(transport.idleCount()).isEqualTo(1);
      }
      assertThat(server.connections()).isEqualTo(1);
      assertThat(Calls.text(transport.send(Calls.get(url(server, "127.0.0.1")))))
          .isEqualTo("secure");
    }
  }

  @Test
  void largeBodies_bothWays_arriveWhole() throws Exception {
    byte[] large = Calls.pattern(3_000_000);
    try (SocketTransport transport = trusting();
        ScriptedServer server =
            server(
                peer -> {
                  while (peer.hasMore()) {
                    String request = peer.request();
                    peer.send(
                        ScriptedServer.ok(request.substring(request.indexOf("\r\n\r\n") + 4)));
                  }
                })) {
      for (int i = 0; i < 2; i++) {
        HttpResponse response =
            transport.send(Calls.request("PUT", url(server, "localhost"), HttpBody.of(large)));
        assertThat(response.body().readAllBytes()).isEqualTo(large);
      }
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void untrustedCertificate_isATlsException() throws Exception {
    try (SocketTransport transport = new SocketTransport(OPTIONS);
        ScriptedServer server = server(ScriptedServer.answering(ScriptedServer.ok("never")))) {
      assertThatThrownBy(() -> transport.send(Calls.get(url(server, "localhost"))))
          .isInstanceOfSatisfying(TlsException.class, e -> assertThat(e.retryable()).isFalse())
          .hasMessageStartingWith(
              "SSL validation failed for https://localhost:" + server.port() + "/p ")
          .hasMessageContaining("unable to find valid certification path");
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void certificateOfAnotherHost_isATlsException() throws Exception {
    try (SocketTransport transport = trusting();
        ScriptedServer server = server(ScriptedServer.answering(ScriptedServer.ok("never")))) {
      for (String host : new String[] {"other.example", "127.0.0.2", "[::1]"}) {
        assertThatThrownBy(() -> transport.send(Calls.get(url(server, host))))
            .isInstanceOf(TlsException.class)
            .hasMessageContaining("No subject alternative");
      }
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void serverThatDoesNotSpeakTls_isATlsException() throws Exception {
    try (SocketTransport transport = trusting();
        ScriptedServer server =
            ScriptedServer.start(
                peer -> {
                  peer.send("HTTP/1.1 400 Bad Request\r\n\r\n");
                  peer.awaitClose();
                })) {
      assertThatThrownBy(() -> transport.send(Calls.get(url(server, "localhost"))))
          .isInstanceOf(TlsException.class);
    }
  }

  @Test
  void serverThatClosesDuringTheHandshake_isAnEndpointConnectionException() throws Exception {
    try (SocketTransport transport = trusting();
        ScriptedServer server =
            ScriptedServer.start(
                peer -> {
                  peer.hasMore();
                  peer.reset();
                },
                peer -> {
                  peer.hasMore();
                  peer.halfClose();
                  peer.awaitClose();
                })) {
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> transport.send(Calls.get(url(server, "localhost"))))
            .isInstanceOf(EndpointConnectionException.class);
      }
    }
  }

  @Test
  void serverThatSaysNothing_isAConnectTimeoutInTheHandshakeAndAReadTimeoutAfter()
      throws Exception {
    try (SocketTransport hasty =
            new SocketTransport(
                OPTIONS.withTimeouts(100, 5_000).withTls(context::getSocketFactory));
        ScriptedServer silent = ScriptedServer.start(ScriptedServer.Peer::awaitClose)) {
      assertThatThrownBy(() -> hasty.send(Calls.get(url(silent, "localhost"))))
          .isInstanceOf(ConnectTimeoutException.class);
    }
    try (SocketTransport hasty =
            new SocketTransport(
                OPTIONS.withTimeouts(5_000, 100).withTls(context::getSocketFactory));
        ScriptedServer silent = server(ScriptedServer.Peer::awaitClose)) {
      assertThatThrownBy(() -> hasty.send(Calls.get(url(silent, "localhost"))))
          .isInstanceOf(ReadTimeoutException.class);
    }
  }

  @Test
  void handshakeThatTrickles_hasTheConnectTimeoutInAll() throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    try (SocketTransport hasty =
            new SocketTransport(
                OPTIONS.withTimeouts(200, 5_000).withTls(context::getSocketFactory));
        ScriptedServer slow =
            ScriptedServer.start(
                peer -> {
                  // The head of a handshake record of 16 KiB.
                  peer.send("\u0016\u0003\u0003@\u0000");
                  while (!done.await(20, TimeUnit.MILLISECONDS)) {
                    peer.send("\u0002");
                  }
                })) {
      assertThatThrownBy(() -> hasty.send(Calls.get(url(slow, "localhost"))))
          .isInstanceOf(ConnectTimeoutException.class);
      done.countDown();
    }
  }

  @Test
  void bodyCutShort_isAnIncompleteRead() throws Exception {
    try (SocketTransport transport = trusting();
        ScriptedServer server =
            server(
                peer -> {
                  peer.request();
                  peer.send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhel");
                })) {
      HttpResponse response = transport.send(Calls.get(url(server, "localhost")));
      assertThatThrownBy(() -> response.body().readAllBytes())
          .isInstanceOf(IncompleteReadException.class)
          .hasMessageContaining("3 read, but total bytes expected is 9.");
    }
  }

  @Test
  void pooledConnection_thatTheServerEnded_isNotUsed() throws Exception {
    CountDownLatch ended = new CountDownLatch(1);
    try (SocketTransport transport = trusting();
        ScriptedServer server =
            server(
                peer -> {
                  peer.request();
                  peer.send(ScriptedServer.ok("first"));
                  peer.close();
                  ended.countDown();
                },
                ScriptedServer.answering(ScriptedServer.ok("second")))) {
      assertThat(Calls.text(transport.send(Calls.post(url(server, "localhost"), "1"))))
          .isEqualTo("first");
      ended.await();
      assertThat(Calls.text(transport.send(Calls.post(url(server, "localhost"), "2"))))
          .isEqualTo("second");
      assertThat(server.requests()).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void deadPooledConnection_isReplacedForAGetAndNotForAPost(boolean reset) throws Exception {
    ScriptedServer.Script silentOnTheSecond =
        peer -> {
          peer.request();
          peer.send(ScriptedServer.ok("first"));
          peer.request();
          if (reset) {
            peer.reset();
          }
        };
    for (String method : new String[] {"GET", "POST"}) {
      try (SocketTransport transport = trusting();
          ScriptedServer server =
              server(silentOnTheSecond, ScriptedServer.answering(ScriptedServer.ok("second")))) {
        Calls.text(transport.send(Calls.get(url(server, "localhost"))));
        HttpRequest request =
            Calls.request(method, url(server, "localhost"), HttpBody.of(new byte[1]));
        if (method.equals("GET")) {
          assertThat(Calls.text(transport.send(request))).isEqualTo("second");
          assertThat(server.requests()).hasSize(3);
        } else {
          assertThatThrownBy(() -> transport.send(request))
              .isInstanceOf(ConnectionClosedException.class);
          assertThat(server.requests()).hasSize(2);
        }
      }
    }
  }

  @Test
  void interrupt_whileWaitingForAnAnswer_endsTheCall() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    try (SocketTransport transport = trusting();
        ScriptedServer server =
            server(
                peer -> {
                  peer.request();
                  asked.countDown();
                  peer.awaitClose();
                })) {
      assertThat(
              Calls.interrupted(asked, () -> transport.send(Calls.get(url(server, "localhost")))))
          .isInstanceOf(CallInterruptedException.class);
    }
  }

  @Test
  void warmUp_beginsAHandshakeWithNobody() {
    assertThatThrownBy(() -> new Tls(context::getSocketFactory).warmUp())
        .as("as far as it can get alone")
        .isInstanceOf(SSLHandshakeException.class)
        .hasMessageContaining("terminated the handshake");
  }

  @Test
  void warmUp_repeatedOrFailing_doesNoHarm() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    try (SocketTransport transport =
            new SocketTransport(
                OPTIONS.withTls(
                    () -> {
                      if (asked.incrementAndGet() == 1) {
                        throw new IllegalStateException("no trust store");
                      }
                      return context.getSocketFactory();
                    }));
        ScriptedServer server = server(ScriptedServer.answering(ScriptedServer.ok("secure")))) {
      transport.warmTls();
      transport.warmTls();
      transport.warmTls();
      assertThat(Calls.text(transport.send(Calls.get(url(server, "localhost")))))
          .isEqualTo("secure");
      assertThat(asked).hasValue(2);
    }
  }

  /** With each version, the end of a TLS session differs. */
  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  @SuppressWarnings("try") // closing early is what is tested
  void silentServer_keepsNobodyWaitingWhoClosesItsConnections(String version) throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    CyclicBarrier together = new CyclicBarrier(4);
    SSLServerSocket listener =
        (SSLServerSocket)
            context.getServerSocketFactory().createServerSocket(0, 50, Calls.loopback(1));
    listener.setEnabledProtocols(new String[] {version});
    // Sends one response on each connection, and then nothing, not even the end of TLS.
    ScriptedServer.Script silent =
        peer -> {
          peer.request();
          awaitAll(together);
          peer.send(ScriptedServer.ok("x"));
          done.await();
        };
    ScriptedServer.Script talking = ScriptedServer.answering(ScriptedServer.ok("y"));
    try (ScriptedServer server =
            ScriptedServer.start(
                listener, silent, silent, silent, silent, talking, silent, silent, silent, silent);
        SocketTransport stale =
            new SocketTransport(
                OPTIONS
                    .withTimeouts(30_000, 30_000)
                    .withIdle(4, 1)
                    .withTls(context::getSocketFactory));
        SocketTransport kept =
            new SocketTransport(
                OPTIONS
                    .withTimeouts(30_000, 30_000)
                    .withIdle(3, 60_000)
                    .withTls(context::getSocketFactory))) {
      fourAtOnce(stale, url(server, "localhost"));
      Thread.sleep(10);
      long start = System.nanoTime();
      RequestLimits limits = RequestLimits.until(start + TimeUnit.SECONDS.toNanos(10));
      HttpRequest bounded = Calls.get(url(server, "localhost")).withLimits(limits);
      assertThat(Calls.text(stale.send(bounded))).as("a call that finds them stale").isEqualTo("y");
      // Of these four, the first is evicted when the last is given back.
      fourAtOnce(kept, url(server, "localhost"));
      assertThat(kept.idleCount()).isEqualTo(3);
      kept.close();
      assertThat(kept.idleCount()).isZero();
      assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(10));
    } finally {
      done.countDown();
    }
  }

  private static void awaitAll(CyclicBarrier together) throws InterruptedException {
    try {
      together.await();
    } catch (BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void fourAtOnce(SocketTransport transport, URI url) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<String>> responses = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        responses.add(threads.submit(() -> Calls.text(transport.send(Calls.get(url)))));
      }
      for (Future<String> response : responses) {
        assertThat(response.get()).isEqualTo("x");
      }
    } finally {
      threads.shutdown();
    }
  }
}
