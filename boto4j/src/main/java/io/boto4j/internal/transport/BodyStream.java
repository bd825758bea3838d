package io.boto4j.internal.transport;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The body of a response: it ends where the message ends, and throws rather than end early.
 *
 * <p>When it has been read to its end, the connection returns to the pool at once. When it is
 * closed before, the connection returns to the pool if the rest is in the buffer already, and is
 * closed otherwise: waiting for an unwanted rest may take longer than a new connection. Used by one
 * thread.
 */
public final class BodyStream extends InputStream {
  /** The largest announced length for which an array is created before the bytes arrive. */
  private static final int MAX_TRUSTED = 1024 * 1024;

  private static final int MAX_CHUNK_LINE = 8 * 1024;

  private final ConnectionPool pool;
  private final URI uri;
  private final long total;
  private final boolean reusable;

  /** Null once the body has ended, failed or been closed. */
  private @Nullable Connection connection;

  /** The connection after it was returned to the pool. */
  private @Nullable Connection given;

  /** Set while a user has the body, and may drop it. */
  private LentBodies.@Nullable Lent lent;

  private @Nullable RuntimeException failure;
  private boolean closed;

  /** The number of bytes left in the body, or in the current chunk. */
  private long left;

  private long delivered;
  private boolean afterChunk;

  BodyStream(ConnectionPool pool, Connection connection, URI uri, long length, boolean reusable) {
    this.pool = pool;
    this.connection = connection;
    this.uri = uri;
    this.total = length;
    this.reusable = reusable;
    this.left = length == ResponseReader.UNTIL_CLOSE ? Long.MAX_VALUE : length < 0 ? 0 : length;
    if (length == 0) {
      finish(connection);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, target.length);
    Connection source = open();
    if (length == 0 || source == null) {
      return length == 0 ? 0 : -1;
    }
    try {
      if (left == 0 && !nextChunk(source)) {
        return -1;
      }
      int count = source.input().read(target, offset, (int) Math.min(length, left));
      return advance(source, count) ? count : -1;
    } catch (IOException e) {
      throw fail(source, e);
    }
  }

  @Override
  public long skip(long count) throws IOException {
    long skipped = 0;
    while (skipped < count) {
      Connection source = open();
      if (source == null) {
        break;
      }
      try {
        if (left == 0 && !nextChunk(source)) {
          break;
        }
        int passed = source.input().skip(Math.min(count - skipped, left));
        if (!advance(source, passed)) {
          break;
        }
        skipped += passed;
      } catch (IOException e) {
        throw fail(source, e);
      }
    }
    return skipped;
  }

  /**
   * Returns at least 1 until the end has been read: GZIPInputStream and others take 0 for the end.
   */
  @Override
  public int available() throws IOException {
    Connection source = open();
    return source == null ? 0 : (int) Math.max(1, Math.min(left, source.input().buffered()));
  }

  /** Reads into one array of the right size if the length is known. */
  @Override
  public byte[] readAllBytes() throws IOException {
    if (total < 0 || left > MAX_TRUSTED) {
      return super.readAllBytes();
    }
    byte[] all = new byte[(int) left];
    for (int at = 0; at < all.length; ) {
      at += read(all, at, all.length - at);
    }
    open();
    return all;
  }

  /**
   * Reads into one array of the right size if the length is known and does not exceed the limit.
   */
  @Override
  public byte[] readNBytes(int length) throws IOException {
    return total >= 0 && left <= length && left <= MAX_TRUSTED
        ? readAllBytes()
        : super.readNBytes(length);
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    Connection source = connection;
    if (source == null) {
      return;
    }
    if (reusable) {
      source.input().bufferedOnly();
      try {
        while (left > 0 ? advance(source, source.input().skip(left)) : nextChunk(source)) {
          if (connection == null) {
            return;
          }
        }
      } catch (IOException e) {
        // The rest has not arrived, so the connection cannot be used again.
      }
    }
    if (connection != null) {
      connection = null;
      endLoan();
      source.close();
    }
  }

