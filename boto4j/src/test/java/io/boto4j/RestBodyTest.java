package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.credentials.Credentials;
import io.boto4j.error.RequestBodyException;
import io.boto4j.http.HttpBody;
import io.boto4j.http.HttpRequest;
import io.boto4j.internal.transport.ScriptedServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Request bodies from the caller: bytes, a file, a stream. */
@Timeout(30)
final class RestBodyTest {
  private static final byte[] BYTES = "some \u00fc bytes".getBytes(StandardCharsets.UTF_8);

  /** Signed with its body. */
  private static final String INVOKE = "Invoke";

  @TempDir private Path folder;

  private final Recorder recorder = new Recorder();
  private final Client lambda = Sessions.client("lambda", recorder);
  private final Client media = Sessions.client("mediastore-data", recorder);

  private HttpRequest invoke(Object payload) {
    lambda.call(INVOKE, Map.of("FunctionName", "f", "Payload", payload));
    return recorder.last();
  }

  private HttpRequest put(Object body) {
    media.call("PutObject", Map.of("Path", "p", "Body", body));
    return recorder.last();
  }

  private static byte[] read(HttpRequest request) throws IOException {
    try (InputStream in = request.body().open()) {
      return in.readAllBytes();
    }
  }

  @Test
  void body_everyKindOfBytes_isSentAndSignedAlike() throws IOException {
    Path file = Files.write(folder.resolve("payload"), BYTES);
    ByteBuffer inside = ByteBuffer.allocate(100).position(7).put(BYTES).flip().position(7);
    ByteBuffer direct = ByteBuffer.allocateDirect(100).put(BYTES).flip();
    String signature = invoke(BYTES).headers().first("Authorization");

    for (Object body :
        Arrays.asList(
            new String(BYTES, StandardCharsets.UTF_8),
            ByteBuffer.wrap(BYTES),
            inside,
            inside.slice(),
            inside.asReadOnlyBuffer(),
            direct,
            file,
            HttpBody.of(BYTES),
            new ByteArrayInputStream(BYTES),
            Files.newInputStream(file))) {
      HttpRequest sent = invoke(body);

      assertThat(sent.body().contentLength()).isEqualTo(BYTES.length);
      assertThat(sent.body().replayable()).isTrue();
      assertThat(read(sent)).as("%s", body).isEqualTo(BYTES);
      assertThat(read(sent)).as("%s again", body).isEqualTo(BYTES);
      assertThat(sent.headers().first("Authorization")).isEqualTo(signature);
      assertThat(sent.headers().contains("Content-Type")).isFalse();
    }
    assertThat(inside.position()).isEqualTo(7);
    assertThat(direct.remaining()).isEqualTo(BYTES.length);
  }

  @Test
  void httpBody_isSentAsItIs() {
    HttpBody body = HttpBody.of(BYTES);

    assertThat(put(body).body()).isSameAs(body);
    assertThat(invoke(body).body()).isSameAs(body);
  }

  @Test
  void httpBody_thatKnowsItsHash_isSignedWithoutBeingRead() {
    String signature = invoke("abc").headers().first("Authorization");
    HttpBody unreadable =
        new HttpBody() {
          @Override
          public long contentLength() {
            return 3;
          }

          @Override
          public boolean replayable() {
            return true;
          }

          @Override
          public String sha256() {
            // The example of FIPS 180-2, section B.1.
            return "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
          }

          @Override
          public InputStream open() throws IOException {
            throw new IOException("read");
          }
        };

    assertThat(invoke(unreadable).headers().first("Authorization")).isEqualTo(signature);
  }

  @Test
  void httpBody_forABlobAmongOthers_isRead() {
    Client kms = Sessions.client("kms", recorder);

    kms.call("Encrypt", Map.of("KeyId", "k", "Plaintext", HttpBody.of(new byte[] {1, 2, 3})));

    assertThat(Recorder.body(recorder.last())).contains("\"AQID\"");
  }

  @Test
  void file_missing_isNamedAndNothingIsSent() {
    Path missing = folder.resolve("missing");

    assertThatThrownBy(() -> invoke(missing))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Cannot read the file to send as Payload")
        .hasMessageContaining(missing.toString());
    assertThat(recorder.requests()).isEmpty();
  }

  @Test
  void file_isAFolder_isRefusedBeforeItIsSent() {
    assertThatThrownBy(() -> invoke(folder)).isInstanceOf(RequestBodyException.class);
    assertThat(recorder.requests()).isEmpty();
  }

