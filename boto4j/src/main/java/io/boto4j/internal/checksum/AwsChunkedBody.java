package io.boto4j.internal.checksum;

import io.boto4j.http.HttpBody;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A body in the content coding {@code aws-chunked}: its bytes in chunks, and their checksum in a
 * trailer after the last chunk. The checksum is calculated as the body is sent, so the body is read
 * only once and need not be kept.
 *
 * <p>The body deliberately has no known length. As in boto3, it is sent in the transfer coding
 * {@code chunked}, and is complete only once its end has arrived. If the source has another length
 * than announced, the server therefore never receives a complete body.
 */
public final class AwsChunkedBody implements HttpBody {
  /** The same as in botocore. S3 requires at least 8 KiB. */
  private static final int CHUNK = 1024 * 1024;

  private static final int BUFFER = 64 * 1024;

  private final HttpBody source;
  private final long length;
  private final String algorithm;

  /**
   * Wraps a body.
   *
   * @param source the bytes to encode
   * @param length the number of bytes in the source, which is also sent as
   *     X-Amz-Decoded-Content-Length
   * @param algorithm one of {@link Checksum#NAMES}
   */
  public AwsChunkedBody(HttpBody source, long length, String algorithm) {
    this.source = source;
    this.length = length;
    this.algorithm = algorithm;
  }

  @Override
  public long contentLength() {
    return -1;
  }

  @Override
  public boolean replayable() {
    return source.replayable();
  }

  @Override
  public InputStream open() throws IOException {
    Checksum checksum = Objects.requireNonNull(Checksum.of(algorithm), algorithm);
    return new Encoder(source, length, algorithm, checksum);
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    try (InputStream in = open()) {
      byte[] buffer = new byte[BUFFER];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        out.write(buffer, 0, count);
      }
    }
  }

  private static final class Encoder extends InputStream {
    private static final byte[] NONE = {};

    private final InputStream in;

    /** Whether to close the source: a source that can be read only once belongs to the caller. */
    private final boolean closes;

    private final long length;
    private final String algorithm;
    private final Checksum checksum;
    private byte[] frame = NONE;
    private int frameAt;

    /** The number of bytes left in the open chunk. */
    private long chunkLeft;

    /** The number of bytes left in the body. */
    private long left;

    private boolean ended;

    Encoder(HttpBody source, long length, String algorithm, Checksum checksum) throws IOException {
      this.in = source.open();
      this.closes = source.replayable();
      this.length = length;
      this.algorithm = algorithm;
      this.checksum = checksum;
      this.left = length;
      if (length > 0) {
        beginChunk("");
      }
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    /** Reads the rest of the frame, and as much of the chunk as fits after it. */
    @Override
    public int read(byte[] target, int offset, int size) throws IOException {
      Objects.checkFromIndexSize(offset, size, target.length);
      if (frameAt == frame.length && left == 0 && !ended) {
        end();
      }
      int framed = Math.min(size, frame.length - frameAt);
      System.arraycopy(frame, frameAt, target, offset, framed);
      frameAt += framed;
      int wanted = (int) Math.min(size - framed, chunkLeft);
      if (wanted == 0) {
        return framed == 0 && size > 0 ? -1 : framed;
      }
      int count = in.read(target, offset + framed, wanted);
      if (count < 0) {
        throw new IOException(announced() + "ended " + left + " bytes early");
      }
      checksum.update(target, offset + framed, count);
      chunkLeft -= count;
      left -= count;
      if (chunkLeft == 0 && left > 0) {
        beginChunk("\r\n");
      }
      return framed + count;
    }

    @Override
    public void close() throws IOException {
      if (closes) {
        in.close();
      }
    }

    private void beginChunk(String before) {
      chunkLeft = Math.min(CHUNK, left);
      frame(before + Long.toHexString(chunkLeft) + "\r\n");
    }

    private void end() throws IOException {
      if (in.read() >= 0) {
        throw new IOException(announced() + "has more bytes");
      }
      ended = true;
      frame(
          (length > 0 ? "\r\n" : "")
              + "0\r\n"
              + Checksum.HEADER_PREFIX
              + algorithm
              + ":"
              + checksum.base64()
              + "\r\n\r\n");
    }

    private void frame(String text) {
      frame = text.getBytes(StandardCharsets.US_ASCII);
      frameAt = 0;
    }

    private String announced() {
      return "the body was announced with " + length + " bytes but ";
    }
  }
}
