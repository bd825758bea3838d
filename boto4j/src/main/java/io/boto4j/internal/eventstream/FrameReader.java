package io.boto4j.internal.eventstream;

import static io.boto4j.internal.eventstream.HeaderType.CHECKSUM;
import static io.boto4j.internal.eventstream.HeaderType.MAX_HEADERS;
import static io.boto4j.internal.eventstream.HeaderType.MAX_PAYLOAD;
import static io.boto4j.internal.eventstream.HeaderType.PRELUDE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Reads frames one by one, and no byte of a frame before it is requested.
 *
 * <p>Both checksums and all limits are checked before a frame is parsed. After an exception the
 * stream must not be read any further. Used by one thread.
 *
 * <p>Source: smithy.io, "Amazon Event Stream specification".
 */
public final class FrameReader {
  /** The largest announced length for which memory is allocated before the bytes have arrived. */
  private static final int MAX_TRUSTED = 1024 * 1024;

  private final InputStream in;
  private final byte[] prelude = new byte[PRELUDE];
  private long offset;

  /**
   * Creates a reader.
   *
   * @param in the stream to read; not closed
   */
  public FrameReader(InputStream in) {
    this.in = in;
  }

  /**
   * Reads a frame, waiting until all of it has arrived.
   *
   * @return the message, or null if the stream has ended after a frame
   * @throws IOException if reading fails
   * @throws FrameException if the frame is invalid
   */
  public @Nullable EventMessage next() throws IOException {
    int got = in.readNBytes(prelude, 0, PRELUDE);
    if (got == 0) {
      return null;
    }
    if (got < PRELUDE) {
      throw new FrameException("The event stream ends within the prelude of a frame", offset + got);
    }
    ByteBuffer numbers = ByteBuffer.wrap(prelude);
    long total = Integer.toUnsignedLong(numbers.getInt());
    long headers = Integer.toUnsignedLong(numbers.getInt());
    CRC32 crc = new CRC32();
    crc.update(prelude, 0, PRELUDE - CHECKSUM);
    requireChecksum("prelude", crc, numbers.getInt());
    crc.update(prelude, PRELUDE - CHECKSUM, CHECKSUM);
    requireLengths(total, headers);
    byte[] rest = rest((int) total - PRELUDE);
    crc.update(rest, 0, rest.length - CHECKSUM);
    requireChecksum("message", crc, ByteBuffer.wrap(rest).getInt(rest.length - CHECKSUM));
    EventMessage message =
        new EventMessage(
            new HeaderReader(rest, (int) headers, offset + PRELUDE).read(),
            Arrays.copyOfRange(rest, (int) headers, rest.length - CHECKSUM));
    offset += total;
    return message;
  }

  /**
   * Returns the position in the stream.
   *
   * @return the offset of the end of the last complete frame, in bytes
   */
  public long offset() {
    return offset;
  }

  private void requireLengths(long total, long headers) {
    if (headers > MAX_HEADERS) {
      throw new FrameException(
          "The headers of an event are "
              + headers
              + " bytes long, which is more than "
              + MAX_HEADERS
              + ", in the frame",
          offset);
    }
    long payload = total - headers - PRELUDE - CHECKSUM;
    if (payload < 0 || payload > MAX_PAYLOAD) {
      throw new FrameException(
          "The payload of an event is "
              + payload
              + " bytes long, which is not within 0 and "
              + MAX_PAYLOAD
              + ", in the frame",
          offset);
    }
  }

  private void requireChecksum(String what, CRC32 crc, int expected) {
    if ((int) crc.getValue() != expected) {
      throw new FrameException(
          "Checksum mismatch: expected 0x"
              + Integer.toHexString(expected)
              + ", calculated 0x"
              + Integer.toHexString((int) crc.getValue())
              + " over the "
              + what
              + " of the frame",
          offset);
    }
  }

  private byte[] rest(int length) throws IOException {
    byte[] rest;
    int got;
    if (length <= MAX_TRUSTED) {
      rest = new byte[length];
      got = in.readNBytes(rest, 0, length);
    } else {
      rest = in.readNBytes(length);
      got = rest.length;
    }
    if (got < length) {
      throw new FrameException("The event stream ends within a frame", offset + PRELUDE + got);
    }
    return rest;
  }
}
