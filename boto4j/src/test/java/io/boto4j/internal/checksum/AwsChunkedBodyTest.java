package io.boto4j.internal.checksum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.http.HttpBody;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AwsChunkedBodyTest {
  private static final int MIB = 1024 * 1024;

  private static String written(HttpBody body) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    body.writeTo(out);
    return out.toString(StandardCharsets.ISO_8859_1);
  }

  private static AwsChunkedBody chunked(int length) {
    return new AwsChunkedBody(HttpBody.of(new byte[length]), length, "crc32");
  }

  @Test
  void body_small_isOneChunkAndATrailer() throws IOException {
    HttpBody hello = HttpBody.of("hello".getBytes(StandardCharsets.US_ASCII));

    assertThat(written(new AwsChunkedBody(hello, 5, "sha1")))
        .isEqualTo("5\r\nhello\r\n0\r\nx-amz-checksum-sha1:qvTGHdzF6KLavt4PO0gs2a6pQ00=\r\n\r\n");
  }

  @Test
  void body_empty_isATrailer() throws IOException {
    assertThat(written(chunked(0))).isEqualTo("0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n");
  }

  @ParameterizedTest
  @ValueSource(ints = {MIB - 1, MIB, MIB + 1, 2 * MIB, 5 * MIB / 2})
  void body_large_isInChunksOfOneMebibyte(int length) throws IOException {
    StringBuilder expected = new StringBuilder();
    for (int left = length; left > 0; left -= MIB) {
      int chunk = Math.min(MIB, left);
      expected.append(Integer.toHexString(chunk)).append("\r\n");
      expected.append("\0".repeat(chunk)).append("\r\n");
    }
    expected.append("0\r\nx-amz-checksum-crc32:");

    String actual = written(chunked(length));

    assertThat(actual).hasSize(expected.length() + "AAAAAA==\r\n\r\n".length());
    assertThat(actual.startsWith(expected.toString())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 100, 70_000})
  void open_readInAnyPieces_isTheSame(int piece) throws IOException {
    int length = piece < 7 ? 1000 : MIB + 17;
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    byte[] buffer = new byte[piece + 2];
    try (InputStream in = chunked(length).open()) {
      for (int count = in.read(buffer, 1, piece); count >= 0; count = in.read(buffer, 1, piece)) {
        assertThat(count).isBetween(1, piece);
        read.write(buffer, 1, count);
      }
      assertThat(in.read()).isEqualTo(-1);
      assertThat(in.read(buffer, 0, 0)).isZero();
    }
    assertThat(read.toString(StandardCharsets.ISO_8859_1)).isEqualTo(written(chunked(length)));
  }

  @Test
  void open_byteByByte_isTheSame() throws IOException {
    StringBuilder read = new StringBuilder();
    try (InputStream in = chunked(3).open()) {
      for (int octet = in.read(); octet >= 0; octet = in.read()) {
        read.append((char) octet);
      }
    }
    assertThat(read.toString()).isEqualTo(written(chunked(3)));
  }

  @Test
  void open_twice_beginsAnewIfTheSourceDoes() throws IOException {
    AwsChunkedBody body = chunked(10);

    assertThat(body.replayable()).isTrue();
    assertThat(body.contentLength()).isEqualTo(-1);
    assertThat(written(body)).isEqualTo(written(body));
    assertThat(new AwsChunkedBody(new Once(10), 10, "crc32").replayable()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4, 9})
  void source_shorterThanAnnounced_neverEnds(int length) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    assertThatThrownBy(() -> new AwsChunkedBody(new Once(length), 10, "crc32").writeTo(out))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "the body was announced with 10 bytes but ended " + (10 - length) + " bytes early");
    assertThat(out.toString(StandardCharsets.ISO_8859_1)).doesNotContain("x-amz-checksum");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 9})
  void source_longerThanAnnounced_neverEnds(int announced) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    assertThatThrownBy(() -> new AwsChunkedBody(new Once(10), announced, "crc32").writeTo(out))
        .isInstanceOf(IOException.class)
        .hasMessage("the body was announced with " + announced + " bytes but has more bytes");
    assertThat(out.toString(StandardCharsets.ISO_8859_1)).doesNotContain("x-amz-checksum");
  }

  @Test
  void source_ofTheCaller_isLeftOpen_openedOneIsClosed() throws IOException {
    Once once = new Once(3);
    new AwsChunkedBody(once, 3, "crc32").writeTo(new ByteArrayOutputStream());
    assertThat(once.closed).isFalse();

    Once again = new Once(3);
    again.replayable = true;
    new AwsChunkedBody(again, 3, "crc32").writeTo(new ByteArrayOutputStream());
    assertThat(again.closed).isTrue();
  }

  /** A body of unknown length, which records whether its stream was closed. */
  private static final class Once implements HttpBody {
    private final int length;
    private boolean replayable;
    private boolean closed;

    Once(int length) {
      this.length = length;
    }

    @Override
    public long contentLength() {
      return -1;
    }

    @Override
    public boolean replayable() {
      return replayable;
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(new byte[length]) {
        @Override
        public void close() {
          closed = true;
        }
      };
    }
  }
}
