package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.boto4j.Attempt.Decision;
import io.boto4j.credentials.Credentials;
import io.boto4j.error.HttpClientException;
import io.boto4j.internal.transport.ScriptedServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls whose response has a good status line, and a head that is rejected or incomplete. */
@Timeout(30)
@SuppressWarnings("StringConcatToTextBlock") // A text block ends its lines in LF, not CR LF.
final class RefusedHeadTest {
  private static final Map<String, Object> KEY =
      Map.of("TableName", "t", "Key", Map.of("id", Map.of("S", "1")));

  private static Client client(ScriptedServer server) {
    return Session.builder()
        .environment(Map.of())
        .home(Path.of("no-such-home"))
        .sleeper(delay -> {})
        .region("eu-west-1")
        .credentials(Credentials.of(Sessions.KEY_ID, Sessions.SECRET))
        .build()
        .client(
            "dynamodb",
            c -> c.endpointUrl(server.uri("")).readTimeout(Duration.ofMillis(400)).maxAttempts(3));
  }

  private static ScriptedServer answering(String response, boolean closes) throws IOException {
    return ScriptedServer.start(
        peer -> {
          while (peer.hasMore()) {
            peer.request();
            peer.send(response);
            if (closes) {
              return;
            }
          }
        });
  }

  private static HttpClientException failure(ScriptedServer server, String operation) {
    try (Client client = client(server)) {
      return catchThrowableOfType(HttpClientException.class, () -> client.call(operation, KEY));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nno colon\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\n: no name\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\n folded: first\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nContent-Length : 2\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nContent-Length: +2\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nContent-Length: 0x2\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nContent-Length:\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nContent-Length: 1, 2\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: xchunked\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: \u000bchunked\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nX: a\rb\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nX: a\0b\r\n\r\n{}",
        "HTTP/2 200 OK\r\nContent-Length: 2\r\n\r\n{}",
        "HTTP/1.1  200 OK\r\nContent-Length: 2\r\n\r\n{}",
        "http/1.1 204 OK\r\nContent-Length: 2\r\n\r\n{}",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 201 Created\r\nno colon\r\n\r\n",
        "HTTP/1.1 200 OK\r\nX: never ends",
        "HTTP/1.1 200 OK\r\n",
        "HTTP/1.1 200 OK",
        "HTTP/1.1 20",
        "HTTP/1.1 2",
        "HTTP/1.1 ",
        "HTTP/1.1",
        "HT",
        "HTTP/1.1 100 Continue\r\n\r\nHT",
        "HTTP/1.1 2000 OK\r\n\r\n{}",
        "HTTP/1.1 20 OK\r\n\r\n{}",
        "HTTP/1.1 2OO OK\r\n\r\n{}",
        "HTTP/1.1 +200 OK\r\n\r\n{}",
        "HTTP/1.1\r\n\r\n{}",
        "HTTP/1.1200 OK\r\n\r\n{}",
        "HTTP 200 OK\r\n\r\n{}",
        " HTTP/1.1 200 OK\r\n\r\n{}",
        "ICY 200 OK\r\n\r\n{}",
        "\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\nHTTP/1.1 200 OK\r\n\r\n{}",
      })
  void successStatus_isNotFollowedByAnotherAttempt_unlessTheCallMayBeRepeated(String response)
      throws Exception {
    for (boolean closes : new boolean[] {true, false}) {
      try (ScriptedServer server = answering(response, closes)) {
        HttpClientException failure = failure(server, "UpdateItem");
        assertThat(server.requests()).hasSize(1);
        assertThat(failure.statusCode()).isBetween(200, 204);
        assertThat(failure).hasMessageContaining("not retried: the service had begun to send");
        assertThat(failure.attempts().get(0).decision()).isEqualTo(Decision.ALREADY_CARRIED_OUT);
        assertThat(failure.attempts().get(0).statusCode()).isEqualTo(failure.statusCode());
      }
    }
    try (ScriptedServer server = answering(response, true)) {
      assertThat(failure(server, "GetItem").attempts()).hasSize(3);
      assertThat(server.requests()).hasSize(3);
    }
  }

  @Test
  void switchingProtocols_isNotFollowedByAnotherAttempt() throws Exception {
    try (ScriptedServer server =
        answering("HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\n\r\n", true)) {
      assertThat(failure(server, "UpdateItem").statusCode()).isEqualTo(101);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void emptyLinesBeforeTheHead_areSkipped() throws Exception {
    for (String lines : new String[] {"\r\n", "\r\n\r\n", "\n \r\n\n", "\r\n".repeat(16)}) {
      try (ScriptedServer server = answering(lines + ScriptedServer.ok("{}"), true);
          Client client = client(server)) {
        assertThat(client.call("UpdateItem", KEY).metadata().attempts()).hasSize(1);
      }
    }
  }

  @Test
  void head_largerThanTheLimits_isNotFollowedByAnotherAttempt() throws Exception {
    for (String headers : new String[] {"X: y\r\n".repeat(501), "X: " + "y".repeat(66_000)}) {
      try (ScriptedServer server = answering("HTTP/1.1 200 OK\r\n" + headers + "\r\n\r\n", true)) {
        assertThat(failure(server, "UpdateItem").attempts()).hasSize(1);
        assertThat(server.requests()).hasSize(1);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 503 Slow Down\r\nno colon\r\n\r\n",
        "HTTP/1.1 500",
        "HTTP/1.1 100 Continue\r\nno colon\r\n\r\n",
        "HTTP/1.1 5000 Slow Down\r\n\r\n",
        "HTTP/1.1 50",
        "ICY 503 Slow Down\r\n\r\n",
        "\r\n\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n",
        "SSH-2.0-OpenSSH_9.9\r\n",
        "{}",
      })
  void noSuccessStatus_isFollowedByOtherAttempts(String response) throws Exception {
    try (ScriptedServer server = answering(response, true)) {
      assertThat(failure(server, "UpdateItem").attempts()).hasSize(3);
      assertThat(server.requests()).hasSize(3);
    }
  }

  /** The status of an earlier exchange on the connection must not count. */
  @Test
  void connectionLostAfterAGoodCall_isFollowedByAnotherAttempt() throws Exception {
    try (ScriptedServer server =
            ScriptedServer.start(
                peer -> {
                  peer.request();
                  peer.send(ScriptedServer.ok("{}"));
                  peer.request();
                },
                ScriptedServer.answering(ScriptedServer.ok("{}")));
        Client client = client(server)) {
      client.call("UpdateItem", KEY);
      assertThat(client.call("UpdateItem", KEY).metadata().attempts()).hasSize(2);
    }
  }
}
