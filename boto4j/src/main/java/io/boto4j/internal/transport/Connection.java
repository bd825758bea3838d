package io.boto4j.internal.transport;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * One connection, used by one thread at a time.
 *
 * <p>It is a channel used through its socket: the socket has timeouts, which a channel lacks, and
 * the channel can be asked without waiting whether the server has closed it, which a socket cannot.
 */
final class Connection {
  private static final int OUT_SIZE = 16 * 1024;

  /** How long a first answer lies back at least before something unrepeatable follows it. */
  private static final int FIRST_IDLE_MILLIS = 5;

  private final Route route;
  private final SocketChannel channel;

  /** The channel's own socket, or the TLS socket upon it. */
  private final Socket socket;

  private final OutputStream out;
  private final SocketInput input;
  private final ResponseReader reader;
  private final byte[] outBuffer = new byte[OUT_SIZE];
  private final ByteBuffer probe = ByteBuffer.allocate(1);
  private final int readTimeoutMillis;
  private long idleSince;
  private boolean reused;

  private Connection(Route route, SocketChannel channel, Socket socket, int readTimeoutMillis)
      throws IOException {
    this.route = route;
    this.channel = channel;
    this.socket = socket;
    this.readTimeoutMillis = readTimeoutMillis;
    this.out = socket.getOutputStream();
    this.input = new SocketInput(socket.getInputStream());
    this.reader = new ResponseReader(input);
    socket.setSoTimeout(readTimeoutMillis);
  }

  static Connection open(Route route, TransportOptions options, @Nullable Tls tls)
      throws IOException {
    SocketChannel channel = connect(route, options);
    try {
      Socket socket = channel.socket();
      socket.setTcpNoDelay(true);
      if (options.tcpKeepAlive()) {
        socket.setKeepAlive(true);
      }
      if (tls != null) {
        socket.setSoTimeout(options.connectTimeoutMillis());
        socket = tls.layer(socket, route);
      }
      Connection connection = new Connection(route, channel, socket, options.readTimeoutMillis());
      channel = null;
      return connection;
    } finally {
      if (channel != null) {
        channel.close();
      }
    }
  }

  /** Tries each address in turn: each may take its share of the time that is left. */
  private static SocketChannel connect(Route route, TransportOptions options) throws IOException {
    NameResolver resolver = options.resolver();
    InetAddress[] addresses =
        resolver == null ? InetAddress.getAllByName(route.host) : resolver.resolve(route.host);
    long start = System.nanoTime();
    int total = options.connectTimeoutMillis();
    IOException failure = null;
    for (int i = 0; i < addresses.length; i++) {
      int left = total - (int) Math.min(total, (System.nanoTime() - start) / 1_000_000);
      if (total > 0 && left == 0) {
        break;
      }
      SocketChannel channel = SocketChannel.open();
      try {
        InetSocketAddress address = new InetSocketAddress(addresses[i], route.port);
        channel
            .socket()
            .connect(address, total == 0 ? 0 : Math.max(1, left / (addresses.length - i)));
        return channel;
      } catch (IOException e) {
        channel.close();
        if (failure != null) {
          e.addSuppressed(failure);
        }
        failure = e;
        if (Thread.currentThread().isInterrupted()) {
          break;
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
    if (addresses.length == 0) {
      throw new UnknownHostException(route.host);
    }
    throw new SocketTimeoutException("Looking the host up took all the time there was");
  }

  Route route() {
    return route;
  }

  SocketInput input() {
    return input;
  }

  ResponseReader reader() {
    return reader;
  }

  OutputStream out() {
    return out;
  }

  byte[] outBuffer() {
    return outBuffer;
  }

  /**
   * Whether the server has neither closed this idle connection nor said anything on it. Exact at
   * the time it is asked. A TLS record that lies there is as good a reason to leave the connection
   * alone as an end of stream.
   *
   * @param careful whether a server that closes after every answer shall be found out, which takes
   *     some milliseconds, once a connection
   */
  boolean alive(boolean careful) {
    try {
      boolean silent = (!careful || reused || staysSilent()) && isSilent();
      reused = true;
      return silent;
    } catch (IOException e) {
      return false;
    }
  }

  private boolean isSilent() throws IOException {
    channel.configureBlocking(false);
    probe.clear();
    boolean silent = channel.read(probe) == 0;
    channel.configureBlocking(true);
    return silent;
  }

  /** Some servers close after an answer without having said so; they do it at once. */
  private boolean staysSilent() throws IOException {
    int left = FIRST_IDLE_MILLIS - (int) ((System.nanoTime() - idleSince) / 1_000_000);
    if (left <= 0) {
      return true;
    }
    Socket raw = channel.socket();
    raw.setSoTimeout(left);
    try {
      raw.getInputStream().read();
      return false;
    } catch (SocketTimeoutException e) {
      return true;
    } finally {
      raw.setSoTimeout(readTimeoutMillis);
    }
  }

  /**
   * Waits a while for the server to begin to speak.
   *
   * @return false if it said nothing
   */
  boolean awaitAnswer(int millis) throws IOException {
    if (input.buffered() > 0) {
      return true;
    }
    socket.setSoTimeout(readTimeoutMillis == 0 ? millis : Math.min(millis, readTimeoutMillis));
    try {
      // At the end of the stream the reader of the answer shall find it again, and say so.
      input.fill();
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    } finally {
      socket.setSoTimeout(readTimeoutMillis);
    }
  }

  void idleSince(long nanos) {
    idleSince = nanos;
  }

  long idleSince() {
    return idleSince;
  }

  /** Closes at once, whatever is under way: TLS is not asked, for its goodbye could block. */
  void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // Closed is closed.
    }
  }

  /** Closes a connection on which nothing is under way, with TLS's goodbye. */
  void closeIdle() {
    try {
      socket.close();
    } catch (IOException e) {
      close();
    }
  }
}
