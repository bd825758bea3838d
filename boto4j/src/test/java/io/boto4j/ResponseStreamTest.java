package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.boto4j.credentials.Credentials;
import io.boto4j.error.ConnectionClosedException;
import io.boto4j.error.IncompleteReadException;
import io.boto4j.error.ServiceException;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpResponse;
import io.boto4j.internal.transport.ScriptedServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Responses with a streaming body, and the fate of their connection. */
@Timeout(30)
final class ResponseStreamTest {
  private static final Map<String, String> PATH = Map.of("Path", "p");

  private static Client client(ScriptedServer server) {
    return Session.builder()
        .environment(Map.of())
        .home(Path.of("no-such-home"))
        .region("eu-west-1")
        .credentials(Credentials.of(Sessions.KEY_ID, Sessions.SECRET))
        .build()
        .client("mediastore-data", c -> c.endpointUrl(server.uri("")));
  }

  private static ResponseStream get(Client client) {
    ResponseStream body = client.call("GetObject", PATH).stream("Body");
    assertThat(body).isNotNull();
    return body;
  }

  private static String head(int length) {
    return "HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\n";
  }

  @Test
  void body_notSentYet_callReturnsAllTheSame() throws Exception {
    Semaphore returned = new Semaphore(0);
    try (ScriptedServer server =
            ScriptedServer.start(
                peer -> {
                  peer.request();
                  peer.send(head(5));
                  returned.acquire();
                  peer.send("hello");
                });
        Client client = client(server);
        ResponseStream body = get(client)) {
      assertThat(body.contentLength()).isEqualTo(5);
      returned.release();
      assertThat(body.text()).isEqualTo("hello");
    }
  }

