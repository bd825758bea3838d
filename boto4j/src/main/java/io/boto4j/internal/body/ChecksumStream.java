package io.boto4j.internal.body;

import io.boto4j.error.FlexibleChecksumException;
import io.boto4j.internal.checksum.Checksum;
import io.boto4j.internal.transport.BodyStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The body of a response, compared with its checksum at its end: if they differ, it throws instead
 * of ending, again on every further read. Used by one thread.
 *
 * <p>If the length is known, the read of the last byte throws already: a reader that stops after
 * that many bytes would otherwise never notice.
 */
final class ChecksumStream extends InputStream {
  private final InputStream body;
  private final Checksum checksum;
  private final String expected;

  /** The rest of a body of known length, in bytes; negative if the length is not known. */
  private long left;

  private boolean valid;
  private @Nullable FlexibleChecksumException failure;

  /**
   * Wraps a body.
   *
   * @param length the length in bytes, or −1 if it is not known
   * @param expected the checksum in the headers of the response, in base64
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

  /** Delegates, because the body knows its length. */
  @Override
  public byte[] readAllBytes() throws IOException {
    requireNoFailure();
    byte[] all = body.readAllBytes();
    take(all, 0, all.length);
    take(all, 0, -1);
    return all;
  }

  /**
   * Returns at least 1 until the checksum was compared: a reader that takes 0 for the end must not
   * end before.
   */
  @Override
  public int available() throws IOException {
    requireNoFailure();
    int known = body.available();
    return valid ? known : Math.max(1, known);
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
      BodyStream.discard(body);
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
