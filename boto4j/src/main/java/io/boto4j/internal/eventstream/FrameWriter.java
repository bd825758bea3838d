package io.boto4j.internal.eventstream;

import static io.boto4j.internal.eventstream.HeaderType.CHECKSUM;
import static io.boto4j.internal.eventstream.HeaderType.MAX_HEADERS;
import static io.boto4j.internal.eventstream.HeaderType.MAX_NAME;
import static io.boto4j.internal.eventstream.HeaderType.MAX_PAYLOAD;
import static io.boto4j.internal.eventstream.HeaderType.MAX_VALUE;
import static io.boto4j.internal.eventstream.HeaderType.PRELUDE;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.zip.CRC32;

/** Writes messages as frames. */
public final class FrameWriter {
  private FrameWriter() {}

  /**
   * Writes a message.
   *
   * @param message the message
   * @return the frame
   * @throws IllegalArgumentException if a header or the payload is larger than a frame may hold
   */
  public static byte[] frame(EventMessage message) {
    byte[] headers = headers(message.headers());
    byte[] payload = message.payload();
    requireAtMost(MAX_HEADERS, headers.length, "The headers of an event");
    requireAtMost(MAX_PAYLOAD, payload.length, "The payload of an event");
    ByteBuffer frame =
        ByteBuffer.allocate(PRELUDE + headers.length + payload.length + CHECKSUM)
            .putInt(PRELUDE + headers.length + payload.length + CHECKSUM)
            .putInt(headers.length);
    CRC32 crc = new CRC32();
    crc.update(frame.array(), 0, frame.position());
    frame.putInt((int) crc.getValue()).put(headers).put(payload);
    crc.reset();
    crc.update(frame.array(), 0, frame.position());
    return frame.putInt((int) crc.getValue()).array();
  }

  /**
   * Writes headers without a frame, as signatures require them.
   *
   * @param headers the headers by name
   * @return the bytes
   * @throws IllegalArgumentException if the type of a header is not supported, or a header is too
   *     large
   */
  public static byte[] headers(Map<String, ?> headers) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Map.Entry<String, ?> header : headers.entrySet()) {
      byte[] name = header.getKey().getBytes(StandardCharsets.UTF_8);
      if (name.length == 0) {
        throw new IllegalArgumentException("A header of an event has no name");
      }
      requireAtMost(MAX_NAME, name.length, "The name of a header of an event");
      out.write(name.length);
      out.writeBytes(name);
      write(out, header.getKey(), header.getValue());
    }
    return out.toByteArray();
  }

  private static void write(ByteArrayOutputStream out, String name, Object value) {
    if (value instanceof Boolean flag) {
      out.write(flag ? HeaderType.TRUE : HeaderType.FALSE);
    } else if (value instanceof Byte number) {
      out.write(HeaderType.BYTE);
      out.write(number);
    } else if (value instanceof Short number) {
      out.write(HeaderType.SHORT);
      out.writeBytes(ByteBuffer.allocate(Short.BYTES).putShort(number).array());
    } else if (value instanceof Integer number) {
      out.write(HeaderType.INTEGER);
      out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
    } else if (value instanceof Long number) {
      out.write(HeaderType.LONG);
      out.writeBytes(longs(number));
    } else if (value instanceof byte[] bytes) {
      sized(out, HeaderType.BYTES, name, bytes);
    } else if (value instanceof String text) {
      sized(out, HeaderType.STRING, name, text.getBytes(StandardCharsets.UTF_8));
    } else if (value instanceof Instant instant) {
      out.write(HeaderType.TIMESTAMP);
      out.writeBytes(longs(instant.toEpochMilli()));
    } else if (value instanceof UUID uuid) {
      out.write(HeaderType.UUID);
      out.writeBytes(longs(uuid.getMostSignificantBits(), uuid.getLeastSignificantBits()));
    } else {
      throw new IllegalArgumentException(
          "The header " + name + " of an event cannot be a " + value.getClass().getName());
    }
  }

  private static void sized(ByteArrayOutputStream out, int type, String name, byte[] value) {
    requireAtMost(MAX_VALUE, value.length, "The header " + name + " of an event");
    out.write(type);
    out.write(value.length >> 8);
    out.write(value.length);
    out.writeBytes(value);
  }

  private static byte[] longs(long... values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Long.BYTES);
    for (long value : values) {
      bytes.putLong(value);
    }
    return bytes.array();
  }

  private static void requireAtMost(int most, int length, String what) {
    if (length > most) {
      throw new IllegalArgumentException(
          what + " may be " + most + " bytes long, and is " + length);
    }
  }
}
