package io.boto4j.benchmarks.transfer.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request, of which only a small one is kept.
 *
 * @param length the length of the decoded body
 * @param bytes the decoded body, or null if it is large
 * @param trailers the trailers, by name in lower case, if they were read
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
record Body(long length, byte @Nullable [] bytes, Map<String, String> trailers) {
  private static final int KEPT = 64 * 1024;

  static Body read(Connection connection, RequestHead head) throws IOException {
    if (head.has("expect", "100-continue")) {
      connection.write("HTTP/1.1 100 Continue\r\n\r\n");
      connection.flush();
    }
    boolean framed = head.has("x-amz-content-sha256", "streaming-");
    long decoded = head.number("x-amz-decoded-content-length");
    if (head.has("transfer-encoding", "chunked")) {
      Body sent = chunks(connection);
      return framed ? sent.unframed(decoded) : sent;
    }
    long length = head.number("content-length");
    if (framed && decoded <= KEPT) {
      return chunks(connection);
    }
    ByteArrayOutputStream kept =
        framed || length > KEPT ? null : new ByteArrayOutputStream((int) length);
    connection.read(length, kept);
    return new Body(framed ? decoded : length, kept == null ? null : kept.toByteArray(), Map.of());
  }

  /** Removes the frames of AWS that were inside those of HTTP. */
  private Body unframed(long decoded) throws IOException {
    if (bytes == null) {
      return new Body(decoded, null, Map.of());
    }
    try (Connection frames = new Connection(new Wire.Received(ByteBuffer.wrap(bytes)), null)) {
      return chunks(frames);
    }
  }

  /** Reads chunks, each after its size in hexadecimal digits, and the trailers. */
  private static Body chunks(Connection connection) throws IOException {
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    long length = 0;
    for (long size = size(connection.line()); size > 0; size = size(connection.line())) {
      length += size;
      connection.read(size, length <= KEPT ? kept : null);
      connection.line();
    }
    Map<String, String> trailers = new HashMap<>();
    for (String line = connection.line(); !line.isEmpty(); line = connection.line()) {
      int colon = line.indexOf(':');
      trailers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    return new Body(length, length <= KEPT ? kept.toByteArray() : null, trailers);
  }

  private static long size(String line) {
    int end = line.indexOf(';');
    return Long.parseLong(end < 0 ? line : line.substring(0, end), 16);
  }

  String text() {
    return bytes == null ? "" : new String(bytes, ISO_8859_1);
  }
}
