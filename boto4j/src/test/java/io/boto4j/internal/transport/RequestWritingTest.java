package io.boto4j.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.error.RequestBodyException;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpBody;
import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes of a request, and the requests that are rejected. */
@Timeout(30)
final class RequestWritingTest {
  private final SocketTransport transport =
      new SocketTransport(TransportOptions.defaults().withTimeouts(5_000, 5_000));

  @AfterEach
  void close() {
    transport.close();
  }

  private String sent(ScriptedServer server, HttpRequest request) throws IOException {
    assertThat(Calls.text(transport.send(request))).isEqualTo("ok");
    return server.requests().get(server.requests().size() - 1);
  }

  private static ScriptedServer server() throws IOException {
    return ScriptedServer.start(ScriptedServer.answering(ScriptedServer.ok("ok")));
  }

  @Test
  void get_withoutBody_hasNoFraming() throws Exception {
    try (ScriptedServer server = server()) {
      assertThat(
              sent(
                  server,
                  Calls.request(
                      "GET", server.uri("/a%20b/c?x=1&y=%2F"), HttpBody.empty(), "X-Y", "z")))
          .isEqualTo(
              "GET /a%20b/c?x=1&y=%2F HTTP/1.1\r\nHost: 127.0.0.1:"
                  + server.port()
                  + "\r\nX-Y: z\r\n\r\n");
    }
  }

