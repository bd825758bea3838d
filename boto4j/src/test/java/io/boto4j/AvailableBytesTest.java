package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.credentials.Credentials;
import io.boto4j.error.FlexibleChecksumException;
import io.boto4j.error.IncompleteReadException;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpResponse;
import io.boto4j.internal.transport.ScriptedServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Readers that take an {@code available()} of 0 for the end of a body, as GZIPInputStream does
 * after each member, read bodies that arrive in pieces to their end.
 */
@Timeout(30)
final class AvailableBytesTest {
  private static final Map<String, Object> OBJECT = Map.of("Bucket", "b", "Key", "k");

  private final byte[] one = gzip("first\n");
  private final byte[] two = gzip("second\n");

  /** Released when the client waits for the second part of the body. */
  private final Semaphore wanted = new Semaphore(0);

  enum Framing {
    FIXED,
    CHUNKED,
    UNTIL_CLOSE
  }

  private static byte[] gzip(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** Returns a server that sends the second part only when the client has asked for more. */
  private ScriptedServer server(Framing framing, String headers, byte[] first, byte[] second)
      throws IOException {
    return ScriptedServer.start(
        peer -> {
          peer.request();
          String head = "HTTP/1.1 200 OK\r\n" + headers;
          switch (framing) {
            case FIXED ->
                peer.send(
                    head
                        + "Content-Length: "
                        + (first.length + second.length)
                        + "\r\n\r\n"
                        + latin(first));
            case CHUNKED -> peer.send(head + "Transfer-Encoding: chunked\r\n\r\n" + chunk(first));
            case UNTIL_CLOSE -> peer.send(head + "Connection: close\r\n\r\n" + latin(first));
          }
          wanted.acquire();
          if (framing == Framing.CHUNKED) {
            peer.send((second.length == 0 ? "" : chunk(second)) + "0\r\n\r\n");
          } else {
            peer.send(latin(second));
          }
        });
  }

  private static String chunk(byte[] bytes) {
    return Integer.toHexString(bytes.length) + "\r\n" + latin(bytes) + "\r\n";
  }

  private static Client s3(ScriptedServer server) {
    return Session.builder()
        .environment(Map.of())
        .home(Path.of("no-such-home"))
        .region("eu-west-1")
        .credentials(Credentials.of(Sessions.KEY_ID, Sessions.SECRET))
        .build()
        .client(
            "s3",
            c -> c.endpointUrl(server.uri("")).maxAttempts(1).s3(s -> s.addressingStyle("path")));
  }

  private InputStream body(Client s3) {
    ResponseStream body = s3.call("GetObject", OBJECT).stream("Body");
    return new InputStream() {
      @Override
      public int read() throws IOException {
        return body.read();
      }

      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        return body.read(target, offset, length);
      }

      @Override
      public int available() throws IOException {
        int available = body.available();
        wanted.release();
        return available;
      }
    };
  }

  @ParameterizedTest
  @EnumSource
  void gzipMembers_thatArriveOneByOne_areAllRead(Framing framing) throws Exception {
    try (ScriptedServer server = server(framing, "", one, two);
        Client s3 = s3(server);
        InputStream text = new GZIPInputStream(body(s3))) {
      assertThat(new String(text.readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo("first\nsecond\n");
    }
  }

  @ParameterizedTest
  @EnumSource
  void gzipMembers_withAChecksum_reachIt(Framing framing) throws Exception {
    CRC32 crc = new CRC32();
    crc.update(one);
    String header = "x-amz-checksum-crc32: " + base64((int) crc.getValue()) + "\r\n";
    try (ScriptedServer server = server(framing, header, one, two);
        Client s3 = s3(server);
        InputStream text = new GZIPInputStream(body(s3))) {
      assertThatThrownBy(text::readAllBytes).isInstanceOf(FlexibleChecksumException.class);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"CHUNKED", "UNTIL_CLOSE"})
  void checksum_ofABodyWithoutLengthWhoseLastByteIsRead_isStillReached(Framing framing)
      throws Exception {
    String header = "x-amz-checksum-crc32: AAAAAA==\r\n";
    try (ScriptedServer server = server(framing, header, one, new byte[0]);
        Client s3 = s3(server);
        InputStream text = new GZIPInputStream(body(s3))) {
      assertThatThrownBy(text::readAllBytes).isInstanceOf(FlexibleChecksumException.class);
    }
  }

  @Test
  void gzipMembers_ofABodyThatIsCutBetweenThem_failInsteadOfEnding() throws Exception {
    for (String framing :
        new String[] {
          "Content-Length: " + (one.length + two.length) + "\r\n\r\n" + latin(one),
          "Transfer-Encoding: chunked\r\n\r\n" + chunk(one)
        }) {
      try (ScriptedServer server =
              ScriptedServer.start(
                  peer -> {
                    peer.request();
                    peer.send("HTTP/1.1 200 OK\r\n" + framing);
                  });
          Client s3 = s3(server);
          InputStream text = new GZIPInputStream(body(s3))) {
        assertThatThrownBy(text::readAllBytes).isInstanceOf(IncompleteReadException.class);
      }
    }
  }

  @Test
  void available_ofAFixedBody_isZeroOnceItsLastByteIsRead() throws Exception {
    wanted.release();
    try (ScriptedServer server = server(Framing.FIXED, "", one, two);
        Client s3 = s3(server);
        ResponseStream body = s3.call("GetObject", OBJECT).stream("Body")) {
      for (int left = one.length + two.length; left > 0; left--) {
        assertThat(body.available()).isBetween(1, left);
        assertThat(body.read()).isNotNegative();
      }
      assertThat(body.available()).isZero();
    }
  }

  /** Most streams keep InputStream's own method, which returns 0. */
  @SuppressWarnings("InputStreamSlowMultibyteRead") // the end is seen by read() alone
  @Test
  void available_ofAnotherTransportsBody_isAtLeastOneUntilTheEnd() throws Exception {
    for (String length : new String[] {"5", ""}) {
      Headers headers =
          length.isEmpty() ? Headers.empty() : Headers.of(Map.of("Content-Length", length));
      InputStream silent =
          new InputStream() {
            private final InputStream bytes = new ByteArrayInputStream(new byte[5]);

            @Override
            public int read() throws IOException {
              return bytes.read();
            }
          };
      Client s3 = Sessions.client("s3", request -> HttpResponse.of(200, headers, silent));
      ResponseStream body = s3.call("GetObject", OBJECT).stream("Body");
      assertThat(body.skip(2)).isEqualTo(2);
      assertThat(body.available()).isEqualTo(1);
      assertThat(body.readNBytes(3)).hasSize(3);
      assertThat(body.available()).isEqualTo(length.isEmpty() ? 1 : 0);
      assertThat(body.read()).isNegative();
      assertThat(body.available()).isZero();
    }
  }

  private static String base64(int crc) {
    byte[] bytes = {(byte) (crc >> 24), (byte) (crc >> 16), (byte) (crc >> 8), (byte) crc};
    return Base64.getEncoder().encodeToString(bytes);
  }
}
