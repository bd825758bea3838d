package io.boto4j.internal.transport;

import io.boto4j.http.RequestLimits;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The input of a connection: a buffer, and the time limits of reading.
 *
 * <p>The timeout of the socket applies to each wait. The other limits, a deadline and the time for
 * a head, are only checked if they are set, since that reads the clock at each wait.
 */
final class SocketInput {
  static final String TIME_IS_UP = "The deadline has passed";

  private static final int SIZE = 16 * 1024;
  private static final long MILLI = 1_000_000;

  private final Socket raw;
  private final InputStream wire;

  /** The wire, or TLS on top of it. */
  private InputStream in;

  /** The TLS to a proxy beneath the TLS to the endpoint, or null. */
  private @Nullable InputStream beneath;

  /** Whether the layer beneath {@link #in} has ended. */
  private boolean layerEnded;

  /** The timeout in the transport's options. */
  private final int usualMillis;

  private int timeoutMillis;

  /** The end of the exchange, on the clock of nanoTime; 0 for no deadline. */
  private long deadline;

  /** The end of the time for the head; 0 before its first bytes, and outside a head. */
  private long headEnd;

  private boolean inHead;
  private int headWaits;

  /** Whether the socket's timeout differs from {@link #timeoutMillis}. */
  private boolean shortened;

  private byte[] buffer = new byte[SIZE];
  private int position;
  private int limit;

  /** Whether any bytes have arrived since the exchange began. */
  private boolean answered;

  /** Set while the rest of a body is skipped, which must not block. */
  private boolean bufferedOnly;

  SocketInput(Socket raw, int timeoutMillis) throws IOException {
    this.raw = raw;
    this.wire = raw.getInputStream();
    this.in = wire;
    this.usualMillis = timeoutMillis;
    this.timeoutMillis = timeoutMillis;
    raw.setSoTimeout(timeoutMillis);
  }

  /** Reads through a layer on top of the socket from now on. */
  void layer(InputStream upper) {
    beneath = in == wire ? null : in;
    in = upper;
  }

  /** Records that the layer beneath TLS has ended, which is only then in order after TLS has. */
  void layerEnded() {
    layerEnded = true;
  }

  /**
   * Whether the end of the input may be the work of someone on the way: TLS ended without its
   * close_notify (RFC 9112, section 9.8).
   */
  boolean endsUnproven() {
    return in != wire && layerEnded;
  }

  /**
   * Whether bytes were received that nobody has read: in the buffer, or in the rest of a TLS record
   * that is decrypted already. Those that are still in the socket are found when the connection is
   * used again.
   */
  boolean hasSurplus() throws IOException {
    return buffered() > 0
        || (in != wire && in.available() > 0)
        || (beneath != null && beneath.available() > 0);
  }

  /** Begins an exchange; null limits mean the timeouts of the options. */
  void begin(@Nullable RequestLimits limits) throws IOException {
    answered = false;
    inHead = false;
    headEnd = 0;
    if (limits == null) {
      limit(usualMillis, 0);
    } else {
      int millis = limits.readTimeoutMillis();
      limit(millis == 0 ? usualMillis : millis, limits.deadlineNanos());
    }
  }

  void limit(int millis, long end) throws IOException {
    deadline = end;
    if (millis != timeoutMillis || shortened) {
      timeoutMillis = millis;
      restore();
    }
  }

  /** Returns the timeout of each wait in milliseconds; 0 for no limit. */
  int timeoutMillis() {
    return timeoutMillis;
  }

  long deadline() {
    return deadline;
  }

  /**
   * Begins a head. Its first bytes may take as long as the timeout, and the rest as long again:
   * without that bound, a server that sends a byte now and then could take a day.
   */
  void beginHead() {
    inHead = true;
    headWaits = 0;
    headEnd = 0;
  }

  void endHead() throws IOException {
    inHead = false;
    headEnd = 0;
    if (shortened && deadline == 0) {
      restore();
    }
  }

  boolean answered() {
    return answered;
  }

  int buffered() {
    return limit - position;
  }

  /** Returns the index in the buffer of the next byte. */
  int position() {
    return position;
  }

  void bufferedOnly() {
    bufferedOnly = true;
  }

  void mayBlock() {
    bufferedOnly = false;
  }

  /** Returns the buffer. The last line stays in place until the next read. */
  byte[] buffer() {
    return buffer;
  }

  /** The index in the buffer of the last line. */
  private int lineStart;

  int lineStart() {
    return lineStart;
  }

  /**
   * Reads a line.
   *
   * @param most the maximum length, including the line end
   * @param what the message for a line that is longer
   * @return the index in the buffer of the line's end, before CR LF; it starts at {@link
   *     #lineStart()}
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

  /** Skips at least one byte; returns −1 at the end of the stream. */
  int skip(long length) throws IOException {
    if (position == limit && !fill()) {
      return -1;
    }
    int count = (int) Math.min(length, limit - position);
    position += count;
    return count;
  }

  /**
   * Waits a while for bytes, unless some are in the buffer.
   *
   * @return false if none arrived
   */
  boolean awaitAny(int millis) throws IOException {
    if (buffered() > 0) {
      return true;
    }
    int usual = timeoutMillis;
    timeoutMillis = usual == 0 ? millis : Math.min(millis, usual);
    restore();
    try {
      // At the end of the stream, the reader of the response finds and reports it.
      fill();
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    } finally {
      timeoutMillis = usual;
      restore();
    }
  }

  /** Reads from the wire itself, below any TLS, within the time limits. */
  int readWire(byte[] target, int offset, int length) throws IOException {
    boolean later = inHead && headWaits++ > 0;
    if (deadline == 0 && !later) {
      return wire.read(target, offset, length);
    }
    shorten();
    try {
      return wire.read(target, offset, length);
    } catch (SocketTimeoutException e) {
      checkEnds(System.nanoTime());
      throw e;
    }
  }

  private void shorten() throws IOException {
    long now = System.nanoTime();
    if (inHead && headWaits > 1 && headEnd == 0 && timeoutMillis > 0) {
      headEnd = now + timeoutMillis * MILLI;
    }
    checkEnds(now);
    long left = timeoutMillis == 0 ? Long.MAX_VALUE : timeoutMillis * MILLI;
    left = deadline == 0 ? left : Math.min(left, deadline - now);
    left = headEnd == 0 ? left : Math.min(left, headEnd - now);
    if (left != Long.MAX_VALUE) {
      shortened = true;
      raw.setSoTimeout((int) Math.min(Integer.MAX_VALUE, (left + MILLI - 1) / MILLI));
    }
  }

  private void checkEnds(long now) throws SocketTimeoutException {
    if (deadline != 0 && deadline - now <= 0) {
      throw new SocketTimeoutException(TIME_IS_UP);
    }
    if (headEnd != 0 && headEnd - now <= 0) {
      throw new SocketTimeoutException(
          "The head of the response took longer than " + timeoutMillis + " ms");
    }
  }

  private void restore() throws IOException {
    shortened = false;
    raw.setSoTimeout(timeoutMillis);
  }

  private int receive(byte[] target, int offset, int length) throws IOException {
    if (bufferedOnly) {
      throw new EOFException("The rest has not arrived yet");
    }
    int count = in == wire ? readWire(target, offset, length) : in.read(target, offset, length);
    if (count > 0) {
      answered = true;
    }
    return count;
  }
}
