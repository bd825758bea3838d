package io.boto4j.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.error.InvalidConfigException;
import io.boto4j.error.ProxyConnectionException;
import io.boto4j.error.TlsException;
import io.boto4j.http.HttpBody;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Proxies: forwarding, tunnels, passwords, and failures. */
@Timeout(60)
final class ProxyTest {
  private static PemFixtures pem;
  private static TlsFiles trusting;

  @BeforeAll
  static void makeFiles(@TempDir Path folder) throws Exception {
    pem = new PemFixtures(folder);
    trusting =
        new TlsFiles(true, pem.file("ca.pem", pem.certificate("server")), null, null, "caBundle");
  }

  private static SocketTransport through(@Nullable String http, @Nullable String https) {
    return transport(new ProxyOptions(http, https, null, false, trusting));
  }

  private static SocketTransport transport(ProxyOptions proxies) {
    return new SocketTransport(
        TransportOptions.defaults()
            .withTimeouts(5_000, 5_000)
            .withResolver(
                name -> {
                  // The proxy resolves the names of endpoints.
                  assertThat(name).isEqualTo("localhost");
                  return new InetAddress[] {Calls.loopback(1)};
                })
            .withTls(trusting)
            .withProxies(proxies));
  }

  private static ServerSocket tlsSocket() throws Exception {
    return pem.serverContext()
        .getServerSocketFactory()
        .createServerSocket(0, 50, Calls.loopback(1));
  }

  private static ScriptedServer answering(ServerSocket socket) {
    return ScriptedServer.start(socket, ScriptedServer.answering(ScriptedServer.ok("x")));
  }

  @Test
  void http_isForwardedWithItsWholeUrl() throws Exception {
    try (ScriptedServer proxy =
            ScriptedServer.start(ScriptedServer.answering(ScriptedServer.ok("x")));
        SocketTransport transport =
            through("http://us%40er:p%3Aw@localhost:" + proxy.port(), null)) {
      for (String url :
          new String[] {
            "http://Service.test/p%2Fq?a=%20", "http://service.test:80/", "http://b.test:8080"
          }) {
        assertThat(
                Calls.text(
                    transport.send(
                        Calls.request("PUT", URI.create(url), HttpBody.of(new byte[] {'z'})))))
            .isEqualTo("x");
      }
      String basic =
          Base64.getEncoder().encodeToString("us@er:p:w".getBytes(StandardCharsets.US_ASCII));
      assertThat(proxy.requests().get(0))
          .startsWith(
              "PUT http://service.test/p%2Fq?a=%20 HTTP/1.1\r\nHost: service.test\r\n"
                  + "Proxy-Authorization: Basic "
                  + basic
                  + "\r\n")
          .endsWith("\r\n\r\nz");
      assertThat(proxy.requests().get(1)).startsWith("PUT http://service.test/ HTTP/1.1\r\n");
      assertThat(proxy.requests().get(2))
          .startsWith("PUT http://b.test:8080/ HTTP/1.1\r\nHost: b.test:8080\r\n");
      assertThat(proxy.connections()).isEqualTo(2);
    }
  }

  @Test
  void https_isCarriedUnseen() throws Exception {
    try (ScriptedServer server = answering(tlsSocket());
        TunnelProxy proxy = new TunnelProxy();
        SocketTransport transport = through(null, proxy.url("http", "user:CANARY@"))) {
      URI uri = URI.create("https://localhost:" + server.port() + "/p?q");
      assertThat(Calls.text(transport.send(Calls.get(uri)))).isEqualTo("x");
      assertThat(Calls.text(transport.send(Calls.get(uri)))).isEqualTo("x");
      assertThat(proxy.heads())
          .containsExactly(
              "CONNECT localhost:"
                  + server.port()
                  + " HTTP/1.1\r\nHost: localhost:"
                  + server.port()
                  + "\r\nProxy-Authorization: Basic dXNlcjpDQU5BUlk=\r\n\r\n");
      assertThat(server.requests().get(0))
          .startsWith("GET /p?q HTTP/1.1\r\n")
          .doesNotContain("Proxy-Auth");
    }
  }

  @Test
  void https_throughATlsProxy_isTlsWithinTls() throws Exception {
    byte[] large = Calls.pattern(300_000);
    try (ScriptedServer server = answering(tlsSocket());
        TunnelProxy proxy = new TunnelProxy(tlsSocket());
        SocketTransport transport = through(null, proxy.url("https", ""))) {
      URI uri = URI.create("https://localhost:" + server.port() + "/");
      for (int i = 0; i < 3; i++) {
        assertThat(Calls.text(transport.send(Calls.request("PUT", uri, HttpBody.of(large)))))
            .isEqualTo("x");
      }
      assertThat(proxy.heads()).hasSize(1);
      assertThat(proxy.heads().get(0)).doesNotContain("Proxy-Authorization");
    }
  }

