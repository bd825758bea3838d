package io.boto4j.internal.transport;

import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;

/** The output of a connection in pieces, each of which has the read timeout. */
final class WatchedOutput extends OutputStream {
  /** The maximum that the JDK passes to the system at once. */
  private static final int PIECE = 128 * 1024;

  private final Connection connection;
  private final OutputStream out;
  private final WriteWatch watch;
  private final int timeoutMillis;
  private final long deadline;

  /** The end of the time for the current piece; 0 between pieces. */
  private volatile long pieceEnd;

  private volatile boolean late;

  private WatchedOutput(Connection connection, WriteWatch watch, int timeoutMillis, long deadline) {
    this.connection = connection;
    this.out = connection.out();
    this.watch = watch;
    this.timeoutMillis = timeoutMillis;
    this.deadline = deadline;
  }

  /** Begins the watch, if writes have a time limit: that of the connection's reads. */
  static OutputStream of(Connection connection, ConnectionPool pool) {
    SocketInput input = connection.input();
    return of(connection, pool.writeWatch(), input.timeoutMillis(), input.deadline());
  }

  /** Begins the watch, if writes have a time limit; 0 is none. */
  static OutputStream of(
      Connection connection, WriteWatch watch, int timeoutMillis, long deadline) {
    WatchedOutput output = new WatchedOutput(connection, watch, timeoutMillis, deadline);
    if (output.end(System.nanoTime()) == 0) {
      return connection.out();
    }
    output.watch.add(output);
    return output;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      for (int done = 0; done < length; ) {
        int size = Math.min(PIECE, length - done);
        pieceEnd = end(System.nanoTime());
        out.write(bytes, offset + done, size);
        pieceEnd = 0;
        done += size;
      }
    } catch (IOException e) {
      if (late && !Thread.currentThread().isInterrupted()) {
        SocketTimeoutException timeout =
            new SocketTimeoutException("The server accepted no more of the request");
        timeout.initCause(e);
        throw timeout;
      }
      throw e;
    }
  }

  /** Ends the watch, without closing the connection. */
  @Override
  public void close() {
    watch.remove(this);
  }

  long nanosLeft(long now) {
    long piece = pieceEnd;
    return (piece == 0 ? end(now) : piece) - now;
  }

  void giveUp() {
    late = true;
    connection.close();
  }

  private long end(long now) {
    return Route.earlier(deadline, now, timeoutMillis);
  }
}
