package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.error.FlexibleChecksumException;
import io.boto4j.error.HttpClientException;
import io.boto4j.error.RequestBodyException;
import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import io.boto4j.http.HttpTransport;
import io.boto4j.internal.transport.ScriptedServer;
import io.boto4j.internal.transport.SocketTransport;
import io.boto4j.internal.transport.TransportOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Request bodies with a checksum: which are buffered, sent as a stream or refused. */
@SuppressWarnings("boto4j") // models that the test writes
@Timeout(30)
final class ChecksumBodiesTest {
  private static final byte[] HELLO = "hello".getBytes(StandardCharsets.US_ASCII);
  private static final String FRAMED = "5\r\nhello\r\n0\r\nx-amz-checksum-crc32:NhCmhg==\r\n\r\n";
  private static final String HTTP = "http://sums.example.com";
  private static final String HTTPS = "https://sums.example.com";

  @TempDir private Path folder;

  private final Recorder recorder = new Recorder();

  private static Client client(HttpTransport transport, String endpoint) {
    return Sessions.with(transport)
        .dataPath(BotocoreChecksumsTest.models())
        .build()
        .client("sums", c -> c.endpointUrl(endpoint));
  }

  private static void put(Client client, Object body, Object... more) {
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("Key", "k");
    input.put("Body", body);
    for (int i = 0; i < more.length; i += 2) {
      input.put((String) more[i], more[i + 1]);
    }
    client.call("Put", input);
  }

  private HttpRequest put(String endpoint, Object body, Object... more) {
    put(client(recorder, endpoint), body, more);
    return recorder.last();
  }

  @Test
  void stream_ofNamedLength_isNeitherKeptNorReadTwice() throws IOException {
    int length = 17 << 20;
    HttpRequest sent = put(HTTPS, new Zeros(length), "ContentLength", length);

    assertThat(sent.headers().first("X-Amz-Decoded-Content-Length")).isEqualTo("" + length);
    assertThat(sent.headers().contains("Content-Length")).isFalse();
    assertThat(sent.body().replayable()).isFalse();
    assertThat(sent.body().contentLength()).isEqualTo(-1);
    try (InputStream body = sent.body().open()) {
      assertThat(body.readAllBytes()).hasSizeBetween(length + 50, length + 500);
    }
    assertThatThrownBy(() -> sent.body().open())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("pass a Path or bytes");
  }

  @Test
  void stream_ofUnknownLength_isKept() {
    HttpRequest sent = put(HTTPS, new ByteArrayInputStream(HELLO));

    assertThat(sent.headers().first("X-Amz-Decoded-Content-Length")).isEqualTo("5");
    assertThat(sent.body().replayable()).isTrue();
    assertThat(Recorder.body(sent)).isEqualTo(FRAMED);
    assertThat(Recorder.body(sent)).isEqualTo(FRAMED);
  }

  @Test
  void stream_ofNegativeLength_isKept() {
    HttpRequest sent = put(HTTPS, new ByteArrayInputStream(HELLO), "ContentLength", -5);

    assertThat(Recorder.body(sent)).isEqualTo(FRAMED);
  }

  @ParameterizedTest
  @ValueSource(strings = {HTTP, HTTPS})
  void stream_ofUnknownLengthAndMoreThan16MiB_isRefusedWithAWayOut(String endpoint) {
    Zeros endless = new Zeros(Long.MAX_VALUE);

    assertThatThrownBy(() -> put(endpoint, endless))
        .isInstanceOf(RequestBodyException.class)
        .hasMessageContaining("more than 16 MiB")
        .hasMessageContaining("pass a Path or bytes");
    assertThat(recorder.requests()).isEmpty();
    assertThat(endless.given).isBetween(16L << 20, 17L << 20);
  }

  @Test
  void stream_withoutTls_isKeptAndHasAHeader() {
    HttpRequest sent = put(HTTP, new ByteArrayInputStream(HELLO));

    assertThat(sent.headers().first("x-amz-checksum-crc32")).isEqualTo("NhCmhg==");
    assertThat(sent.headers().first("X-Amz-Content-SHA256")).startsWith("2cf24dba5fb0a30e");
    assertThat(Recorder.body(sent)).isEqualTo("hello");
  }

  @Test
  void stream_unsignedAndWithoutTls_isKeptForItsHeader() {
    client(recorder, HTTP)
        .call("PutUnsigned", Map.of("Key", "k", "Body", new ByteArrayInputStream(HELLO)));

    assertThat(recorder.last().headers().first("x-amz-checksum-crc32")).isEqualTo("NhCmhg==");
    assertThat(Recorder.body(recorder.last())).isEqualTo("hello");
  }

  @Test
  void file_overTls_isNotReadBeforeItIsSent() throws IOException {
    Path file = Files.write(folder.resolve("f"), "HELLO".getBytes(StandardCharsets.US_ASCII));
    HttpRequest sent = put(HTTPS, file);
    Files.write(file, HELLO);

    assertThat(sent.body().replayable()).isTrue();
    assertThat(Recorder.body(sent)).isEqualTo(FRAMED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"crc32c", "CRC64NVME", "Sha512", "XXHASH64", "XXHASH3", "XXHASH128", "SHA1"})
  void algorithm_anyOfS3s_isInTheTrailer(String algorithm) {
    HttpRequest sent = put(HTTPS, HELLO, "ChecksumAlgorithm", algorithm);
    String header = "x-amz-checksum-" + algorithm.toLowerCase(Locale.ROOT);

    assertThat(sent.headers().first("X-Amz-Trailer")).isEqualTo(header);
    assertThat(sent.headers().first("x-amz-sdk-checksum-algorithm")).isEqualTo(algorithm);
    assertThat(Recorder.body(sent)).startsWith("5\r\nhello\r\n0\r\n" + header + ":");
  }

