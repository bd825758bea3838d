package io.boto4j.internal.transport;

import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;

/** The frames of one connection, read by one thread. */
final class Http2Frames {
  static final int DATA = 0;
  static final int HEADERS = 1;
  static final int RST_STREAM = 3;
  static final int SETTINGS = 4;
  static final int PUSH_PROMISE = 5;
  static final int PING = 6;
  static final int GOAWAY = 7;
  static final int WINDOW_UPDATE = 8;
  static final int CONTINUATION = 9;

  static final int END_STREAM = 0x1;
  static final int ACK = 0x1;
  static final int END_HEADERS = 0x4;
  static final int PADDED = 0x8;
  static final int PRIORITY = 0x20;

  /** The only stream of a connection. */
  static final int STREAM = 1;

  /** The maximum frame size without a setting. */
  static final int MAX_FRAME = 16 * 1024;

  private static final int HEAD = 9;

  private final Connection connection;
  private final byte[] head = new byte[HEAD];

  int type;
  int flags;
  int stream;
  byte[] payload = {};

  Http2Frames(Connection connection) {
    this.connection = connection;
  }

  /** Reads the next frame into the fields. */
  void read() throws IOException {
    fill(head);
    ByteBuffer numbers = ByteBuffer.wrap(head);
    int first = numbers.getInt();
    type = first & 0xFF;
    flags = numbers.get() & 0xFF;
    stream = numbers.getInt() & Integer.MAX_VALUE;
    int length = first >>> 8;
    if (length > MAX_FRAME) {
      throw new ProtocolException("an HTTP/2 frame of " + length + " bytes");
    }
    payload = new byte[length];
    fill(payload);
  }

  boolean has(int flag) {
    return (flags & flag) != 0;
  }

  /** Returns the start and end of the payload without its padding. */
  int[] unpadded(int fixed) throws ProtocolException {
    int start = has(PADDED) ? 1 : 0;
    int padding = start == 1 && payload.length > 0 ? payload[0] & 0xFF : 0;
    int end = payload.length - padding;
    if (start + fixed > end) {
      throw new ProtocolException("an HTTP/2 frame with more padding than payload");
    }
    return new int[] {start + fixed, end};
  }

  /** Returns a frame as one array, so that TLS sends it as one record. */
  static byte[] frame(
      int frameType, int frameFlags, int frameStream, byte[] content, int offset, int length) {
    return ByteBuffer.allocate(HEAD + length)
        .putInt(length << 8 | frameType)
        .put((byte) frameFlags)
        .putInt(frameStream)
        .put(content, offset, length)
        .array();
  }

  static byte[] number(int value) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
  }

  private void fill(byte[] target) throws IOException {
    for (int at = 0; at < target.length; ) {
      int count = connection.input().read(target, at, target.length - at);
      if (count < 0) {
        throw new EOFException("End of stream");
      }
      at += count;
    }
  }
}
