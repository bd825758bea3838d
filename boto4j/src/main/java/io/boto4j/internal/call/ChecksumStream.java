package io.boto4j.internal.call;

import io.boto4j.error.FlexibleChecksumException;
import io.boto4j.internal.checksum.Checksum;
import io.boto4j.internal.transport.SocketTransport;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer that is held against its checksum where it ends: then it throws instead of
 * ending, and does so each time it is asked for more. Used by one thread.
 *
 * <p>Where the length is known, the read that brings the last byte throws already: who reads that
 * many bytes and no more would else never hear of it.
 */
final class ChecksumStream extends InputStream {
  private final InputStream body;
  private final Checksum checksum;
  private final String expected;

  /** What is left of a body of known length; negative if it is not known. */
  private long left;

  private boolean valid;
  private @Nullable FlexibleChecksumException failure;

  /**
   * Wraps a body.
   *
   * @param length how many bytes were announced, or −1
   * @param expected what came with the answer, in base64
   */
  ChecksumStream(InputStream body, long length, Checksum checksum, String expected) {
    this.body = body;
    this.left = length;
    this.checksum = checksum;
    this.expected = expected;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, target.length);
    requireNoFailure();
    if (length == 0) {
      return 0;
    }
    int count = body.read(target, offset, length);
    take(target, offset, count);
    return count;
  }

  /** The body knows how much room it takes. */
  @Override
  public byte[] readAllBytes() throws IOException {
    requireNoFailure();
    byte[] all = body.readAllBytes();
    take(all, 0, all.length);
    take(all, 0, -1);
    return all;
  }

  @Override
  public int available() throws IOException {
    return failure == null ? body.available() : 0;
  }

  @Override
  public void close() throws IOException {
    body.close();
  }

  private void take(byte[] bytes, int offset, int count) {
    if (count > 0) {
      checksum.update(bytes, offset, count);
      left -= count;
    }
    if ((count < 0 || left == 0) && !valid) {
      validate();
    }
  }

  private void validate() {
    try {
      checksum.require(expected);
      valid = true;
    } catch (FlexibleChecksumException e) {
      SocketTransport.discard(body);
      failure = e;
      throw e;
    }
  }

  private void requireNoFailure() {
    if (failure != null) {
      throw failure;
    }
  }
}
