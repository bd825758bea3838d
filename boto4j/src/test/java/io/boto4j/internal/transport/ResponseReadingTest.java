package io.boto4j.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.error.ConnectionClosedException;
import io.boto4j.error.IncompleteReadException;
import io.boto4j.error.InvalidHttpResponseException;
import io.boto4j.http.HttpBody;
import io.boto4j.http.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Good, odd, broken and hostile responses. */
@Timeout(30)
@SuppressWarnings("StringConcatToTextBlock") // A text block ends its lines in LF, not CR LF.
final class ResponseReadingTest {
  private final SocketTransport transport =
      new SocketTransport(TransportOptions.defaults().withTimeouts(5_000, 5_000));

  @AfterEach
  void close() {
    transport.close();
  }

  private static ScriptedServer answeringOnce(String answer) throws IOException {
    return ScriptedServer.start(
        peer -> {
          peer.request();
          peer.send(answer);
        });
  }

  @Test
  void fixedLength_readToItsEnd_givesTheConnectionBackAtOnce() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.start(ScriptedServer.answering(ScriptedServer.ok("hello")))) {
      HttpResponse response = transport.send(Calls.get(server.uri("/")));
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.body().available()).isLessThanOrEqualTo(5);
      assertThat(response.body().readNBytes(5)).isEqualTo("hello".getBytes(StandardCharsets.UTF_8));
      assertThat(transport.idleCount()).isEqualTo(1);
      assertThat(response.body().read()).isEqualTo(-1);
      assertThat(Calls.text(transport.send(Calls.get(server.uri("/"))))).isEqualTo("hello");
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void chunked_withExtensionsAndTrailers_isUndone() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.start(
            ScriptedServer.answering(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + "5;a=\"b\"\r\nhello\r\n0006 ;x\r\n world\r\nA\r\n0123456789\r\n"
                    + "0\r\nX-Trailer: 1\r\nX-More: 2\r\n\r\n"))) {
      for (int i = 0; i < 3; i++) {
        assertThat(Calls.text(transport.send(Calls.get(server.uri("/")))))
            .isEqualTo("hello world0123456789");
      }
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void untilClose_withoutFraming_isReadToTheEnd() throws Exception {
    try (ScriptedServer server = answeringOnce("HTTP/1.1 200 OK\r\n\r\neverything")) {
      assertThat(Calls.text(transport.send(Calls.get(server.uri("/"))))).isEqualTo("everything");
      assertThat(transport.idleCount()).isZero();
    }
  }

  @Test
  void answers_byteByByte_areReadAsOthers() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.start(
            peer -> {
              peer.request();
              peer.trickle(
                  "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nX: y\r\nContent-Length: 3\r\n\r\nabc");
              peer.request();
              peer.trickle(
                  "HTTP/1.1 201\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n1\r\nc\r\n0\r\n\r\n");
              peer.awaitClose();
            })) {
      HttpResponse first = transport.send(Calls.get(server.uri("/")));
      assertThat(first.headers().first("x")).isEqualTo("y");
      assertThat(Calls.text(first)).isEqualTo("abc");
      HttpResponse second = transport.send(Calls.get(server.uri("/")));
      assertThat(second.statusCode()).isEqualTo(201);
      assertThat(Calls.text(second)).isEqualTo("abc");
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void headers_keepOrderSpellingAndRepetition() throws Exception {
    String head =
        "HTTP/1.1 200 OK\r\nb:1\r\nA: \t two words \t\r\nb: 2\r\nEmpty:\r\nlatin: \u00e9\r\n"
            + "Content-Length: 0\r\n\r\n";
    String other = "HTTP/1.1 200 OK\r\nb: 9\r\nZ: two words\r\ncontent-Length: 0\r\n\r\n";
    try (ScriptedServer server =
        ScriptedServer.start(
            peer -> {
              peer.request();
              peer.send(head);
              peer.request();
              peer.send(other);
              peer.request();
              peer.send(head);
              peer.awaitClose();
            })) {
      for (int i = 0; i < 3; i++) {
        HttpResponse response = transport.send(Calls.get(server.uri("/")));
        assertThat(response.headers())
            .extracting(entry -> entry.getKey() + "=" + entry.getValue())
            .containsExactly(
                i == 1
                    ? new String[] {"b=9", "Z=two words", "content-Length=0"}
                    : new String[] {
                      "b=1", "A=two words", "b=2", "Empty=", "latin=\u00e9", "Content-Length=0"
                    });
      }
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void answersThatHaveNoBody_doNotWaitForOne() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.start(
            peer -> {
              peer.request();
              peer.send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
              peer.request();
              peer.send("HTTP/1.1 204 No Content\r\n\r\n");
              peer.request();
              peer.send("HTTP/1.1 304 Not Modified\r\nContent-Length: 7\r\n\r\n");
              peer.request();
              peer.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
              peer.awaitClose();
            })) {
      for (String method : new String[] {"HEAD", "POST", "GET", "HEAD"}) {
        HttpResponse response =
            transport.send(Calls.request(method, server.uri("/"), HttpBody.empty()));
        assertThat(Calls.text(response)).isEmpty();
        assertThat(transport.idleCount()).isEqualTo(1);
      }
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok",
        "HTTP/1.1 200 OK\r\nConnection: x, Close\r\nContent-Length: 2\r\n\r\nok",
        "HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok",
        "HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 99\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nokHTTP/1.1 200 OK\r\n\r\n",
      })
  void connection_thatMayNotBeReused_isNot(String answer) throws Exception {
    try (ScriptedServer server = ScriptedServer.start(ScriptedServer.answering(answer))) {
      assertThat(Calls.text(transport.send(Calls.get(server.uri("/"))))).isEqualTo("ok");
      assertThat(transport.idleCount()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.0 200 OK\r\nConnection: Keep-Alive\r\nContent-Length: 2\r\n\r\nok",
        "HTTP/1.1 200 OK\r\nConnection: not-close\r\nContent-Length: 2\r\n\r\nok",
        "HTTP/1.1 200\r\nContent-Length: 2\r\ncontent-length: 2\r\n\r\nok",
        "HTTP/1.1 200 OK\r\nContent-Length: 2, 2,2\r\nContent-Length: 2\r\n\r\nok",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: identity\r\nContent-Length: 2\r\n\r\nok",
        "HTTP/1.1 200 OK\r\nX: a\r\n b\r\nContent-Length:\r\n\t 2\r\n\r\nok",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding:\r\n chunked\r\n\r\n2\r\nok\r\n0\r\nX: a\r\n b\r\n\r\n",
        "\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",
        "HTTP/1.1 200 OK\nContent-Length: 2\n\nok",
      })
  void connection_thatMayBeReused_is(String answer) throws Exception {
    try (ScriptedServer server = ScriptedServer.start(ScriptedServer.answering(answer))) {
      assertThat(Calls.text(transport.send(Calls.get(server.uri("/"))))).isEqualTo("ok");
      assertThat(Calls.text(transport.send(Calls.get(server.uri("/"))))).isEqualTo("ok");
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SSH-2.0-OpenSSH_9.9\r\n",
        "HTTP/2 200 OK\r\n\r\n",
        "HTTP/1.1 20 OK\r\n\r\n",
        "HTTP/1.1 2000 OK\r\n\r\n",
        "HTTP/1.1 099 OK\r\n\r\n",
        "HTTP/1.1  200 OK\r\n\r\n",
        "http/1.1 200 OK\r\n\r\n",
        "\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\nHTTP/1.1 200 OK\r\n\r\n",
        "HTTP/1.1 101 Switching Protocols\r\n\r\n",
        "HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
        "HTTP/1.1 200 OK\r\n: no name\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length : 2\r\n\r\nok",
        "HTTP/1.1 200 OK\r\nX: a\r\n b\0c\r\n\r\n",
        "HTTP/1.1 200 OK\r\nX: a\r\n b\rc\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n 0\r\n\r\nok",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip,\r\n chunked\r\n\r\n",
        "HTTP/1.1 200 OK\r\n X: a\r\n\r\n",
        "HTTP/1.1 200 OK\r\nX: a\rContent-Length: 0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nX: a\0b\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nok",
        "HTTP/1.1 200 OK\r\nContent-Length: 2, 3\r\n\r\nok",
        "HTTP/1.1 200 OK\r\nContent-Length: 2,\r\n\r\nok",
        "HTTP/1.1 200 OK\r\nContent-Length: 2, 2\r\nContent-Length: 3\r\n\r\nok",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked, identity\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: -2\r\n\r\nok",
        "HTTP/1.1 200 OK\r\nContent-Length: +2\r\n\r\nok",
        "HTTP/1.1 200 OK\r\nContent-Length: 0x2\r\n\r\nok",
        "HTTP/1.1 200 OK\r\nContent-Length:\r\n\r\nok",
        "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\nok",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: xchunked\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n",
      })
  void head_thatIsNotGoodHttp_isRefused(String answer) throws Exception {
    try (ScriptedServer server = answeringOnce(answer)) {
      assertThatThrownBy(() -> transport.send(Calls.get(server.uri("/p?secret=1"))))
          .isInstanceOf(InvalidHttpResponseException.class)
          .hasMessageStartingWith(
              "Invalid HTTP response from endpoint URL: \"" + server.uri("/p") + "\": ")
          .hasMessageNotContaining("secret");
      assertThat(transport.idleCount()).isZero();
    }
  }

  @Test
  void foldedHeaders_areJoinedWithASpace() throws Exception {
    String head = "HTTP/1.1 200 OK\r\nA: 1\r\nB: x \r\n  y\r\n\t z \r\nC:\r\n c\r\nD: d\r\n \r\n";
    try (ScriptedServer server =
        ScriptedServer.start(ScriptedServer.answering(head + "Content-Length: 2, 2\r\n\r\nok"))) {
      for (int i = 0; i < 2; i++) {
        HttpResponse response = transport.send(Calls.get(server.uri("/")));
        assertThat(response.headers())
            .extracting(entry -> entry.getKey() + "=" + entry.getValue())
            .containsExactly("A=1", "B=x y z", "C=c", "D=d", "Content-Length=2");
        assertThat(Calls.text(response)).isEqualTo("ok");
      }
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void head_thatNeverEnds_isRefusedAtItsLimit() throws Exception {
    String line = "X: " + "y".repeat(1000) + "\r\n";
    for (String endless : new String[] {"z", line, "X: y\r\n", "HTTP/1.1 100 \r\n\r\n"}) {
      try (ScriptedServer server =
          ScriptedServer.start(
              peer -> {
                peer.request();
                peer.send(endless.equals("z") ? "" : "HTTP/1.1 100 \r\n");
                if (endless.startsWith("HTTP")) {
                  peer.send("\r\n");
                }
                String block = endless.repeat(10_000 / endless.length());
                while (true) {
                  peer.send(block);
                }
              })) {
        assertThatThrownBy(() -> transport.send(Calls.get(server.uri("/"))))
            .isInstanceOf(InvalidHttpResponseException.class)
            .hasMessageContaining(endless.equals("X: y\r\n") ? "500 headers" : "64 KiB");
      }
    }
  }

  @Test
  void head_withinTheLimits_isRead() throws Exception {
    String large = "v".repeat(60_000);
    String many = "A: b\r\n".repeat(498);
    try (ScriptedServer server =
        ScriptedServer.start(
            peer -> {
              peer.request();
              peer.send("HTTP/1.1 200 OK\r\nX: " + large + "\r\nContent-Length: 0\r\n\r\n");
              peer.request();
              peer.send("HTTP/1.1 200 OK\r\n" + many + "X: last\r\nContent-Length: 0\r\n\r\n");
              peer.awaitClose();
            })) {
      assertThat(transport.send(Calls.get(server.uri("/"))).headers().first("X")).isEqualTo(large);
      assertThat(transport.send(Calls.get(server.uri("/"))).headers().first("X")).isEqualTo("last");
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x\r\n",
        "\r\n",
        ";ext\r\n",
        "-1\r\n",
        "0x5\r\nhello\r\n",
        "5 5\r\nhello\r\n",
        "fffffffffffffffff\r\n",
        "8000000000000000\r\n",
        "2\r\nabc\r\n0\r\n\r\n",
      })
  void chunk_thatIsMalformed_isRefused(String chunks) throws Exception {
    try (ScriptedServer server =
        answeringOnce("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks)) {
      HttpResponse response = transport.send(Calls.get(server.uri("/")));
      assertThatThrownBy(() -> response.body().readAllBytes())
          .isInstanceOf(InvalidHttpResponseException.class);
      assertThatThrownBy(() -> response.body().read())
          .as("a body that failed never ends as if it were whole")
          .isInstanceOf(InvalidHttpResponseException.class);
      response.close();
      assertThat(transport.idleCount()).isZero();
    }
  }

  @Test
  void chunkLineAndTrailers_thatNeverEnd_areRefused() throws Exception {
    for (String start : new String[] {"5;", "0\r\nX: ", "0\r\n"}) {
      try (ScriptedServer server =
          ScriptedServer.start(
              peer -> {
                peer.request();
                peer.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + start);
                String block = start.equals("0\r\n") ? "A: b\r\n".repeat(100) : "e".repeat(1000);
                while (true) {
                  peer.send(block);
                }
              })) {
        HttpResponse response = transport.send(Calls.get(server.uri("/")));
        assertThatThrownBy(() -> response.body().readAllBytes())
            .isInstanceOf(InvalidHttpResponseException.class);
      }
    }
  }

  @Test
  void fixedBody_cutShort_saysHowMuchCame() throws Exception {
    try (ScriptedServer server =
        answeringOnce("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhello")) {
      HttpResponse response = transport.send(Calls.get(server.uri("/")));
      assertThatThrownBy(() -> response.body().readAllBytes())
          .isInstanceOfSatisfying(
              IncompleteReadException.class,
              e -> {
                assertThat(e.actualBytes()).isEqualTo(5);
                assertThat(e.expectedBytes()).isEqualTo(10);
                assertThat(e.retryable()).isTrue();
              })
          .hasMessageContaining("5 read, but total bytes expected is 10.");
      assertThatThrownBy(() -> response.body().read()).isInstanceOf(IncompleteReadException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "5", "5\r\nhel", "5\r\nhello", "5\r\nhello\r\n", "5\r\nhello\r\n0\r\n"})
  void chunkedBody_cutShort_neverEndsQuietly(String chunks) throws Exception {
    try (ScriptedServer server =
        answeringOnce("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks)) {
      HttpResponse response = transport.send(Calls.get(server.uri("/")));
      assertThatThrownBy(() -> response.body().readAllBytes())
          .isInstanceOf(IncompleteReadException.class)
          .hasMessageContaining("the end of the body was never seen");
      assertThatThrownBy(() -> response.body().skip(1)).isInstanceOf(IncompleteReadException.class);
    }
  }

  @Test
  void untilCloseBody_cutByAReset_neverEndsQuietly() throws Exception {
    CountDownLatch read = new CountDownLatch(1);
    try (ScriptedServer server =
        ScriptedServer.start(
            peer -> {
              peer.request();
              peer.send("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(1000));
              read.await();
              peer.reset();
            })) {
      HttpResponse response = transport.send(Calls.get(server.uri("/")));
      assertThat(response.body().readNBytes(1000)).hasSize(1000);
      read.countDown();
      assertThatThrownBy(() -> response.body().read())
          .isInstanceOfSatisfying(
              IncompleteReadException.class,
              e -> {
                assertThat(e.actualBytes()).isEqualTo(1000);
                assertThat(e.expectedBytes()).isEqualTo(-1);
              });
    }
  }

  @Test
  void head_cutShort_isAClosedConnection() throws Exception {
    for (String part : new String[] {"", "HTTP/1.1 200 OK", "HTTP/1.1 200 OK\r\nX: y\r\n"}) {
      try (ScriptedServer server = answeringOnce(part)) {
        assertThatThrownBy(() -> transport.send(Calls.get(server.uri("/p?q"))))
            .isInstanceOf(ConnectionClosedException.class)
            .hasMessage(
                "Connection was closed before we received a valid response from endpoint URL: \""
                    + server.uri("/p")
                    + "\".");
      }
    }
  }

  @Test
  void body_abandoned_closesTheConnection() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.start(
            peer -> {
              peer.request();
              peer.send("HTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\n" + "x".repeat(999));
              peer.awaitClose();
            },
            ScriptedServer.answering(ScriptedServer.ok("next")))) {
      HttpResponse response = transport.send(Calls.get(server.uri("/")));
      response.body().readNBytes(10);
      response.close();
      response.close();
      assertThat(transport.idleCount()).isZero();
      assertThatThrownBy(() -> response.body().read()).isInstanceOf(IOException.class);
      assertThat(Calls.text(transport.send(Calls.get(server.uri("/"))))).isEqualTo("next");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n",
      })
  void body_closedWhenTheRestIsThere_keepsTheConnection(String answer) throws Exception {
    try (ScriptedServer server = ScriptedServer.start(ScriptedServer.answering(answer))) {
      for (int i = 0; i < 3; i++) {
        HttpResponse response = transport.send(Calls.get(server.uri("/")));
        InputStream body = response.body();
        assertThat(body.read()).isEqualTo('h');
        body.close();
        assertThatThrownBy(body::read).isInstanceOf(IOException.class);
        assertThatThrownBy(body::readAllBytes).isInstanceOf(IOException.class);
      }
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void body_skippedAndReadInPieces_countsRight() throws Exception {
    String text = new String(Calls.pattern(100_000), StandardCharsets.ISO_8859_1);
    StringBuilder chunked =
        new StringBuilder("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
    for (int at = 0; at < text.length(); at += 777) {
      String piece = text.substring(at, Math.min(text.length(), at + 777));
      chunked.append(Integer.toHexString(piece.length())).append("\r\n").append(piece);
      chunked.append("\r\n");
    }
    chunked.append("0\r\n\r\n");
    for (String answer : new String[] {ScriptedServer.ok(text), chunked.toString()}) {
      int idle = transport.idleCount();
      try (ScriptedServer server = ScriptedServer.start(ScriptedServer.answering(answer))) {
        InputStream body = transport.send(Calls.get(server.uri("/"))).body();
        assertThat(body.skip(50_001)).isEqualTo(50_001);
        assertThat(body.read()).isEqualTo(text.charAt(50_001));
        assertThat(body.readNBytes(20_000))
            .isEqualTo(text.substring(50_002, 70_002).getBytes(StandardCharsets.ISO_8859_1));
        assertThat(body.read(new byte[0])).isZero();
        assertThat(new String(body.readAllBytes(), StandardCharsets.ISO_8859_1))
            .isEqualTo(text.substring(70_002));
        assertThat(body.skip(1)).isZero();
        assertThat(body.available()).isZero();
        assertThat(transport.idleCount()).isEqualTo(idle + 1);
      }
    }
  }
}