  @Test
  void body_readToItsEnd_givesTheConnectionBack() throws IOException {
    try (ScriptedServer server =
            ScriptedServer.start(ScriptedServer.answering(ScriptedServer.ok("hello")));
        Client client = client(server)) {
      assertThat(get(client).readAllBytes()).isEqualTo("hello".getBytes(StandardCharsets.UTF_8));
      assertThat(get(client).text()).isEqualTo("hello");
      assertThat(get(client).transferTo(new ByteArrayOutputStream())).isEqualTo(5);
      try (ResponseStream body = get(client)) {
        assertThat(body.read()).isEqualTo('h');
        assertThat(body.skip(4)).isEqualTo(4);
        assertThat(body.read()).isEqualTo(-1);
      }
      assertThat(get(client).text()).isEqualTo("hello");

      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void body_chunked_hasNoLengthAndGivesTheConnectionBack() throws IOException {
    String answer =
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n";
    try (ScriptedServer server = ScriptedServer.start(ScriptedServer.answering(answer));
        Client client = client(server)) {
      for (int i = 0; i < 3; i++) {
        ResponseStream body = get(client);
        assertThat(body.contentLength()).isEqualTo(-1);
        assertThat(body.text()).isEqualTo("hello");
      }
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void body_closedEarly_givesTheConnectionUp() throws IOException {
    try (ScriptedServer server =
            ScriptedServer.start(
                peer -> {
                  peer.request();
                  peer.send(head(1_000_000) + "hello");
                  peer.awaitClose();
                },
                ScriptedServer.answering(ScriptedServer.ok("second")));
        Client client = client(server)) {
      try (ResponseStream body = get(client)) {
        assertThat(body.read()).isEqualTo('h');
      }
      assertThat(get(client).text()).isEqualTo("second");

      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void body_open_doesNotHoldUpOtherCalls() throws IOException {
    try (ScriptedServer server =
            ScriptedServer.start(
                peer -> {
                  peer.request();
                  peer.send(head(1_000_000) + "hello");
                  peer.awaitClose();
                },
                ScriptedServer.answering(ScriptedServer.ok("second")));
        Client client = client(server);
        ResponseStream open = get(client)) {
      assertThat(get(client).text()).isEqualTo("second");
      assertThat(open.read()).isEqualTo('h');
    }
  }

  @Test
  void body_truncated_raisesInsteadOfEnding() throws IOException {
    try (ScriptedServer server =
            ScriptedServer.start(
                peer -> {
                  peer.request();
                  peer.send(head(10) + "hello");
                });
        Client client = client(server)) {
      IncompleteReadException e =
          catchThrowableOfType(IncompleteReadException.class, () -> get(client).text());
      assertThat(e.actualBytes()).isEqualTo(5);
      assertThat(e.expectedBytes()).isEqualTo(10);

      assertThatThrownBy(() -> get(client).readNBytes(10))
          .isInstanceOf(IncompleteReadException.class);
      assertThatThrownBy(() -> get(client).readAllBytes())
          .isInstanceOf(IncompleteReadException.class);
    }
  }

  @Test
  void body_large_isNeverInMemory(@TempDir Path folder) throws IOException {
    long size = 512L << 20;
    String block = "x".repeat(1 << 20);
    try (ScriptedServer server =
            ScriptedServer.start(
                peer -> {
                  peer.request();
                  peer.send("HTTP/1.1 200 OK\r\nContent-Length: " + size + "\r\n\r\n");
                  for (long sent = 0; sent < 64 << 20; sent += block.length()) {
                    peer.send(block);
                  }
                  peer.awaitClose();
                });
        Client client = client(server);
        ResponseStream body = get(client)) {
      assertThat(body.contentLength()).isEqualTo(size);
      assertThat(body.skip(60 << 20)).isEqualTo(60 << 20);
      Path file = folder.resolve("part");
      Files.write(file, body.readNBytes(10));
      assertThat(file).hasContent("xxxxxxxxxx");
    }
  }

  @Test
  void error_ofAStreamingOperation_isReadWholeAndGivesTheConnectionBack() throws IOException {
    String text = "{\"Message\": \"gone\"}";
    String error =
        "HTTP/1.1 404 Not Found\r\nx-amzn-ErrorType: ObjectNotFoundException\r\nContent-Length: "
            + text.length()
            + "\r\n\r\n"
            + text;
    try (ScriptedServer server = ScriptedServer.start(ScriptedServer.answering(error));
        Client client = client(server)) {
      for (int i = 0; i < 3; i++) {
        ServiceException e =
            catchThrowableOfType(ServiceException.class, () -> client.call("GetObject", PATH));
        assertThat(e.code()).isEqualTo("ObjectNotFoundException");
        assertThat(e.message()).isEqualTo("gone");
        assertThat(e.response().text("Message")).isEqualTo("gone");
      }
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void answer_withoutBody_isAnEmptyStream() throws IOException {
    try (ScriptedServer server =
            ScriptedServer.start(ScriptedServer.answering("HTTP/1.1 204 No Content\r\n\r\n"));
        Client client = client(server)) {
      assertThat(get(client).text()).isEmpty();
      assertThat(get(client).readAllBytes()).isEmpty();
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @SuppressWarnings("boto4j") // mistakes are tested
  @Test
  void answer_headerDoesNotFit_isKeptAndLeavesTheBodyOpen() {
    BrokenStream body = new BrokenStream();
    Recorder recorder =
        new Recorder()
            .answer(
                request ->
                    HttpResponse.of(200, Headers.of(Map.of("Last-Modified", "yesterday")), body));
    Client client = Sessions.client("mediastore-data", recorder);

    assertThat(client.call("GetObject", PATH).text("LastModified")).isEqualTo("yesterday");
    assertThat(body.timesClosed()).isZero();
  }

  @Test
  void answer_read_isLeftToTheUserToClose() {
    BrokenStream body = new BrokenStream();
    Recorder recorder =
        new Recorder().answer(request -> HttpResponse.of(200, Headers.empty(), body));

    ResponseStream stream = get(Sessions.client("mediastore-data", recorder));

    assertThat(body.timesClosed()).isZero();
    stream.close();
    assertThat(body.timesClosed()).isEqualTo(1);
  }

  @Test
  void answer_notStreamed_isClosedEvenIfItCannotBeRead() {
    BrokenStream body = new BrokenStream();
    Recorder recorder =
        new Recorder().answer(request -> HttpResponse.of(500, Headers.empty(), body));
    Client client = Sessions.client("mediastore-data", recorder);

    assertThatThrownBy(() -> client.call("GetObject", PATH))
        .isInstanceOf(ConnectionClosedException.class);
    assertThat(body.timesClosed()).isEqualTo(3);
  }

  @Test
  void stream_ofABrokenTransport_wrapsWhatItThrows() throws IOException {
    try (ResponseStream stream = ResponseStream.of(new BrokenStream(), 3)) {
      assertThatThrownBy(stream::readAllBytes)
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining(BrokenStream.MESSAGE);
      assertThatThrownBy(stream::read)
          .isInstanceOf(IOException.class)
          .hasMessage(BrokenStream.MESSAGE);
    }
  }

  @Test
  void stream_closedTwice_isFine() throws IOException {
    try (ScriptedServer server =
            ScriptedServer.start(ScriptedServer.answering(ScriptedServer.ok("hello")));
        Client client = client(server)) {
      ResponseStream body = get(client);
      body.close();
      body.close();
      assertThatThrownBy(body::text).isInstanceOf(UncheckedIOException.class);
      assertThatThrownBy(body::read).isInstanceOf(IOException.class);
    }
  }

  @SuppressWarnings("boto4j") // mistakes are tested
  @Test
  void structure_withAStream_saysWhatItIs() {
    Recorder recorder = new Recorder().answer(200, "secret", "Content-Length", "6");
    Response answer = Sessions.client("mediastore-data", recorder).call("GetObject", PATH);

    assertThat(answer.toString())
        .contains("a stream of 6 bytes")
        .contains("StatusCode=200")
        .doesNotContain("secret");
    assertThat(answer.body("Body")).isSameAs(answer.stream("Body"));
    assertThatThrownBy(() -> answer.body("Nope")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> answer.bytes("Body"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith(" is a streaming body, not bytes");
    assertThatThrownBy(() -> answer.stream("StatusCode"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void stream_unknownLength_saysSo() {
    try (ResponseStream stream =
        ResponseStream.of(new ByteArrayInputStream(new byte[0]), Long.MIN_VALUE)) {
      assertThat(stream.contentLength()).isEqualTo(-1);
      assertThat(stream).hasToString("a stream");
    }
  }
}
