package io.boto4j.s3;

import io.boto4j.Checksum;
import io.boto4j.http.HttpBody;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A range of a source as the body of a request. Reads the source each time it is hashed or sent, so
 * that nothing is kept in memory; what is sent counts as progress, and against the bandwidth.
 */
final class PartBody implements HttpBody {
  private final PartSource source;
  private final long position;
  private final long length;
  private final int chunk;
  private final @Nullable Bandwidth bandwidth;
  private final boolean signs;
  private final Tracker tracker;

  /** Calculated together with the checksum, for which all bytes are read anyway. */
  private volatile @Nullable String sha256;

  /** Whether the request is being sent, and not hashed. */
  private volatile boolean sending;

  /** The number of bytes that were sent in any attempt. */
  private long reported;

  PartBody(PartSource source, long position, long length, Settings settings, Tracker tracker) {
    this.source = source;
    this.position = position;
    this.length = length;
    this.chunk = settings.chunk();
    this.bandwidth = settings.bandwidth();
    this.signs = settings.signs();
    this.tracker = tracker;
  }

  /**
   * The settings of all bodies of an {@link S3Transfer}.
   *
   * @param chunk the number of bytes that are read at once
   * @param bandwidth the limit of what is sent and received
   * @param signs whether bodies are signed, which needs their SHA-256
   */
  record Settings(int chunk, @Nullable Bandwidth bandwidth, boolean signs) {}

  void sending(boolean now) {
    sending = now;
  }

  @Override
  public long contentLength() {
    return length;
  }

  @Override
  public boolean replayable() {
    return true;
  }

  @Override
  public @Nullable String sha256() {
    return sha256;
  }

  @Override
  public InputStream open() {
    return new Reader();
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    byte[] buffer = buffer();
    try (InputStream in = open()) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        out.write(buffer, 0, count);
      }
    }
  }

  /** Reads the bytes, and returns their checksum in Base64. */
  String checksum(String algorithm) throws IOException {
    Checksum sum = Checksum.of(algorithm);
    MessageDigest digest = signs ? sha256Digest() : null;
    byte[] buffer = buffer();
    for (long at = 0; at < length; ) {
      int count = source.read(position + at, buffer, 0, fitting(buffer.length, at));
      sum.update(buffer, 0, count);
      if (digest != null) {
        digest.update(buffer, 0, count);
      }
      at += count;
    }
    if (digest != null) {
      sha256 = HexFormat.of().formatHex(digest.digest());
    }
    return sum.base64();
  }

  /** Reads the bytes, and returns the value of {@code Content-MD5}. */
  String md5() throws IOException {
    return Base64.getEncoder().encodeToString(md5Bytes());
  }

  /** Reads the bytes, and returns their MD5 as it is in entity tags. */
  String md5Hex() throws IOException {
    return HexFormat.of().formatHex(md5Bytes());
  }

  private byte[] md5Bytes() throws IOException {
    MessageDigest digest = ETags.md5();
    byte[] buffer = buffer();
    for (long at = 0; at < length; ) {
      int count = source.read(position + at, buffer, 0, fitting(buffer.length, at));
      digest.update(buffer, 0, count);
      at += count;
    }
    return digest.digest();
  }

  private static MessageDigest sha256Digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This JVM has no SHA-256", e);
    }
  }

  private byte[] buffer() {
    return new byte[(int) Math.max(1, Math.min(chunk, length))];
  }

  private int fitting(int size, long at) {
    return (int) Math.min(size, length - at);
  }

  private void passed(long at) throws IOException {
    if (at > reported) {
      tracker.passed(at - reported);
      reported = at;
    }
  }

  private void limit(int count) throws IOException {
    if (bandwidth != null) {
      try {
        bandwidth.pass(count);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("Interrupted while waiting for bandwidth");
      }
    }
  }

  private final class Reader extends InputStream {
    private long at;

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int size) throws IOException {
      Objects.checkFromIndexSize(offset, size, target.length);
      if (at == length) {
        return size == 0 ? 0 : -1;
      }
      int count = source.read(position + at, target, offset, fitting(size, at));
      at += count;
      if (sending) {
        limit(count);
        passed(at);
      }
      return count;
    }

    @Override
    public int available() {
      return (int) Math.min(Integer.MAX_VALUE, length - at);
    }
  }

  @Override
  public String toString() {
    return length + " bytes from " + position;
  }
}