  @Test
  void https_forwardedByATlsProxy_isShownToIt() throws Exception {
    try (ScriptedServer proxy = answering(tlsSocket());
        SocketTransport transport =
            transport(
                new ProxyOptions(
                    null, "https://u:p@localhost:" + proxy.port(), null, true, trusting))) {
      assertThat(Calls.text(transport.send(Calls.get(URI.create("https://service.test/p?q")))))
          .isEqualTo("x");
      assertThat(proxy.requests().get(0))
          .startsWith("GET https://service.test/p?q HTTP/1.1\r\nHost: service.test\r\nProxy-Auth");
    }
  }

  @Test
  void endpointThatIsNotTrusted_isTheEndpointsFault() throws Exception {
    try (ScriptedServer server = answering(tlsSocket());
        TunnelProxy proxy = new TunnelProxy();
        SocketTransport transport = through(null, proxy.url("http", ""))) {
      assertThatThrownBy(
              () ->
                  transport.send(
                      Calls.get(URI.create("https://service.test:" + server.port() + "/p?q"))))
          .isInstanceOf(TlsException.class)
          .hasMessageStartingWith("SSL validation failed for https://service.test:");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HTTP/1.1 407 Proxy Authentication Required\\r\\n\\r\\n|the proxy responded with 407",
        "HTTP/1.1 502 Bad Gateway\\r\\nContent-Length: 2\\r\\n\\r\\nno|the proxy responded with 502",
        "HTTP/1.1 301 Moved\\r\\n\\r\\n|the proxy responded with 301",
        "HTTP/1.1 200 OK\\r\\n\\r\\n<html>|sent data before the endpoint could",
        "SSH-2.0\\r\\n|expected an HTTP/1.1 status line",
        "''|End of stream"
      })
  void tunnelThatIsRefused_isAProxyConnectionException(String answer, String why) throws Exception {
    try (ScriptedServer proxy =
            ScriptedServer.start(
                peer -> {
                  peer.head();
                  peer.send(answer.replace("\\r\\n", "\r\n"));
                });
        SocketTransport transport =
            through(null, "http://CANARYuser:CANARYword@localhost:" + proxy.port())) {
      assertThatThrownBy(() -> transport.send(Calls.get(URI.create("https://service.test/p?q"))))
          .isInstanceOfSatisfying(
              ProxyConnectionException.class,
              e -> {
                assertThat(e.retryable()).isTrue();
                assertThat(e.url()).isEqualTo("https://service.test/p");
                assertThat(e.proxyUrl()).isEqualTo("http://***:***@localhost:" + proxy.port());
              })
          .hasMessageStartingWith(
              "Failed to connect to proxy URL: \"http://***:***@localhost:" + proxy.port() + "\": ")
          .hasMessageContaining(why)
          .hasStackTraceContaining(why)
          .satisfies(e -> assertThat(trace(e)).doesNotContain("CANARY", "Q0FOQVJZ"));
    }
  }