  /**
   * Records that a body outlives its call, in the hands of a user: if they drop it unread, its
   * connection is closed. Does nothing for the bodies of other transports.
   *
   * @param body the body of a response
   */
  public static void lend(InputStream body) {
    if (body instanceof BodyStream own) {
      own.lend();
    }
  }

  private void lend() {
    Connection source = connection;
    if (source != null) {
      lent = pool.lend(this, source, Route.url(uri));
    }
  }

  private void endLoan() {
    LentBodies.Lent loan = lent;
    if (loan != null) {
      lent = null;
      loan.end();
    }
  }

  /**
   * Closes the connection of a body that arrived damaged, even if the body was read to its end and
   * the connection is back in the pool. Does nothing for the bodies of other transports.
   *
   * @param body the body of a response
   */
  public static void discard(InputStream body) {
    if (body instanceof BodyStream own) {
      own.discard();
    }
  }

  private void discard() {
    Connection source = connection;
    if (source != null) {
      connection = null;
      endLoan();
      source.close();
    } else if (given != null) {
      pool.discard(given);
    }
  }

  private @Nullable Connection open() throws IOException {
    if (closed) {
      throw new IOException("The body of this response was closed");
    }
    if (failure != null) {
      throw failure;
    }
    return connection;
  }

  /**
   * Counts bytes that were received.
   *
   * @param count the number of bytes, or −1 at the end of the connection
   * @return false if the body ended, which it may do without a length of its own
   */
  private boolean advance(Connection source, int count) throws IOException {
    if (count < 0) {
      if (total != ResponseReader.UNTIL_CLOSE) {
        throw new EOFException("End of stream within the body");
      }
      if (source.input().endsUnproven()) {
        throw new EOFException("The TLS connection ended without a close_notify");
      }
      finish(source);
      return false;
    }
    delivered += count;
    left -= count;
    if (left == 0 && total >= 0) {
      finish(source);
    }
    return true;
  }

  /**
   * Reads the line before a chunk (RFC 9112, section 7.1), and ignores extensions.
   *
   * @return false after the last chunk
   */
  private boolean nextChunk(Connection source) throws IOException {
    SocketInput in = source.input();
    if (afterChunk && in.readLine(2, "a chunk is longer than its size") > in.lineStart()) {
      throw new ProtocolException("a chunk is longer than its size");
    }
    afterChunk = false;
    int end = in.readLine(MAX_CHUNK_LINE, "the line before a chunk is larger than 8 KiB");
    left = chunkSize(in.buffer(), in.lineStart(), end);
    afterChunk = true;
    if (left > 0) {
      return true;
    }
    source.reader().readTrailers();
    finish(source);
    return false;
  }

  private static long chunkSize(byte[] line, int start, int end) throws ProtocolException {
    long size = 0;
    int at = start;
    for (; at < end; at++) {
      int digit = Character.digit(line[at], 16);
      if (digit < 0) {
        break;
      }
      if (size >>> 58 != 0) {
        throw new ProtocolException("the size of a chunk is larger than 2^62 bytes");
      }
      size = size << 4 | digit;
    }
    int digits = at - start;
    while (at < end && (line[at] == ' ' || line[at] == '\t')) {
      at++;
    }
    if (digits == 0 || (at < end && line[at] != ';')) {
      throw new ProtocolException("the size of a chunk is not a hexadecimal number");
    }
    return size;
  }

  private void finish(Connection source) {
    connection = null;
    endLoan();
    source.input().mayBlock();
    if (reusable && isDrained(source)) {
      given = source;
      pool.give(source);
    } else {
      // Unexpected bytes: they could be taken for the response to another request.
      source.close();
    }
  }

  private static boolean isDrained(Connection source) {
    try {
      return !source.input().hasSurplus();
    } catch (IOException e) {
      return false;
    }
  }

  private RuntimeException fail(Connection source, IOException e) {
    connection = null;
    endLoan();
    source.close();
    RuntimeException mapped = Failures.reading(e, uri, delivered, total);
    failure = mapped;
    return mapped;
  }
}
