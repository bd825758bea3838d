package io.boto4j.benchmarks.transfer.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One connection: reads lines and bytes, and writes heads and bodies. */
final class Connection implements Closeable {
  private static final int OUT = 64 * 1024;

  private final Wire wire;
  private final @Nullable Pattern pattern;
  private final ByteBuffer in;
  private final ByteBuffer out;

  /**
   * Creates a connection.
   *
   * @param pattern the bytes of all objects; null if nothing is written
   */
  Connection(Wire wire, @Nullable Pattern pattern) {
    this.wire = wire;
    this.pattern = pattern;
    this.in = buffer(pattern == null ? OUT : Pattern.SPAN).limit(0);
    this.out = buffer(pattern == null ? 0 : OUT);
  }

  private ByteBuffer buffer(int size) {
    return wire.inHeap() ? ByteBuffer.allocate(size) : ByteBuffer.allocateDirect(size);
  }

  /** Reads the next request up to its body; null at the end of the connection. */
  @Nullable RequestHead head() throws IOException {
    if (!in.hasRemaining() && !fill()) {
      return null;
    }
    List<String> lines = new ArrayList<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      lines.add(line);
    }
    return RequestHead.parse(lines);
  }

  private boolean fill() throws IOException {
    in.clear();
    int count = wire.read(in);
    in.flip();
    return count >= 0;
  }

  private void require() throws IOException {
    if (!in.hasRemaining() && !fill()) {
      throw new EOFException("The request broke off");
    }
  }

  /** Reads a line, without its end. */
  String line() throws IOException {
    StringBuilder line = new StringBuilder();
    while (true) {
      require();
      char next = (char) (in.get() & 0xFF);
      if (next == '\n') {
        return line.toString();
      }
      if (next != '\r') {
        line.append(next);
      }
    }
  }

  /** Reads bytes, and forgets them unless there is somewhere to keep them. */
  void read(long length, @Nullable ByteArrayOutputStream kept) throws IOException {
    for (long left = length; left > 0; ) {
      require();
      int count = (int) Math.min(left, in.remaining());
      if (kept == null) {
        in.position(in.position() + count);
      } else {
        byte[] piece = new byte[count];
        in.get(piece);
        kept.writeBytes(piece);
      }
      left -= count;
    }
  }

  /** Writes the head of a response, which is the whole response if it has no body. */
  void write(String head) {
    out.put(head.getBytes(ISO_8859_1));
  }

  /** Writes a body. */
  void write(byte[] body) throws IOException {
    for (int at = 0; at < body.length; ) {
      int count = Math.min(out.remaining(), body.length - at);
      out.put(body, at, count);
      at += count;
      if (!out.hasRemaining()) {
        flush();
      }
    }
  }

  /** Writes bytes of the pattern as a body. */
  void writePattern(long from, long length) throws IOException {
    Pattern bytes = Objects.requireNonNull(pattern);
    if (length <= out.remaining()) {
      out.put(bytes.at(from, length, wire.inHeap()));
      return;
    }
    flush();
    for (long at = 0; at < length; ) {
      ByteBuffer piece = bytes.at(from + at, length - at, wire.inHeap());
      at += piece.remaining();
      wire.write(piece);
    }
  }

  void flush() throws IOException {
    out.flip();
    wire.write(out);
    out.clear();
  }

  @Override
  public void close() throws IOException {
    wire.close();
  }
}