  private static String trace(Throwable e) {
    java.io.StringWriter text = new java.io.StringWriter();
    e.printStackTrace(new java.io.PrintWriter(text));
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "https"})
  void proxyThatIsNotThere_isAProxyConnectionException(String scheme) throws Exception {
    int closed;
    try (ServerSocket socket = new ServerSocket(0, 1, Calls.loopback(1))) {
      closed = socket.getLocalPort();
    }
    String proxy = "localhost:" + closed;
    try (SocketTransport transport = through(proxy, proxy)) {
      assertThatThrownBy(() -> transport.send(Calls.get(URI.create(scheme + "://service.test/"))))
          .isInstanceOf(ProxyConnectionException.class)
          .hasMessageStartingWith("Failed to connect to proxy URL: \"http://localhost:" + closed)
          .hasMessageContaining("refused");
    }
  }

  @Test
  void proxyThatSaysNothing_hasTheConnectTimeout() throws Exception {
    try (ScriptedServer proxy = ScriptedServer.start(ScriptedServer.Peer::awaitClose);
        SocketTransport hasty =
            new SocketTransport(
                TransportOptions.defaults()
                    .withTimeouts(200, 3_600_000)
                    .withProxies(
                        new ProxyOptions(
                            null, "http://127.0.0.1:" + proxy.port(), null, false, null)))) {
      assertThatThrownBy(() -> hasty.send(Calls.get(URI.create("https://service.test/"))))
          .isInstanceOf(ProxyConnectionException.class)
          .hasMessageContaining("The deadline has passed");
    }
  }

  @Test
  void tlsProxyThatIsNotTrusted_isAProxyConnectionException() throws Exception {
    try (TunnelProxy proxy = new TunnelProxy(tlsSocket());
        SocketTransport transport =
            transport(new ProxyOptions(null, proxy.url("https", ""), null, false, null))) {
      assertThatThrownBy(() -> transport.send(Calls.get(URI.create("https://service.test/"))))
          .isInstanceOf(ProxyConnectionException.class)
          .hasMessageContaining("PKIX");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "proxy.test:3128|http://proxy.test:3128|",
        "//proxy.test|http://proxy.test|",
        "https://proxy.test/ignored?x|https://proxy.test|",
        "http://user@proxy.test|http://***@proxy.test|",
        "http://user:@proxy.test|http://***:***@proxy.test|",
        "http://a:b@proxy.test|http://***:***@proxy.test|Basic YTpi",
        "http://a:b%zz@c@proxy.test|http://***:***@proxy.test|Basic YTpiJXp6QGM=",
        "http://a:%C3%BC@[::1]:8080|http://***:***@[::1]:8080|Basic YTrDvA=="
      })
  void url_isReadAsBotocoreDoes(String url, String shown, @Nullable String authorization) {
    Proxy proxy = Proxy.of(url, false);
    assertThat(proxy).hasToString(shown);
    assertThat(proxy.authorization).isEqualTo(authorization);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://",
        "http:",
        "://",
        "socks5://CANARY:CANARY@h",
        "http://u:CANARY@h:99999",
        "http://CANARY@",
        "http://a b",
        "http://h\r\nCANARY: x",
        "http://u:CANARY@h:x",
        "ftp://h"
      })
  void url_thatIsNone_isRefusedAndNotShown(String url) {
    assertThatThrownBy(() -> Proxy.of(url, false))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageNotContaining("CANARY");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*|example.com|true",
        "example.com|example.com|true",
        "example.com|a.b.example.com|true",
        ".example.com|example.com|true",
        ".example.com|A.example.com|true",
        "example.com|badexample.com|false",
        "example.com|example.com.evil|false",
        "EXAMPLE.com , other|b.example.com|true",
        "example.com:8080|example.com:8080|true",
        "example.com:8080|example.com|false",
        "example.com|example.com:8080|true",
        "*.example.com|a.example.com|false",
        "a,*|example.com|false",
        "10.0.0.0/8|10.0.0.1|false",
        "10.0.0.1|10.0.0.1:80|true",
        "[::1]|[::1]:8080|true",
        "::1|[::1]:8080|true",
        "''|example.com|false",
        ",,|example.com|false"
      })
  void noProxy_isReadAsUrllibDoes(String list, String host, boolean bypassed) {
    String lower = host.toLowerCase(java.util.Locale.ROOT);
    assertThat(NoProxy.ofNames(list).matches(lower)).isEqualTo(bypassed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "localhost|127.*;127.0.0.1:8000;true",
        "localhost|127.*;localhost;true",
        "*.example.com;a.example.com:81;true",
        "*.example.com;example.com;false",
        "*;x;true",
        "*mid*;amidst;true",
        "[::1];[::1]:9;true",
        "a|b;ab;false"
      })
  void nonProxyHosts_isReadAsTheJdkDoes(String list, String host, boolean bypassed) {
    assertThat(NoProxy.ofPatterns(list).matches(host)).isEqualTo(bypassed);
  }

  @Test
  void bypassedHost_isCalledItself() throws Exception {
    try (ScriptedServer server =
            ScriptedServer.start(ScriptedServer.answering(ScriptedServer.ok("x")));
        SocketTransport transport =
            transport(
                new ProxyOptions(
                    "proxy.invalid", null, NoProxy.ofNames("localhost"), false, null))) {
      URI uri = URI.create("http://localhost:" + server.port() + "/");
      assertThat(Calls.text(transport.send(Calls.get(uri)))).isEqualTo("x");
      assertThat(server.requests().get(0)).startsWith("GET / HTTP/1.1\r\n");
    }
  }

  @Test
  void schemeWithoutProxy_isCalledItself() throws IOException {
    ProxyOptions https = new ProxyOptions(null, "proxy.invalid", null, false, null);
    assertThat(Route.of(URI.create("http://h/"), https).proxy).isNull();
    assertThat(Route.of(URI.create("https://h/"), https).proxy).isNotNull();
    assertThat(Route.of(URI.create("https://h/"), https))
        .isNotEqualTo(Route.of(URI.create("https://h/")));
  }
}
