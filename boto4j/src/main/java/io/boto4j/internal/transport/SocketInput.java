package io.boto4j.internal.transport;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.Arrays;

/** What comes in over a connection, through a buffer that lives as long as it does. */
final class SocketInput {
  private static final int SIZE = 16 * 1024;

  private final InputStream in;
  private byte[] buffer = new byte[SIZE];
  private int position;
  private int limit;

  /** Whether anything came since the exchange began. */
  private boolean answered;

  /** Set while a body is being abandoned, which may not block. */
  private boolean bufferedOnly;

  SocketInput(InputStream in) {
    this.in = in;
  }

  void begin() {
    answered = false;
  }

  boolean answered() {
    return answered;
  }

  int buffered() {
    return limit - position;
  }

  void bufferedOnly() {
    bufferedOnly = true;
  }

  void mayBlock() {
    bufferedOnly = false;
  }

  /** The buffer, in which the line that was read last stands still until the next read. */
  byte[] buffer() {
    return buffer;
  }

  /** Where the line that was read last begins, given its end. */
  private int lineStart;

  int lineStart() {
    return lineStart;
  }

  /**
   * Reads a line.
   *
   * @param most how long it may be, its end included
   * @param what the thing that is too long if it is longer
   * @return where in the buffer it ends, CR LF not counted; it begins at {@link #lineStart()}
   */
  int readLine(int most, String what) throws IOException {
    int scanned = 0;
    while (true) {
      int stop = Math.min(limit, position + most);
      for (int i = position + scanned; i < stop; i++) {
        if (buffer[i] == '\n') {
          lineStart = position;
          position = i + 1;
          return i > lineStart && buffer[i - 1] == '\r' ? i - 1 : i;
        }
      }
      scanned = limit - position;
      if (scanned >= most) {
        throw new ProtocolException(what);
      }
      if (!fill()) {
        throw new EOFException("End of stream within a line");
      }
    }
  }

  /**
   * Waits for more bytes and adds them to the buffer.
   *
   * @return false at the end of the stream
   */
  boolean fill() throws IOException {
    if (position == limit) {
      position = 0;
      limit = 0;
    } else if (limit == buffer.length) {
      if (position == 0) {
        buffer = Arrays.copyOf(buffer, buffer.length * 2);
      } else {
        System.arraycopy(buffer, position, buffer, 0, limit - position);
        limit -= position;
        position = 0;
      }
    }
    int count = receive(buffer, limit, buffer.length - limit);
    if (count < 0) {
      return false;
    }
    limit += count;
    return true;
  }

  /** Reads at least one byte, as {@link InputStream#read(byte[], int, int)} does. */
  int read(byte[] target, int offset, int length) throws IOException {
    if (position == limit) {
      if (length >= SIZE) {
        return receive(target, offset, length);
      }
      if (!fill()) {
        return -1;
      }
    }
    int count = Math.min(length, limit - position);
    System.arraycopy(buffer, position, target, offset, count);
    position += count;
    return count;
  }

  /** Passes over at least one byte; −1 at the end of the stream. */
  int skip(long length) throws IOException {
    if (position == limit && !fill()) {
      return -1;
    }
    int count = (int) Math.min(length, limit - position);
    position += count;
    return count;
  }

  private int receive(byte[] target, int offset, int length) throws IOException {
    if (bufferedOnly) {
      throw new EOFException("The rest has not come yet");
    }
    int count = in.read(target, offset, length);
    if (count > 0) {
      answered = true;
    }
    return count;
  }
}
