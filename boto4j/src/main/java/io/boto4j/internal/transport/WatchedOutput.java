package io.boto4j.internal.transport;

import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;

/** Writes to a connection piece by piece, each of which has as long as a read has. */
final class WatchedOutput extends OutputStream {
  /** The JDK hands no more than this to the system at once either. */
  private static final int PIECE = 128 * 1024;

  private final Connection connection;
  private final OutputStream out;
  private final WriteWatch watch;
  private final int timeoutMillis;
  private final long deadline;

  /** When the piece that is being written has to be out; 0 between pieces. */
  private volatile long pieceEnd;

  private volatile boolean late;

  private WatchedOutput(Connection connection, WriteWatch watch) {
    this.connection = connection;
    this.out = connection.out();
    this.watch = watch;
    this.timeoutMillis = connection.input().timeoutMillis();
    this.deadline = connection.input().deadline();
  }

  /** Begins to watch, if there is a bound to watch over. */
  static OutputStream of(Connection connection, ConnectionPool pool) {
    WatchedOutput output = new WatchedOutput(connection, pool.writeWatch());
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
            new SocketTimeoutException("The server took no more of the request");
        timeout.initCause(e);
        throw timeout;
      }
      throw e;
    }
  }

  /** Ends the watch; the connection stays as it is. */
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
