package io.boto4j.internal.eventstream;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Reads the headers of one frame. */
final class HeaderReader {
  private final ByteBuffer bytes;
  private final long offset;

  /** Creates a reader of the first bytes of an array, which begins at an offset in the stream. */
  HeaderReader(byte[] bytes, int length, long offset) {
    this.bytes = ByteBuffer.wrap(bytes, 0, length);
    this.offset = offset;
  }

  Map<String, Object> read() {
    Map<String, Object> headers = new LinkedHashMap<>();
    while (bytes.hasRemaining()) {
      int start = bytes.position();
      String name = name();
      if (headers.put(name, value()) != null) {
        throw new FrameException("A header of an event comes twice", offset + start);
      }
    }
    return headers;
  }

  private String name() {
    int length = need(1).get() & 0xFF;
    if (length == 0) {
      throw broken("A header of an event has no name");
    }
    return new String(bytes(length), StandardCharsets.UTF_8);
  }

  private Object value() {
    int type = need(1).get();
    return switch (type) {
      case HeaderType.TRUE -> true;
      case HeaderType.FALSE -> false;
      case HeaderType.BYTE -> need(Byte.BYTES).get();
      case HeaderType.SHORT -> need(Short.BYTES).getShort();
      case HeaderType.INTEGER -> need(Integer.BYTES).getInt();
      case HeaderType.LONG -> need(Long.BYTES).getLong();
      case HeaderType.BYTES -> sized();
      case HeaderType.STRING -> new String(sized(), StandardCharsets.UTF_8);
      case HeaderType.TIMESTAMP -> Instant.ofEpochMilli(need(Long.BYTES).getLong());
      case HeaderType.UUID -> new UUID(need(2 * Long.BYTES).getLong(), bytes.getLong());
      default -> throw broken("A header of an event is of the unknown type " + type);
    };
  }

  private byte[] sized() {
    return bytes(need(Short.BYTES).getShort() & 0xFFFF);
  }

  private byte[] bytes(int length) {
    need(length);
    byte[] value = new byte[length];
    bytes.get(value);
    return value;
  }

  private ByteBuffer need(int length) {
    if (bytes.remaining() < length) {
      throw broken("The headers of an event end within one of them");
    }
    return bytes;
  }

  private FrameException broken(String message) {
    return new FrameException(message, offset + bytes.position());
  }
}
