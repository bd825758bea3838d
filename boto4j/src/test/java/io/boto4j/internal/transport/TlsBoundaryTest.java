package io.boto4j.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.error.IncompleteReadException;
import io.boto4j.http.HttpResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Messages whose end is not the end of a TLS record, or of TLS. */
@Timeout(60)
final class TlsBoundaryTest {
  private static PemFixtures pem;
  private static TlsFiles trusting;

  @BeforeAll
  static void makeFiles(@TempDir Path folder) throws Exception {
    pem = new PemFixtures(folder);
    trusting =
        new TlsFiles(true, pem.file("ca.pem", pem.certificate("server")), null, null, "caBundle");
  }

  /** The TLS layers between transport and server. */
  enum Layers {
    TLS,
    /** Within the TLS to a proxy, which tunnels. */
    TLS_WITHIN_TLS,
    /** Only to the proxy, which forwards. */
    TO_THE_PROXY
  }

  private static SocketTransport transport(@Nullable ProxyOptions proxies) {
    TransportOptions options =
        TransportOptions.defaults()
            .withTimeouts(5_000, 5_000)
            .withResolver(name -> new InetAddress[] {Calls.loopback(1)})
            .withTls(trusting);
    return new SocketTransport(proxies == null ? options : options.withProxies(proxies));
  }

  private static ServerSocket tlsSocket() throws Exception {
    return pem.serverContext()
        .getServerSocketFactory()
        .createServerSocket(0, 50, Calls.loopback(1));
  }

  private interface Check {
    void run(SocketTransport transport, URI uri) throws Exception;
  }

  private static void through(Layers layers, int port, Check check) throws Exception {
    try (TunnelProxy proxy = new TunnelProxy(tlsSocket());
        SocketTransport transport =
            switch (layers) {
              case TLS -> transport(null);
              case TLS_WITHIN_TLS ->
                  transport(new ProxyOptions(null, proxy.url("https", ""), null, false, trusting));
              case TO_THE_PROXY ->
                  transport(
                      new ProxyOptions("https://localhost:" + port, null, null, false, trusting));
            }) {
      String scheme = layers == Layers.TO_THE_PROXY ? "http" : "https";
      check.run(transport, URI.create(scheme + "://localhost:" + port + "/"));
    }
  }

  /**
   * The buffer of the transport holds 16 KiB. The first record fills half of it, so that it takes
   * only the first part of the second record, which ends the response, and the rest stays in TLS.
   */
  @ParameterizedTest
  @EnumSource
  void surplus_withinARecord_isNotTakenForTheNextResponse(Layers layers) throws Exception {
    String start = "HTTP/1.1 200 OK\r\nX-Pad: ";
    start += "p".repeat(8000 - start.length());
    String length = "\r\nContent-Length: 8000\r\n\r\n";
    String rest = "q".repeat(16 * 1024 - 8000 - length.length() - 8000) + length + "b".repeat(8000);
    String surplus = ScriptedServer.ok("smuggled");
    String first = start;
    try (ScriptedServer server =
        ScriptedServer.start(
            tlsSocket(),
            peer -> {
              peer.request();
              peer.send(first);
              peer.send(rest + surplus);
              peer.awaitClose();
            },
            ScriptedServer.answering(ScriptedServer.ok("right")))) {
      through(
          layers,
          server.port(),
          (transport, uri) -> {
            assertThat(Calls.text(transport.send(Calls.get(uri)))).isEqualTo("b".repeat(8000));
            assertThat(transport.idleCount()).isZero();
            assertThat(Calls.text(transport.send(Calls.get(uri)))).isEqualTo("right");
          });
    }
  }

