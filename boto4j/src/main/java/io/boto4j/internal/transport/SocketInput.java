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
 * What comes in over a connection, through a buffer that lives as long as it does, and how long it
 * is waited for.
 *
 * <p>The timeout of the socket is for each wait: what else bounds the wait, a deadline or the time
 * for a head, is looked at only where there is such a bound, for that asks the clock at each wait.
 */
final class SocketInput {
  static final String TIME_IS_UP = "The time there was for it has passed";

  private static final int SIZE = 16 * 1024;
  private static final long MILLI = 1_000_000;

  private final Socket raw;
  private final InputStream wire;

  /** The wire, or what TLS makes of it. */
  private InputStream in;

  /** What the transport's options say. */
  private final int usualMillis;

  private int timeoutMillis;

  /** When all has to be over; 0 for never. */
  private long deadline;

  /** When the head has to be there; 0 before its first bytes came, and outside a head. */
  private long headEnd;

  private boolean inHead;
  private int headWaits;

  /** Whether the socket has another timeout than {@link #timeoutMillis}. */
  private boolean shortened;

  private byte[] buffer = new byte[SIZE];
  private int position;
  private int limit;

  /** Whether anything came since the exchange began. */
  private boolean answered;

  /** Set while a body is being abandoned, which may not block. */
  private boolean bufferedOnly;

  SocketInput(Socket raw, int timeoutMillis) throws IOException {
    this.raw = raw;
    this.wire = raw.getInputStream();
    this.in = wire;
    this.usualMillis = timeoutMillis;
    this.timeoutMillis = timeoutMillis;
    raw.setSoTimeout(timeoutMillis);
  }

  /** Reads through a layer upon the socket from now on. */
  void layer(InputStream upper) {
    in = upper;
  }

  /** Begins an exchange; limits are null where the options' timeouts hold. */
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

  /** For each wait, in milliseconds; 0 for ever. */
  int timeoutMillis() {
    return timeoutMillis;
  }

  long deadline() {
    return deadline;
  }

  /**
   * Begins a head, whose first bytes may take the timeout, and the rest of it as long again:
   * otherwise a server that sends a byte now and then could go on for a day.
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

  /**
   * Waits a while for bytes, if there are none yet.
   *
   * @return false if none came
   */
  boolean awaitAny(int millis) throws IOException {
    if (buffered() > 0) {
      return true;
    }
    int usual = timeoutMillis;
    timeoutMillis = usual == 0 ? millis : Math.min(millis, usual);
    restore();
    try {
      // At the end of the stream the reader of the answer shall find it again, and say so.
      fill();
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    } finally {
      timeoutMillis = usual;
      restore();
    }
  }

  /** Reads from the wire itself, beneath any TLS, and waits no longer than it may. */
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
          "The head of the answer took longer than " + timeoutMillis + " ms");
    }
  }

  private void restore() throws IOException {
    shortened = false;
    raw.setSoTimeout(timeoutMillis);
  }

  private int receive(byte[] target, int offset, int length) throws IOException {
    if (bufferedOnly) {
      throw new EOFException("The rest has not come yet");
    }
    int count = in == wire ? readWire(target, offset, length) : in.read(target, offset, length);
    if (count > 0) {
      answered = true;
    }
    return count;
  }
}