  @Test
  void emptyPath_withQuery_becomesSlash() throws Exception {
    try (ScriptedServer server = server()) {
      assertThat(sent(server, Calls.get(server.uri("?list"))))
          .startsWith("GET /?list HTTP/1.1\r\n");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
  void methodThatTakesABody_withoutOne_announcesZero(String method) throws Exception {
    try (ScriptedServer server = server()) {
      assertThat(sent(server, Calls.request(method, server.uri("/"), HttpBody.empty())))
          .endsWith("\r\nContent-Length: 0\r\n\r\n");
    }
  }

  @Test
  void givenHostAndLength_areSentOnce() throws Exception {
    try (ScriptedServer server = server()) {
      assertThat(
              sent(
                  server,
                  Calls.request(
                      "POST",
                      server.uri("/"),
                      HttpBody.of(new byte[] {'x', 'y'}),
                      "host",
                      "example.com",
                      "content-length",
                      "2")))
          .isEqualTo("POST / HTTP/1.1\r\nhost: example.com\r\ncontent-length: 2\r\n\r\nxy");
    }
  }

  @Test
  void headerValue_beyondAscii_goesOutAsUtf8AndNeverAsControlCharacters() throws Exception {
    try (ScriptedServer server = server()) {
      // U+010D and U+010A, truncated to a byte, would be CR and LF.
      String request =
          sent(
              server,
              Calls.request("GET", server.uri("/"), HttpBody.empty(), "X", "\u010d\u010aEvil: 1"));
      assertThat(new String(request.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8))
          .contains("\r\nX: \u010d\u010aEvil: 1\r\n");
    }
  }

  @Test
  void largeHead_beyondTheBuffer_goesOutWhole() throws Exception {
    try (ScriptedServer server = server()) {
      String large = "v".repeat(50_000);
      assertThat(sent(server, Calls.request("GET", server.uri("/"), HttpBody.empty(), "X", large)))
          .endsWith("\r\nX: " + large + "\r\n\r\n");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 16_000, 16_384, 65_536, 65_537, 200_000, 1_000_003})
  void body_ofAnySize_arrivesWhole(int size) throws Exception {
    byte[] bytes = Calls.pattern(size);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    try (ScriptedServer server = server()) {
      URI uri = server.uri("/");
      assertThat(sent(server, Calls.request("PUT", uri, HttpBody.of(bytes))))
          .endsWith("\r\nContent-Length: " + size + "\r\n\r\n" + text);
      assertThat(sent(server, Calls.request("PUT", uri, Calls.body(bytes, size, true))))
          .endsWith("\r\nContent-Length: " + size + "\r\n\r\n" + text);
      assertThat(unchunked(sent(server, Calls.request("PUT", uri, Calls.body(bytes, -1, true)))))
          .isEqualTo(text);
    }
  }

  @Test
  void smallBodyOfUnknownLength_isOneChunk() throws Exception {
    try (ScriptedServer server = server()) {
      HttpBody body = Calls.body("hello, world".getBytes(StandardCharsets.US_ASCII), -1, true);
      assertThat(sent(server, Calls.request("POST", server.uri("/"), body)))
          .endsWith("\r\nTransfer-Encoding: chunked\r\n\r\nc\r\nhello, world\r\n0\r\n\r\n");
      assertThat(
              sent(
                  server,
                  Calls.request("POST", server.uri("/"), body, "Transfer-Encoding", "chunked")))
          .containsOnlyOnce("Transfer-Encoding")
          .endsWith("\r\n\r\nc\r\nhello, world\r\n0\r\n\r\n");
    }
  }

  @Test
  void emptyBodyOfUnknownLength_isTheLastChunkAlone() throws Exception {
    try (ScriptedServer server = server()) {
      assertThat(
              sent(
                  server,
                  Calls.request("POST", server.uri("/"), Calls.body(new byte[0], -1, true))))
          .endsWith("\r\n\r\n0\r\n\r\n");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "10, 9, ended 1 bytes early",
    "10, 11, has more bytes",
    "0, 1, has more bytes",
    "100000, 99999, ended 1 bytes early",
    "100000, 100001, has more bytes",
    "300000, 300001, has more bytes",
  })
  void body_notAsLongAsAnnounced_failsAndTheServerNeverSeesAWholeRequest(
      int announced, int real, String message) throws Exception {
    CountDownLatch ended = new CountDownLatch(1);
    try (ScriptedServer server =
        ScriptedServer.start(
            peer -> {
              try {
                peer.request();
              } finally {
                ended.countDown();
              }
            })) {
      HttpRequest request =
          Calls.request("PUT", server.uri("/k"), Calls.body(new byte[real], announced, true));
      assertThatThrownBy(() -> transport.send(request))
          .isInstanceOf(RequestBodyException.class)
          .hasMessage(
              "Could not send the request body to endpoint URL: \""
                  + server.uri("/k")
                  + "\": the body was announced with "
                  + announced
                  + " bytes but "
                  + message);
      ended.await();
      assertThat(server.requests()).isEmpty();
      assertThat(transport.idleCount()).isZero();
    }
  }

  @Test
  void bodyThatCannotBeRead_isToldFromAConnectionThatCannotBeWritten() throws Exception {
    HttpBody broken =
        new HttpBody() {
          @Override
          public long contentLength() {
            return 5;
          }

          @Override
          public boolean replayable() {
            return true;
          }

          @Override
          public InputStream open() throws IOException {
            throw new IOException("disk on fire");
          }
        };
    try (ScriptedServer server = server()) {
      assertThatThrownBy(() -> transport.send(Calls.request("PUT", server.uri("/"), broken)))
          .isInstanceOfSatisfying(
              RequestBodyException.class, e -> assertThat(e.retryable()).isFalse())
          .hasMessageEndingWith(": disk on fire")
          .hasCauseInstanceOf(IOException.class);
    }
  }

  @Test
  void requestThatCouldBeReadAsTwo_isRefusedBeforeConnecting() throws Exception {
    try (ScriptedServer server = server()) {
      URI uri = server.uri("/");
      for (String method : new String[] {"GET / HTTP/1.1\r\nX: y\r\n\r\nGET", "G T", "", "G\0T"}) {
        refused(Calls.request(method, uri, HttpBody.empty()), "method");
      }
      refused(Calls.get(URI.create(uri + "caf\u00e9")), "percent-encode");
      refused(Calls.get(URI.create(uri + "\u560d\u560aX:%20y")), "percent-encode");
      refused(Calls.get(URI.create(uri + "?q=\u560d\u560a")), "percent-encode");
      HttpBody two = HttpBody.of(new byte[2]);
      refused(Calls.request("POST", uri, two, "Content-Length", "3"), "the body has 2 bytes");
      refused(Calls.request("POST", uri, two, "Content-Length", "+2"), "not a number");
      refused(Calls.request("POST", uri, two, "Content-Length", "2", "content-length", "2"), "two");
      refused(
          Calls.request("POST", uri, two, "Content-Length", "2", "Transfer-Encoding", "chunked"),
          "both");
      refused(Calls.request("POST", uri, two, "Transfer-Encoding", "gzip"), "chunked");
      refused(Calls.request("GET", uri, HttpBody.empty(), "Host", "a", "host", "b"), "two Host");
      assertThat(server.connections()).isZero();
    }
  }

  private void refused(HttpRequest request, String message) {
    assertThatThrownBy(() -> transport.send(request))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void expectContinue_withLeave_sendsTheBody() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.start(
            peer -> {
              String head = peer.head();
              peer.send("HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n");
              peer.send(ScriptedServer.ok(peer.body(head)));
              peer.send(ScriptedServer.ok(peer.request()));
            })) {
      HttpRequest request =
          Calls.request(
              "PUT", server.uri("/"), HttpBody.of(new byte[] {'h', 'i'}), "Expect", "100-continue");
      assertThat(Calls.text(transport.send(request))).isEqualTo("hi");
      assertThat(Calls.text(transport.send(Calls.get(server.uri("/"))))).startsWith("GET");
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void expectContinue_withAFinalAnswer_keepsTheBodyAndDropsTheConnection() throws Exception {
    CountDownLatch ended = new CountDownLatch(1);
    try (ScriptedServer server =
        ScriptedServer.start(
            peer -> {
              String head = peer.head();
              peer.send("HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\nno");
              try {
                peer.body(head);
              } catch (IOException e) {
                ended.countDown();
              }
            })) {
      HttpRequest request =
          Calls.request("PUT", server.uri("/"), HttpBody.of(new byte[9]), "Expect", "100-continue");
      HttpResponse response = transport.send(request);
      assertThat(response.statusCode()).isEqualTo(403);
      assertThat(Calls.text(response)).isEqualTo("no");
      ended.await();
      assertThat(transport.idleCount()).isZero();
    }
  }

  @Test
  void expectContinue_withASilentServer_sendsTheBodyAllTheSame() throws Exception {
    try (ScriptedServer server = server()) {
      HttpRequest request =
          Calls.request(
              "PUT", server.uri("/"), HttpBody.of(new byte[] {'h'}), "Expect", "100-continue");
      assertThat(sent(server, request)).endsWith("\r\n\r\nh");
    }
  }

  @Test
  void expectContinue_withoutContent_isLeftOut() throws Exception {
    try (ScriptedServer server = server()) {
      for (String method : new String[] {"PUT", "GET"}) {
        HttpRequest request =
            Calls.request(
                method, server.uri("/"), HttpBody.empty(), "Expect", "100-continue", "X", "y");
        assertThat(sent(server, request)).contains("X: y").doesNotContain("Expect");
      }
    }
  }

  @Test
  void expectContinue_rejectedWith417_isSentOnceMoreWithoutIt() throws Exception {
    HttpBody stream = Calls.body(new byte[] {'h', 'i'}, 2, /* replayable= */ false);
    try (ScriptedServer server =
        ScriptedServer.start(
            peer -> {
              peer.head();
              peer.send("HTTP/1.1 417 Expectation Failed\r\nContent-Length: 0\r\n\r\n");
            },
            peer -> {
              peer.request();
              peer.send("HTTP/1.1 417 Expectation Failed\r\nContent-Length: 1\r\n\r\nx");
            })) {
      HttpResponse response =
          transport.send(
              Calls.request("PUT", server.uri("/"), stream, "Expect", "100-continue", "X", "y"));
      assertThat(response.statusCode()).as("the second one counts").isEqualTo(417);
      assertThat(Calls.text(response)).isEqualTo("x");
      assertThat(server.requests()).hasSize(2);
      assertThat(server.requests().get(0)).contains("Expect: 100-continue\r\n");
      assertThat(server.requests().get(1))
          .doesNotContain("Expect")
          .endsWith("X: y\r\n" + "Content-Length: 2\r\n\r\nhi");
    }
  }

  /** A server that is slow to reject the expectation has received the body by then. */
  @Test
  void expectContinue_rejectedAfterTheBody_isSentOnceMoreIfTheBodyCanBe() throws Exception {
    for (boolean replayable : new boolean[] {true, false}) {
      HttpBody body = Calls.body(new byte[] {'h', 'i'}, 2, replayable);
      try (ScriptedServer server =
          ScriptedServer.start(
              ScriptedServer.answering(
                  "HTTP/1.1 417 Expectation Failed\r\nContent-Length: 0\r\n\r\n"),
              ScriptedServer.answering(ScriptedServer.ok("done")))) {
        HttpResponse response =
            transport.send(Calls.request("PUT", server.uri("/"), body, "Expect", "100-continue"));
        assertThat(response.statusCode()).isEqualTo(replayable ? 200 : 417);
        response.close();
      }
    }
  }

  @Test
  void answerBeforeTheBodyIsWritten_isRead() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.start(
            peer -> {
              peer.head();
              peer.send("HTTP/1.1 400 Bad Request\r\nContent-Length: 3\r\n\r\nbad");
            })) {
      for (int i = 0; i < 20; i++) {
        HttpResponse response =
            transport.send(
                Calls.request("PUT", server.uri("/"), HttpBody.of(new byte[32 * 1024 * 1024])));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Calls.text(response)).isEqualTo("bad");
        assertThat(transport.idleCount()).isZero();
      }
    }
  }

  @Test
  void connectionClose_inTheRequest_isHeeded() throws Exception {
    try (ScriptedServer server = server()) {
      sent(server, Calls.request("GET", server.uri("/"), HttpBody.empty(), "Connection", "close"));
      assertThat(transport.idleCount()).isZero();
    }
  }

  @Test
  void headers_ofTheRequest_keepOrderAndRepetition() throws Exception {
    try (ScriptedServer server = server()) {
      Headers headers = Headers.builder().add("B", "1").add("a", "").add("B", "2").build();
      assertThat(sent(server, new HttpRequest("GET", server.uri("/"), headers, HttpBody.empty())))
          .endsWith("\r\nB: 1\r\na: \r\nB: 2\r\n\r\n");
    }
  }

  private static String unchunked(String request) {
    StringBuilder body = new StringBuilder();
    int at = request.indexOf("\r\n\r\n") + 4;
    while (true) {
      int end = request.indexOf("\r\n", at);
      int size = Integer.parseInt(request.substring(at, end), 16);
      if (size == 0) {
        assertThat(request.substring(at)).isEqualTo("0\r\n\r\n");
        return body.toString();
      }
      body.append(request, end + 2, end + 2 + size);
      at = end + 2 + size + 2;
    }
  }
}