  /** Both records arrive at once; through a proxy they are in one record of the TLS to it. */
  @ParameterizedTest
  @EnumSource
  void surplus_inARecordOfItsOwn_isNotTakenForTheNextResponse(Layers layers) throws Exception {
    AtomicInteger calls = new AtomicInteger();
    try (ServerSocket listener = new ServerSocket(0, 5, Calls.loopback(1))) {
      Thread server =
          new Thread(
              () -> {
                while (!listener.isClosed()) {
                  serve(
                      listener,
                      "TLSv1.3",
                      (tls, raw) -> {
                        while (readHead(tls)) {
                          raw.holds = true;
                          send(tls, ScriptedServer.ok("call " + calls.incrementAndGet()));
                          send(tls, ScriptedServer.ok("smuggled"));
                          raw.holds = false;
                          raw.getOutputStream().flush();
                        }
                      });
                }
              });
      server.setDaemon(true);
      server.start();
      through(
          layers,
          listener.getLocalPort(),
          (transport, uri) -> {
            for (int i = 1; i <= 5; i++) {
              assertThat(Calls.text(transport.send(Calls.get(uri)))).isEqualTo("call " + i);
            }
          });
    }
  }

  @ParameterizedTest
  @CsvSource({
    "TLSv1.3, TLS", "TLSv1.3, TLS_WITHIN_TLS", "TLSv1.3, TO_THE_PROXY",
    "TLSv1.2, TLS", "TLSv1.2, TLS_WITHIN_TLS", "TLSv1.2, TO_THE_PROXY",
  })
  void bodyWithoutLength_isWholeOnlyAfterACloseNotify(String version, Layers layers)
      throws Exception {
    for (boolean notified : new boolean[] {true, false}) {
      try (ServerSocket listener = new ServerSocket(0, 5, Calls.loopback(1))) {
        Thread server =
            new Thread(
                () ->
                    serve(
                        listener,
                        version,
                        (tls, raw) -> {
                          readHead(tls);
                          send(tls, "HTTP/1.1 200 OK\r\n\r\npart");
                          if (notified) {
                            tls.close();
                          } else {
                            // Ends the TCP connection below TLS, and without a reset.
                            raw.socket.shutdownOutput();
                            raw.getInputStream().transferTo(OutputStream.nullOutputStream());
                          }
                        }));
        server.setDaemon(true);
        server.start();
        through(
            layers,
            listener.getLocalPort(),
            (transport, uri) -> {
              HttpResponse response = transport.send(Calls.get(uri));
              if (notified) {
                assertThat(Calls.text(response)).isEqualTo("part");
              } else {
                assertThatThrownBy(() -> response.body().readAllBytes())
                    .isInstanceOf(IncompleteReadException.class);
                assertThatThrownBy(() -> response.body().read())
                    .isInstanceOf(IncompleteReadException.class);
              }
              assertThat(transport.idleCount()).isZero();
            });
        server.join();
      }
    }
  }

  private interface Connected {
    void play(SSLSocket tls, Gathering raw) throws IOException;
  }

  private static void serve(ServerSocket listener, String version, Connected script) {
    try (Socket socket = listener.accept()) {
      Gathering raw = new Gathering(socket);
      SSLSocket tls =
          (SSLSocket)
              pem.serverContext().getSocketFactory().createSocket(raw, "localhost", 0, false);
      tls.setUseClientMode(false);
      tls.setEnabledProtocols(new String[] {version});
      script.play(tls, raw);
    } catch (IOException e) {
      // The client has closed the connection.
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** Returns false if the client has closed the connection. */
  private static boolean readHead(Socket socket) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int b = socket.getInputStream().read();
      if (b < 0) {
        return false;
      }
      head.append((char) b);
    }
    return true;
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** A connected socket beneath TLS that can hold records back to send them in one piece. */
  private static final class Gathering extends Socket {
    private final Socket socket;
    private final OutputStream out;
    private volatile boolean holds;

    Gathering(Socket socket) throws IOException {
      this.socket = socket;
      this.out =
          new BufferedOutputStream(socket.getOutputStream(), 64 * 1024) {
            @Override
            public synchronized void flush() throws IOException {
              if (!holds) {
                super.flush();
              }
            }
          };
    }

    @Override
    public InputStream getInputStream() throws IOException {
      return socket.getInputStream();
    }

    @Override
    public OutputStream getOutputStream() {
      return out;
    }

    @Override
    public boolean isConnected() {
      return true;
    }
  }
}