  @Test
  void file_changesBetweenSigningAndSending_isNotSentWhole() throws IOException {
    Path file = Files.write(folder.resolve("payload"), BYTES);
    try (ScriptedServer server = ScriptedServer.start(ScriptedServer.answering(ok()));
        Client client =
            loopback(
                server,
                () -> {
                  try {
                    Files.write(file, new byte[3]);
                  } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                  }
                  return Credentials.of("A", "B");
                })) {
      assertThatThrownBy(() -> client.call("PutObject", Map.of("Path", "p", "Body", file)))
          .isInstanceOf(RequestBodyException.class)
          .hasMessageContaining("ended");
    }
  }

  @Test
  void stream_readFromWhereItStands_andLeftOpen() throws IOException {
    Tracked in = new Tracked(BYTES);
    assertThat(in.read()).isEqualTo('s');

    assertThat(read(invoke(in))).isEqualTo(Arrays.copyOfRange(BYTES, 1, BYTES.length));
    assertThat(in.closed).isFalse();
  }

  @Test
  void stream_failsWhileItIsKept_isARequestBodyError() {
    InputStream broken = new BrokenStream();

    assertThatThrownBy(() -> invoke(broken))
        .isInstanceOf(RequestBodyException.class)
        .hasMessageContaining(BrokenStream.MESSAGE)
        .hasMessageContaining("/2015-03-31/functions/f/invocations");
    assertThat(recorder.requests()).isEmpty();
  }

  @Test
  void stream_16MiBToBeSigned_isKept() {
    assertThat(invoke(new Zeros(16 << 20)).body().contentLength()).isEqualTo(16 << 20);
  }

  @Test
  void stream_moreThan16MiBToBeSigned_isRefusedWithAWayOut() {
    Zeros endless = new Zeros(Long.MAX_VALUE);

    assertThatThrownBy(() -> invoke(endless))
        .isInstanceOf(RequestBodyException.class)
        .hasMessageContaining("more than 16 MiB")
        .hasMessageContaining("pass a Path or bytes");
    assertThat(recorder.requests()).isEmpty();
    assertThat(endless.given).isBetween(16L << 20, 17L << 20);
  }

  @Test
  void stream_unsignedBody_isNeitherKeptNorReadTwice() throws IOException {
    HttpRequest sent = put(new Zeros(17 << 20));

    assertThat(sent.headers().first("X-Amz-Content-SHA256")).isEqualTo("UNSIGNED-PAYLOAD");
    assertThat(sent.body().contentLength()).isEqualTo(-1);
    assertThat(sent.body().replayable()).isFalse();
    assertThat(read(sent)).hasSize(17 << 20);
    assertThatThrownBy(() -> sent.body().open())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Body")
        .hasMessageContaining("pass a Path or bytes");
  }

  @Test
  void stream_unsignedBodyOfRequiredLength_isKept() {
    Client omics = Sessions.client("omics", recorder);

    omics.call(
        "UploadReadSetPart",
        Map.of(
            "sequenceStoreId", "1234567890",
            "uploadId", "1234567890",
            "partSource", "SOURCE1",
            "partNumber", 1,
            "payload", new ByteArrayInputStream(BYTES)));

    assertThat(recorder.last().body().contentLength()).isEqualTo(BYTES.length);
  }

  @Test
  void stream_unsignedBodyOnTheWire_isChunkedAndLeftOpen() throws IOException {
    Tracked in = new Tracked(BYTES);
    try (ScriptedServer server = ScriptedServer.start(ScriptedServer.answering(ok()));
        Client client = loopback(server, () -> Credentials.of("A", "B"))) {
      client.call("PutObject", Map.of("Path", "p", "Body", in));

      assertThat(server.requests().get(0))
          .contains("\r\nTransfer-Encoding: chunked\r\n")
          .doesNotContain("Content-Length")
          .endsWith(
              "\r\n\r\n"
                  + Integer.toHexString(BYTES.length)
                  + "\r\n"
                  + new String(BYTES, StandardCharsets.ISO_8859_1)
                  + "\r\n0\r\n\r\n");
    }
    assertThat(in.closed).isFalse();
  }

  @Test
  void stream_inAJsonBody_isReadIntoIt() {
    lambda.call(
        "PublishLayerVersion",
        Map.of("LayerName", "l", "Content", Map.of("ZipFile", new ByteArrayInputStream(BYTES))));

    assertThat(Recorder.body(recorder.last()))
        .isEqualTo("{\"Content\": {\"ZipFile\": \"c29tZSDDvCBieXRlcw==\"}}");
  }

  private static String ok() {
    return ScriptedServer.ok("{}");
  }

  private static Client loopback(
      ScriptedServer server, io.boto4j.credentials.CredentialsProvider credentials) {
    return Session.builder()
        .environment(Map.of())
        .home(Path.of("no-such-home"))
        .region("eu-west-1")
        .credentials(credentials)
        .build()
        .client("mediastore-data", c -> c.endpointUrl(server.uri("")));
  }

  /** A stream that records whether it was closed. */
  private static final class Tracked extends ByteArrayInputStream {
    private boolean closed;

    Tracked(byte[] bytes) {
      super(bytes);
    }

    @Override
    public void close() {
      closed = true;
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