  @ParameterizedTest
  @ValueSource(strings = {"MD5", "", "CRC16", "crc32\u001b[31m"})
  void algorithm_unknown_isRefused(String algorithm) {
    assertThatThrownBy(() -> put(HTTPS, HELLO, "ChecksumAlgorithm", algorithm))
        .isInstanceOf(FlexibleChecksumException.class)
        .hasMessage(
            "Unsupported checksum algorithm: "
                + algorithm.toLowerCase(Locale.ROOT).replace('\u001b', '?'));
    assertThat(recorder.requests()).isEmpty();
  }

  @Test
  void body_onTheWire_hasBothCodings() throws IOException {
    try (ScriptedServer server = ScriptedServer.start(ScriptedServer.answering(ok()));
        Wire wire = new Wire(server)) {
      put(client(wire, HTTPS), HELLO);

      assertThat(server.requests().get(0))
          .startsWith("PUT /k HTTP/1.1\r\n")
          .contains("\r\nContent-Encoding: aws-chunked\r\n")
          .contains("\r\nTransfer-Encoding: chunked\r\n")
          .doesNotContain("\r\nContent-Length: ")
          .endsWith(
              "\r\n\r\n"
                  + Integer.toHexString(FRAMED.length())
                  + "\r\n"
                  + FRAMED
                  + "\r\n0\r\n\r\n");
    }
  }

  @Test
  void file_shrinksOrGrowsOrVanishes_isNeverSentWhole() throws IOException {
    Path file = folder.resolve("f");
    refused(file, () -> Files.write(file, new byte[3]), "ended 2 bytes early");
    refused(file, () -> Files.write(file, new byte[0]), "ended 5 bytes early");
    refused(file, () -> Files.write(file, new byte[6]), "has more bytes");
    refused(file, () -> Files.delete(file), file.toString());
  }

  private static void refused(Path file, Change change, String why) throws IOException {
    Files.write(file, HELLO);
    try (ScriptedServer server = failingFirst();
        Wire wire = new Wire(server)) {
      Client client = client(wire, HTTPS);
      wire.before = change;

      assertThatThrownBy(() -> put(client, file))
          .isInstanceOf(RequestBodyException.class)
          .hasMessageContaining(why);
      assertGoesOnOverAnotherConnection(wire, client, server);
    }
  }

  @Test
  void stream_shorterOrLongerThanNamed_isNeverSentWhole() throws IOException {
    refused(new ByteArrayInputStream(HELLO), 6, "ended 1 bytes early");
    refused(new ByteArrayInputStream(HELLO), 4, "has more bytes");
    refused(new ByteArrayInputStream(HELLO), 0, "has more bytes");
    refused(new Zeros(200_000), 300_000, "ended 100000 bytes early");
    refused(new BrokenStream(), 300_000, BrokenStream.MESSAGE);
  }

  private static void refused(InputStream body, long named, String why) throws IOException {
    try (ScriptedServer server = failingFirst();
        Wire wire = new Wire(server)) {
      Client client = client(wire, HTTPS);

      assertThatThrownBy(() -> put(client, body, "ContentLength", named))
          .isInstanceOf(RequestBodyException.class)
          .hasMessageContaining(why);
      assertGoesOnOverAnotherConnection(wire, client, server);
    }
  }

  @Test
  void stream_lostOnAPooledConnection_isNotSentAgain() throws IOException {
    try (ScriptedServer server =
            ScriptedServer.start(
                peer -> {
                  peer.request();
                  peer.send(ok());
                  peer.head();
                  peer.reset();
                },
                ScriptedServer.answering(ok()));
        Wire wire = new Wire(server)) {
      Client client = client(wire, HTTPS);
      put(client, HELLO);

      assertThatThrownBy(() -> put(client, new Zeros(1 << 20), "ContentLength", 1 << 20))
          .isInstanceOf(HttpClientException.class);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  /** The first request is recorded only if it arrives in full. */
  private static ScriptedServer failingFirst() throws IOException {
    return ScriptedServer.start(
        peer -> {
          peer.request();
          peer.awaitClose();
        },
        ScriptedServer.answering(ok()));
  }

  private static void assertGoesOnOverAnotherConnection(
      Wire wire, Client client, ScriptedServer server) {
    wire.before = () -> {};
    put(client, HELLO);
    assertThat(server.connections()).isEqualTo(2);
    assertThat(server.requests())
        .singleElement()
        .asString()
        .endsWith("NhCmhg==\r\n\r\n\r\n0\r\n\r\n");
  }

  private static String ok() {
    return ScriptedServer.ok("{}");
  }

  @FunctionalInterface
  private interface Change {
    void make() throws IOException;
  }

  /** Sends a request for a TLS endpoint over a plain connection. */
  private static final class Wire implements HttpTransport {
    private final SocketTransport sockets = new SocketTransport(TransportOptions.defaults());
    private final ScriptedServer server;
    private Change before = () -> {};

    Wire(ScriptedServer server) {
      this.server = server;
    }

    @Override
    public HttpResponse send(HttpRequest request) throws IOException {
      before.make();
      URI uri = server.uri(request.uri().getRawPath());
      return sockets.send(
          new HttpRequest(
              request.method(), uri, request.headers(), request.body(), request.repeatable()));
    }

    @Override
    public void close() {
      sockets.close();
    }
  }

  /** A stream of zeros that counts the bytes read. */
  private static final class Zeros extends InputStream {
    private final long size;
    private long given;

    Zeros(long size) {
      this.size = size;
    }

    @Override
    public int read() {
      return given++ < size ? 0 : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      int count = (int) Math.min(length, size - given);
      given += Math.max(0, count);
      return count <= 0 && length > 0 ? -1 : count;
    }
  }
}
