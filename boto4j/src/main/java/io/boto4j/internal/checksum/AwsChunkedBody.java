package io.boto4j.internal.checksum;

import io.boto4j.http.HttpBody;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A body in the content coding {@code aws-chunked}: its bytes in chunks, and its checksum, made
 * while it is read, in a trailer after the last. So it is read once, and need not be kept.
 *
 * <p>Its length is unknown on purpose: as boto3 does, it is sent with the transfer coding {@code
 * chunked} around it, and is whole only when its end has been seen. A source of another length than
 * announced therefore never looks whole to the server.
 */
public final class AwsChunkedBody implements HttpBody {
  /** As botocore's. S3 wants 8 KiB at least. */
  private static final int CHUNK = 1024 * 1024;

  private static final int BUFFER = 64 * 1024;

  private final HttpBody source;
  private final long length;
  private final String algorithm;

  /**
   * Wraps a body.
   *
   * @param source the bytes as they are
   * @param length how many they are: what X-Amz-Decoded-Content-Length says
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

    /** What can be opened again was opened for this; what cannot is the caller's, and left open. */
    private final boolean closes;

    private final long length;
    private final String algorithm;
    private final Checksum checksum;
    private byte[] frame = NONE;
    private int frameAt;

    /** What is left of the open chunk, and of the body. */
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

    /** A frame and what of the chunk fits behind it, in one piece. */
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
